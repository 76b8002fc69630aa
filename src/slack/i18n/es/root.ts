import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name }) => `Proyecto Public Cloud «${name}»`,
  asked: ({ requester, name }) => `${requester} ha solicitado el proyecto Public Cloud «${name}».`,
  id: ({ id }) => `Pedido ${id}`,
  unexpectedOrder: ({ orderId }: { orderId: string }) =>
    `También existe el pedido de OVHcloud ${orderId}: lea el hilo antes de pagar.`,
  unexpectedOrderUnknown:
    'Existe un pedido de OVHcloud que la aplicación no encuentra: lea el hilo antes de pagar.',
  status: {
    recovered: ({ orderId }: { orderId: string }) =>
      `*Pedido* antes de restaurar la base de datos de la aplicación: pedido de OVHcloud ${orderId}.`,
    preparing: ({ requester }) => `*Preparando el presupuesto* para ${requester}…`,
    noQuote: '*Todavía no hay presupuesto de OVHcloud.*',
    waiting: '*A la espera de aprobación* en el hilo.',
    waitingForMore: ({ given, required }) =>
      `*A la espera de aprobación* en el hilo: ${given} de ${required}.`,
    approved: ({ approvers }) => `*Aprobado* por ${approvers}. Se está haciendo el pedido…`,
    outcomeUnknown: '*Comprobando con OVHcloud si se ha hecho el pedido.*',
    ordered: ({ approvers, orderId }) =>
      `*Pedido*, aprobado por ${approvers}. Pedido de OVHcloud ${orderId}.`,
    rejected: ({ by }) => `*Rechazado* por ${by}.`,
    cancelled: ({ requester }) => `*Cancelado* por ${requester}.`,
    expired: '*Caducado*: no se aprobó a tiempo.',
    failed: '*No pedido*: el hilo dice por qué, y qué hacer.',
    paidAfterExpiry: '*Pagado al final*, cuando aquí ya había vencido: consulte el hilo.',
    orderNotFound: '*Terminado*: el pedido no se ha encontrado en OVHcloud. Consulte el hilo.',
  },
  next: {
    preparing: 'Después: el precio aparece aquí y los aprobadores deciden en el hilo.',
    noQuote:
      'OVHcloud no responde en este momento. La petición se repite por sí sola durante diez minutos; no hay nada que hacer.',
    waitingForChannel:
      'Después: una vez aprobado, se hace el pedido y el enlace de pago aparece aquí. Antes no se paga nada.',
    waitingForRequester:
      'Después: una vez aprobado, se hace el pedido y el solicitante recibe el enlace de pago. Antes no se paga nada.',
    waitingAutoPay:
      'Después: una vez aprobado, se hace el pedido y se carga en la forma de pago de la cuenta.',
    retrying: 'OVHcloud no responde en este momento; la petición se repite por sí sola.',
    outcomeUnknown: 'Su respuesta se ha perdido. No se vuelve a pedir nada antes de saberlo.',
    orderedForChannel: 'Después: alguien paga con el enlace de pago; OVHcloud entrega entonces el proyecto.',
    orderedForRequester:
      'Después: se paga con el enlace que ha recibido el solicitante; OVHcloud entrega entonces el proyecto.',
    orderedAutoPay:
      'OVHcloud carga el importe en la forma de pago de la cuenta. Si no funciona, el pedido se puede pagar con su enlace de pago.',
    trackingLost: ({ since }) =>
      `La aplicación ya no ve cómo va el pedido (desde: ${since}): OVHcloud no lo dice. La petición se repite por sí sola; si dura, avise a quien gestiona esta aplicación.`,
    nothingOrdered: 'No se ha pedido nada.',
    askAgain: 'No se ha pedido nada. Escriba /order-cloud para volver a solicitarlo.',
  },
};
