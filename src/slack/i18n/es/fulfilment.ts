import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud lo comprueba antes de entregarlo; no hay nada que hacer.',
    under_review: 'El personal de OVHcloud lo comprueba antes de la entrega; no hay nada que hacer.',
    documents_requested: 'OVHcloud espera documentos del titular de la cuenta antes de entregarlo.',
    delivering: 'OVHcloud lo está entregando.',
    delivered: 'OVHcloud lo ha entregado; el proyecto aparece en unos minutos.',
  },
  deliveredOverdue: 'OVHcloud lo ha entregado, pero su proyecto aún no se ve; se sigue buscando.',
  cancelling: ({ orderId }) => `OVHcloud está cancelando su pedido ${orderId}.`,
  paid: ({ orderId }) => `*Pagado*: el pedido de OVHcloud ${orderId}.`,
  charged: ({ orderId }) => `*Cargado en la forma de pago de la cuenta*: el pedido de OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confirmado*: el pedido de OVHcloud ${orderId}, que no cuesta nada.`,
  ready: ({ projectId }) => `*Listo*: el id del proyecto es \`${projectId}\`.`,
  paymentExpired: ({ orderId }) => `*Vencido*: el pedido de OVHcloud ${orderId} no se pagó a tiempo.`,
  cancelled: '*Cancelado en OVHcloud*: consulte el hilo.',

  nextUntil: ({ until }) => `Vence si no se paga antes de: ${until}.`,
  nextFreeUntil: ({ until }) => `Vence si no se confirma antes de: ${until}.`,
  nextFree: 'Después: no cuesta nada, pero alguien tiene que confirmarlo con un clic en el enlace de pago.',
  nextReady: 'Después: aquí aparecen el id del proyecto y un enlace a él.',
  nextDocuments: 'El hilo dice qué pide OVHcloud y a quién.',
  nextPaymentExpired: 'No se ha pagado nada. «Reintentar» está en el hilo.',
  openProject: 'Abrirlo en el área de cliente de OVHcloud',

  settled: ({ orderId, name, price }) =>
    `Pedido de OVHcloud *${orderId}* para el proyecto *${name}*: ${price} IVA incl.. Está pagado.`,
  over: ({ orderId }) =>
    `El pedido de OVHcloud *${orderId}* se realizó y ha terminado. Por favor, ya no lo pague.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} el pago del pedido de OVHcloud ${orderId} no ha funcionado. Se puede pagar de nuevo con el enlace de pago.`,
  paymentHadFailed: ({ orderId }) => `Un pago del pedido de OVHcloud ${orderId} no ha funcionado.`,
  countedAsPaid: ({ orderId }) =>
    `El pedido de OVHcloud ${orderId} constaba primero como pagado, pero ese pago no ha funcionado.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester} recordatorio: el proyecto *${name}* (${price} IVA incl.) aún no está pagado. El pedido vence: ${until}; el enlace de pago está más arriba.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester} recordatorio: el proyecto *${name}* no cuesta nada, pero aún requiere un clic en el enlace de pago. El pedido vence: ${until}.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester} recordatorio: el proyecto *${name}* (${price} IVA incl.) aún no está pagado. El pedido vence: ${until}; tiene el enlace de pago en un mensaje directo.`,
  notCharged: ({ requester, orderId }) =>
    `${requester} OVHcloud no ha cargado todavía el pedido ${orderId} en el forma de pago de la cuenta. Se puede pagar con el enlace de pago.`,
  reminded: 'Se recordó el pago a quien hizo la solicitud.',
  documents: ({ requester, orderId }) =>
    `${requester} OVHcloud pide documentos antes de entregar el pedido ${orderId}: el titular de la cuenta de OVHcloud encuentra cuáles en el área de cliente y en los correos de OVHcloud. Pídale que los envíe.`,
  documentsSettled: 'OVHcloud pidió documentos al titular de la cuenta.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester} OVHcloud dice que el pedido ${orderId} está entregado, pero su proyecto aún no se ve. Se sigue buscando; si no aparece, el titular de la cuenta puede preguntar al soporte de OVHcloud.`,
  projectWasOverdue: 'El proyecto tardó más de lo normal en aparecer.',
  projectReady: ({ name, projectId }) => `El proyecto *${name}* está listo. Su id es \`${projectId}\`.`,
  otherName: ({ atOvh }) => `En OVHcloud se llama «${atOvh}».`,
  noName: 'En OVHcloud aún no tiene nombre.',
  orderExpired: ({ orderId }) =>
    `El pedido de OVHcloud ${orderId} no se pagó a tiempo y ha vencido. No se ha pagado nada. Por favor, ya no use su enlace de pago.`,

  paidAfterExpiry: ({ orderId }) =>
    `El pedido de OVHcloud ${orderId} había vencido aquí, pero se pagó al final.`,
  directReady: ({ name, projectId }) => `Su proyecto *${name}* está listo. Su id es \`${projectId}\`.`,
  directPaymentExpired: ({ name, orderId, channel }) =>
    `Su pedido del proyecto *${name}* en ${channel} (pedido de OVHcloud ${orderId}) no se pagó a tiempo y ha vencido. No se ha pagado nada; «Reintentar» está en su hilo.`,
  directPaidAfterExpiry: ({ name, orderId, channel }) =>
    `Su pedido del proyecto *${name}* en ${channel} (pedido de OVHcloud ${orderId}) había vencido, pero se pagó al final. Su hilo dice cómo sigue.`,
};
