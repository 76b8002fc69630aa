import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Solo los aprobadores nombrados en este hilo pueden aprobar o rechazar. Pida a uno de ellos que decida.',
  ownOrder: 'Usted mismo ha solicitado este pedido: tiene que aprobarlo otra persona.',
  approvedAlready: ({ given, required }) =>
    `Usted ya lo ha aprobado (${given} de ${required}). Tiene que aprobarlo también otra persona.`,
  quoteChanged:
    'El presupuesto ha cambiado desde que se le mostró este mensaje. Decida sobre el más reciente en el hilo.',
  notTheRequester: ({ requester }) =>
    `Solo puede hacerlo el solicitante, ${requester}. Los aprobadores pueden rechazar el pedido.`,
  nameTaken: ({ name, id }) => `Hay otro pedido abierto para el proyecto «${name}» (${id}).`,
  nothingChanged: 'Sin cambios: el pedido ya dice eso.',
  noApprovalGiven: 'Usted no lo ha aprobado: no hay nada que retirar.',
  checkoutBegan: 'Demasiado tarde: se está haciendo el pedido en OVHcloud.',
  preparing: 'El presupuesto aún se está preparando: todavía no hay nada que decidir.',
  waiting: 'Este pedido sigue a la espera de aprobación.',
  beingPlaced: ({ approvals }) => `Demasiado tarde: lo aprobó ${approvals}, y se está haciendo el pedido.`,
  placed: ({ approvals, orderId }) =>
    `Demasiado tarde: lo aprobó ${approvals}, y se hizo el pedido de OVHcloud ${orderId}.`,
  rejected: ({ by, at }) => `Demasiado tarde: lo rechazó ${by} el ${at}.`,
  cancelled: ({ by, at }) => `Demasiado tarde: lo canceló ${by} el ${at}.`,
  approvalExpired: ({ at }) => `Demasiado tarde: caducó el ${at}.`,
  delivering: ({ orderId }) => `Demasiado tarde: el pedido de OVHcloud ${orderId} está pagado y en entrega.`,
  cancelling: ({ orderId }) => `Demasiado tarde: OVHcloud está cancelando su pedido ${orderId}.`,
  ready: 'Este pedido está hecho: su proyecto está listo.',
  paymentExpired: ({ orderId }) =>
    `Demasiado tarde: el pedido de OVHcloud ${orderId} no se pagó a tiempo y ha caducado.`,
  endedPlaced: 'Demasiado tarde: este pedido se realizó y ha terminado desde entonces. El hilo dice por qué.',
  ended: 'Demasiado tarde: este pedido terminó sin hacerse. El hilo dice por qué.',
  someone: 'otra persona',
};

export const rejection: Messages['rejection'] = {
  title: 'Rechazar este pedido',
  submit: 'Rechazar',
  close: 'Volver',
  intro: ({ name }) => `El proyecto *${name}* no se pedirá.`,
  reason: 'Motivo',
  reasonHint: 'Todas las personas del canal pueden leer su motivo.',
  reasonMissing: 'Diga por qué: el solicitante podrá leerlo.',
  damaged: 'Este formulario está dañado: ciérrelo y vuelva a hacer clic en «Rechazar».',
  failed: 'No ha funcionado y no ha cambiado nada. Vuelva a enviarlo en un momento.',
  takesLong: 'Tarda más de lo habitual. Mire el hilo o vuelva a enviarlo.',
};
