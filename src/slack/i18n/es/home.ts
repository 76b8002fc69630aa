import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nuevo pedido',
  waiting: 'A la espera de su decisión',
  mine: 'Sus pedidos abiertos',
  recent: 'Cerrados recientemente',
  nothingWaiting: 'No hay nada a la espera de su aprobación.',
  nothingMine:
    'No tiene ningún pedido abierto. *Nuevo pedido* consulta el precio a OVHcloud; no se pide nada sin aprobación.',
  nothingMineDenied: 'No tiene permiso para hacer pedidos. Pídaselo a alguien que lo tenga.',
  noOpenOrders: 'No tiene ningún pedido abierto.',
  nothingRecent:
    'Aún no se ha cerrado ningún pedido. Aquí aparecen los que tienen su proyecto listo y los que no se realizaron, con el motivo.',
  requested: ({ requester, channel, at }) => `Solicitado por ${requester} el ${at} ${channel}`,
  requestedByYou: ({ channel, at }) => `Solicitado el ${at} ${channel}`,
  more: 'Los demás están en la pestaña Inicio de esta aplicación.',
  newer: 'Más recientes',
  older: 'Más antiguos',
};
