import type { Messages } from '../en.ts';

export const approval: Messages['approval'] = {
  question: ({ approverMentions, name, price }) =>
    `${approverMentions} por favor, decidan: *${name}* por *${price}* IVA incl.`,
  charges: 'La aprobación *carga* el importe al instante en la forma de pago preferida de la cuenta.',
  lastCharges:
    'La última aprobación *carga* el importe al instante en la forma de pago preferida de la cuenta.',
  withdrawalGivenUp: 'Se renuncia al derecho de desistimiento de 14 días.',
  noneYet: ({ required }) => `0 de ${required} aprobaciones, de personas distintas`,
  soFar: ({ given, required, approvals }) => `${given} de ${required} aprobaciones: ${approvals}`,
  approvedBy: ({ by, at }) => `${by} el ${at}`,

  approve: 'Aprobar',
  reject: 'Rechazar',
  edit: 'Modificar',
  withdrawApproval: 'Retirar mi aprobación',
  cancel: 'Cancelar el pedido',
  approveTitle: '¿Aprobar este pedido?',
  orders: ({ name, price }) =>
    `Se pide el proyecto «${name}» por ${price} IVA incl. Se paga después, con el enlace de pago.`,
  chargesFor: ({ name, price }) =>
    `Se cargan ${price} IVA incl. en la cuenta de OVHcloud por el proyecto «${name}».`,
  counts: ({ number, required, name, price }) =>
    `Cuenta como aprobación ${number} de ${required} del proyecto «${name}» por ${price} IVA incl. La última aprobación lo pide.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Cuenta como aprobación ${number} de ${required} del proyecto «${name}» por ${price} IVA incl. La última aprobación carga el importe en la cuenta.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Aprobación ${number} de ${required}: se pide el proyecto «${name}» por ${price} IVA incl. Se paga después, con el enlace de pago.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Aprobación ${number} de ${required}: se cargan ${price} IVA incl. en la cuenta de OVHcloud por el proyecto «${name}».`,
  notNow: 'Ahora no',
  cancelTitle: '¿Cancelar este pedido?',
  cancelText: ({ name }) =>
    `El proyecto «${name}» no se pide entonces. Solo puede hacerlo quien lo ha solicitado.`,
  keep: 'Mantener',

  replaced: 'Este presupuesto ha sido sustituido por uno más reciente, más abajo.',
  approved: ({ approvals }) => `Aprobado: ${approvals}.`,
  seeBelow: 'Más abajo se cuenta cómo siguió.',
  rejected: ({ by, at }) => `Rechazado por ${by} el ${at}.`,
  cancelled: ({ by, at }) => `Cancelado por ${by} el ${at}.`,
  expired: ({ at }) => `Caducado el ${at}: no se aprobó a tiempo.`,
  noLonger: 'Ya no hay nada que decidir: consulte más abajo.',
};
