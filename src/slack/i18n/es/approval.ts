import type { Messages } from '../en.ts';

export const consent: Messages['consent'] = {
  title: 'Aprobar el pedido',
  close: 'Volver',
  intro: ({ name, price }) =>
    `Aprueba el proyecto *${name}* por *${price}* IVA incl. y acepta estos contratos en nombre de la cuenta:`,
  label: 'Lo que acepta',
  contracts: 'Acepto los contratos en nombre de la cuenta',
  clauses: 'Apruebo las cláusulas (artículos 1341 y 1342 del Codice Civile)',
  bothNeeded: 'Marque las dos casillas: sin ellas no se puede aprobar el pedido.',
  damaged: 'No se puede leer este formulario: ciérrelo y vuelva a hacer clic en «Aprobar».',
};

export const approval: Messages['approval'] = {
  question: ({ requester, name, price }) =>
    `*${requester}* solicita la compra del proyecto Public Cloud *${name}* por *${price}* IVA incl.`,
  notification: ({ requester, name, price }) => `${requester}: ¿aprobar ${name} por ${price}?`,
  notificationReason: ({ reason }) => `«${reason}»`,
  reminder: ({ name }) => `Recordatorio: *${name}* sigue a la espera de su decisión.`,
  reminded: ({ at }) => `recordatorio enviado el ${at}`,
  charges: 'La aprobación *carga* el importe al instante en la forma de pago preferida de la cuenta.',
  lastCharges:
    'La última aprobación *carga* el importe al instante en la forma de pago preferida de la cuenta.',
  withdrawalWaived: 'Se renuncia al derecho de desistimiento de 14 días.',
  waitingFor: ({ pending }) => `falta ${pending}`,
  noneYet: ({ required }) => `0 de ${required} aprobaciones`,
  soFar: ({ given, required, approvals }) => `${given} de ${required} aprobaciones: ${approvals}`,
  approvedBy: ({ by, at }) => `${by} el ${at}`,
  ownOrder: ({ approval }) => `${approval} (su propio pedido)`,

  approve: 'Aprobar',
  reject: 'Rechazar',
  edit: 'Modificar',
  withdrawApproval: 'Retirar mi aprobación',
  cancel: 'Cancelar el pedido',
  orderAgain: 'Pedir de nuevo',
  approveTitle: '¿Aprobar este pedido?',
  orders: ({ name, price }) =>
    `Se pide el proyecto «${name}» por ${price} IVA incl. Se paga después, con el enlace de pago.`,
  chargesFor: ({ name, price }) =>
    `Se cargan ${price} IVA incl. en la cuenta de OVHcloud por el proyecto «${name}».`,
  counts: ({ number, required, name, price }) =>
    `Aprobación ${number} de ${required} del proyecto «${name}» por ${price} IVA incl. Se pide con la última aprobación.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Aprobación ${number} de ${required} del proyecto «${name}» por ${price} IVA incl. El importe se carga en la cuenta con la última aprobación.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Aprobación ${number} de ${required}: se pide el proyecto «${name}» por ${price} IVA incl. Se paga después, con el enlace de pago.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Aprobación ${number} de ${required}: se cargan ${price} IVA incl. en la cuenta de OVHcloud por el proyecto «${name}».`,
  acceptsContracts: 'Usted acepta los contratos de OVHcloud en nombre de la cuenta.',
  notNow: 'Ahora no',

  replaced: 'Este presupuesto ha sido sustituido por uno más reciente, más abajo.',
  approved: ({ approvals }) => `Aprobado: ${approvals}.`,
  seeBelow: 'Vea el resultado más abajo.',
  rejected: ({ by, at }) => `Rechazado por ${by} el ${at}.`,
  cancelled: ({ by, at }) => `Cancelado por ${by} el ${at}.`,
  expired: ({ at }) => `Caducado el ${at}: no se aprobó a tiempo.`,
  noLonger: 'Ya no hay nada que decidir; consulte más abajo.',
};
