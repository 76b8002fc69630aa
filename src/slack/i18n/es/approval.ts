import type { Messages } from '../en.ts';

export const consent: Messages['consent'] = {
  title: 'Aprobar este pedido',
  close: 'Volver',
  intro: ({ name, price }) =>
    `Usted aprueba el proyecto *${name}* por *${price}* IVA incl. y acepta estos contratos en nombre de la cuenta:`,
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
  charges: 'Al aprobar, el importe *se carga al instante* en la forma de pago predeterminada de la cuenta.',
  lastCharges:
    'Con la última aprobación, el importe *se carga al instante* en la forma de pago predeterminada de la cuenta.',
  withdrawalWaived: 'Se renuncia al derecho de desistimiento de 14 días.',
  waitingFor: ({ pending }) => `a la espera de ${pending}`,
  noneYet: ({ required }) => `0 de ${required} aprobaciones`,
  soFar: ({ given, required, approvals }) => `${given} de ${required} aprobaciones: ${approvals}`,
  approvedBy: ({ by, at }) => `${by} el ${at}`,
  ownOrder: ({ approval }) => `${approval} (su propio pedido)`,

  approve: 'Aprobar',
  reject: 'Rechazar',
  edit: 'Modificar',
  withdrawApproval: 'Retirar mi aprobación',
  cancel: 'Cancelar el pedido',
  orderAgain: 'Volver a pedir',
  approveTitle: '¿Aprobar este pedido?',
  orders: ({ name, price }) =>
    `Al aprobar, se pide el proyecto «${name}» por ${price} IVA incl. Se paga después, con el enlace de pago.`,
  chargesFor: ({ name, price }) =>
    `Al aprobar, se cargan ${price} IVA incl. en la cuenta de OVHcloud por el proyecto «${name}».`,
  counts: ({ number, required, name, price }) =>
    `Esta es la aprobación ${number} de ${required} del proyecto «${name}» por ${price} IVA incl. El proyecto se pide con la última.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Esta es la aprobación ${number} de ${required} del proyecto «${name}» por ${price} IVA incl. El importe se carga en la cuenta con la última.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Con la aprobación ${number} de ${required} se pide el proyecto «${name}» por ${price} IVA incl. Se paga después, con el enlace de pago.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Con la aprobación ${number} de ${required} se cargan ${price} IVA incl. en la cuenta de OVHcloud por el proyecto «${name}».`,
  acceptsContracts: 'Usted acepta los contratos de OVHcloud en nombre de la cuenta.',
  notNow: 'Ahora no',

  replaced: 'Este presupuesto ya no es válido: hay uno más reciente más abajo.',
  approved: ({ approvals }) => `Aprobado: ${approvals}.`,
  seeBelow: 'Vea el resultado más abajo.',
  rejected: ({ by, at }) => `Rechazado por ${by} el ${at}.`,
  cancelled: ({ by, at }) => `Cancelado por ${by} el ${at}.`,
  expired: ({ at }) => `Caducado el ${at}: no se aprobó a tiempo.`,
  noLonger: 'Ya no hay nada que decidir; vea más abajo.',
};
