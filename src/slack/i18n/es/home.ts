import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nuevo pedido',
  waiting: 'A la espera de su decisión',
  mine: 'Sus pedidos abiertos',
  recent: 'Terminados recientemente',
  nothingWaiting:
    'Ningún pedido espera su aprobación. Aquí aparecen los pedidos que puede aprobar, con su precio y los botones.',
  nothingMine:
    'No tiene ningún pedido abierto. *Nuevo pedido* solicita un proyecto de Public Cloud; no se pide nada antes de que se apruebe.',
  nothingRecent:
    'Aún no ha terminado ningún pedido. Aquí se muestran aquellos cuyo proyecto está listo y los que no llegaron a nada, con el motivo.',
  asked: ({ requester, channel, at }) => `Solicitado por ${requester} en ${channel} el ${at}`,
  more: 'Los demás están en la pestaña Inicio de esta aplicación.',
  newer: 'Más recientes',
  older: 'Más antiguos',
  rejectedBy: ({ by }) => `rechazado por ${by}`,
  ended: {
    rejected: 'rechazado',
    cancelled: 'cancelado',
    approval_expired: 'no aprobado a tiempo',
    failed: 'no pedido',
    ovh_order_cancelled: 'cancelado en OVHcloud',
    ovh_order_not_found: 'no encontrado en OVHcloud',
    paid_after_expiry: 'pagado después de vencer aquí',
    ready: 'proyecto listo',
    payment_expired: 'no pagado a tiempo',
  },
};
