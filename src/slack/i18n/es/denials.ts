import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Solo los aprobadores mencionados en este hilo pueden aprobar o rechazar. Pida a uno de ellos que decida.',
  ownOrder: 'Este pedido lo ha solicitado usted: tiene que aprobarlo otra persona.',
  approvedAlready: ({ given, required }) =>
    `Usted ya lo ha aprobado (${given} de ${required}). Tiene que aprobarlo también otra persona.`,
  quoteChanged:
    'El presupuesto ha cambiado desde que vio este mensaje. Decida sobre el más reciente, en el hilo.',
  notTheRequester: ({ requester }) =>
    `Solo puede hacerlo ${requester}, que solicitó el pedido. Los aprobadores pueden rechazar el pedido.`,
  nameTaken: ({ name, id }) => `Hay otro pedido abierto del proyecto «${name}» (${id}).`,
  nothingChanged: 'Sin cambios: el pedido ya estaba así.',
  noApprovalGiven: 'Usted no lo ha aprobado: no hay nada que retirar.',
  checkoutBegan: 'Demasiado tarde: se está realizando el pedido en OVHcloud.',
  preparing: 'El presupuesto aún se está preparando: todavía no hay nada que decidir.',
  waiting: 'Este pedido sigue a la espera de aprobación.',
  beingPlaced: ({ approvals }) =>
    `Demasiado tarde: ya está aprobado por ${approvals} y se está realizando el pedido.`,
  placed: ({ approvals, orderId }) =>
    `Demasiado tarde: aprobado por ${approvals}; ya se ha realizado el pedido de OVHcloud ${orderId}.`,
  rejected: ({ by, at }) => `Demasiado tarde: lo rechazó ${by} el ${at}.`,
  cancelled: ({ by, at }) => `Demasiado tarde: lo canceló ${by} el ${at}.`,
  approvalExpired: ({ at }) => `Demasiado tarde: caducó el ${at}.`,
  delivering: ({ orderId }) =>
    `Demasiado tarde: el pedido de OVHcloud ${orderId} está pagado y OVHcloud lo está entregando.`,
  cancelling: ({ orderId }) => `Demasiado tarde: OVHcloud está cancelando su pedido ${orderId}.`,
  ready: 'Este pedido está completado: su proyecto está listo.',
  paymentExpired: ({ orderId }) =>
    `Demasiado tarde: el pedido de OVHcloud ${orderId} no se pagó a tiempo y ha caducado.`,
  endedPlaced: 'Demasiado tarde: este pedido se realizó y después terminó. El motivo está en el hilo.',
  ended: 'Demasiado tarde: este pedido terminó sin realizarse. El motivo está en el hilo.',
  someone: 'otra persona',
  quotation: ({ text }) => `«${text}»`,
};

export const rejection: Messages['rejection'] = {
  title: 'Rechazar este pedido',
  submit: 'Rechazar',
  close: 'Volver',
  intro: ({ name }) => `El proyecto *${name}* no se pedirá.`,
  reason: 'Motivo',
  reasonHint: 'Todas las personas del canal pueden leerlo.',
  reasonMissing: 'Indique el motivo: el solicitante podrá leerlo.',
  damaged: 'No se puede leer este formulario: ciérrelo y vuelva a hacer clic en «Rechazar».',
  failed: 'No ha funcionado y no se ha cambiado nada. Vuelva a enviarlo dentro de un momento.',
  takesLong: 'Está tardando más de lo habitual. Consulte el hilo o vuelva a enviarlo.',
};
