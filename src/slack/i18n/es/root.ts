import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name, price }) => `${name} · ${price} IVA incl.`,
  asked: ({ requester, name }) => `${requester} solicita el proyecto Public Cloud «${name}».`,
  askedFor: ({ requester, name, price }) =>
    `${requester} solicita el proyecto Public Cloud «${name}» por ${price} IVA incl.`,
  statusBy: ({ status, requester }) => `${status} · solicitado por ${requester}`,
  requestedBy: ({ requester }) => `Solicitado por ${requester}`,
  id: ({ id }) => `Pedido ${id}`,
  unexpectedOrder: ({ orderId }) =>
    `También existe el pedido de OVHcloud ${orderId}: consulte el hilo antes de aprobar o pagar.`,
  unexpectedOrderUnknown:
    'Existe un pedido de OVHcloud que la aplicación no encuentra: consulte el hilo antes de aprobar o pagar.',
  status: {
    recovered: ({ orderId }) =>
      `*Pedido realizado* antes de restaurar la base de datos de la aplicación · pedido de OVHcloud ${orderId}`,
    preparing: '*Preparando el presupuesto*',
    noQuote: '*Todavía no hay presupuesto de OVHcloud*',
    waiting: '*A la espera de aprobación*',
    waitingForMore: ({ given, required }) => `*A la espera de aprobación* (${given} de ${required})`,
    approved: ({ approvers }) => `*Aprobado* por ${approvers}, se está realizando el pedido`,
    outcomeUnknown: '*Comprobando con OVHcloud si se ha realizado el pedido*',
    ordered: ({ approvers, orderId }) =>
      `*Pedido realizado*, aprobado por ${approvers} · pedido de OVHcloud ${orderId}`,
    rejected: ({ by }) => `*Rechazado* por ${by}.`,
    cancelled: ({ by }) => `*Cancelado* por ${by}.`,
    expired: '*Caducado*: no se aprobó a tiempo.',
  },
  failed: {
    failed: '*Pedido no realizado*:',
    ovh_order_cancelled: '*Cancelado en OVHcloud*:',
    ovh_order_not_found: '*Terminado*, no se encontró el pedido de OVHcloud:',
    status_unknown: '*Terminado*, se desconoce su estado:',
    project_not_found: '*Terminado*, no se encontró su proyecto:',
    paid_after_expiry: '*Pagado después de caducar aquí*:',
  },
  next: {
    preparing: 'A continuación: el precio aparece aquí y se pregunta a los aprobadores en el hilo.',
    noQuote:
      'OVHcloud no responde. La aplicación lo reintenta sola durante diez minutos; no tiene que hacer nada.',
    noQuoteError: ({ error }) =>
      `OVHcloud responde con un error (${error}). La aplicación lo reintenta sola durante diez minutos; no tiene que hacer nada.`,
    waitingForChannel: ({ until }) =>
      `Pendiente de aprobar en el hilo antes del ${until}. Una vez aprobado, se realiza el pedido y el enlace de pago aparece en el hilo.`,
    waitingForRequester: ({ until }) =>
      `Pendiente de aprobar en el hilo antes del ${until}. Una vez aprobado, se realiza el pedido y el solicitante recibe el enlace de pago.`,
    waitingAutoPay: ({ until }) =>
      `Pendiente de aprobar en el hilo antes del ${until}. Una vez aprobado, se realiza el pedido y el importe se carga en la cuenta.`,
    retrying: 'OVHcloud no responde en este momento; la aplicación sigue intentándolo.',
    delayedError: ({ error }) =>
      `OVHcloud responde con un error en este momento (${error}); la aplicación sigue intentándolo.`,
    outcomeUnknown: 'La respuesta de OVHcloud se ha perdido. No se vuelve a pedir nada hasta que se aclare.',
    orderedForChannel: 'A continuación: alguien paga con el enlace de pago del hilo.',
    orderedForRequester: 'A continuación: paga el solicitante, que tiene el enlace de pago.',
    orderedAutoPay:
      'OVHcloud carga el importe en la forma de pago de la cuenta. Si el cargo falla, el pedido se puede pagar con el enlace de pago.',
    trackingLost: ({ since }) =>
      `Desde el ${since}, OVHcloud no dice cómo va el pedido. La aplicación sigue preguntando; si esto se prolonga, avise a quien gestiona la aplicación.`,
  },
};
