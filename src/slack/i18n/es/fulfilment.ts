import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud lo comprueba antes de la entrega; no tiene que hacer nada.',
    under_review: 'El personal de OVHcloud lo revisa antes de la entrega; no tiene que hacer nada.',
    documents_requested: 'OVHcloud espera documentos del titular de la cuenta; consulte el hilo.',
    delivering: 'OVHcloud lo está entregando.',
    delivered: 'OVHcloud lo ha entregado; el proyecto aparece en unos minutos.',
  },
  deliveredOverdue:
    'OVHcloud lo ha entregado, pero aún no se encuentra el proyecto; la aplicación sigue buscándolo.',
  cancelling: ({ orderId }) => `OVHcloud está cancelando su pedido ${orderId}.`,
  paid: ({ orderId }) => `*Pagado*: el pedido de OVHcloud ${orderId}.`,
  charged: ({ orderId }) => `*Cargado en la forma de pago de la cuenta*: el pedido de OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confirmado*: el pedido de OVHcloud ${orderId}, que no cuesta nada.`,
  ready: ({ projectId }) => `*Listo*: proyecto \`${projectId}\``,
  readyUnverified: ({ projectId }) =>
    `*Entregado*: proyecto \`${projectId}\`. La aplicación no ha podido leerlo; consulte el hilo.`,
  paymentExpired: ({ orderId }) => `*Caducado*: el pedido de OVHcloud ${orderId} no se pagó a tiempo.`,
  paymentUnknown: ({ orderId }) => `*Terminado*: OVHcloud no dice si su pedido ${orderId} se pagó a tiempo.`,

  nextUntil: ({ until }) => `Caduca si no se paga antes del ${until}.`,
  nextFreeUntil: ({ until }) => `Caduca si no se confirma antes del ${until}.`,
  nextFree:
    'A continuación: no cuesta nada, pero alguien tiene que confirmarlo haciendo clic en el enlace de pago.',
  nextPaymentExpired: 'No se ha pagado nada. Use *Reintentar* en el hilo.',
  nextPaymentUnknown: 'Búsquelo en el área de cliente de OVHcloud antes de usar *Reintentar* en el hilo.',
  openProject: 'Abrirlo en el área de cliente de OVHcloud',

  over: ({ orderId }) =>
    `El pedido de OVHcloud *${orderId}* se realizó y ha terminado. Por favor, no lo pague.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} el pago del pedido de OVHcloud ${orderId} no ha funcionado. Puede volver a intentarlo con el enlace de pago.`,
  paymentHadFailed: ({ orderId }) =>
    `El pedido de OVHcloud ${orderId} figuraba al principio como pagado, pero ese pago no funcionó.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester} recordatorio: el proyecto *${name}* (${price} IVA incl.) aún no está pagado. El pedido caduca el ${until}; el enlace de pago está más arriba.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester} recordatorio: el proyecto *${name}* no cuesta nada, pero aún hay que hacer clic en el enlace de pago. El pedido caduca el ${until}.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester} recordatorio: el proyecto *${name}* (${price} IVA incl.) aún no está pagado. El pedido caduca el ${until}; tiene el enlace de pago en un mensaje directo.`,
  notCharged: ({ requester, orderId }) =>
    `${requester} OVHcloud todavía no ha cargado el importe del pedido ${orderId} en la forma de pago de la cuenta. En su lugar, se puede pagar con el enlace de pago.`,
  reminded: 'Se recordó el pago al solicitante.',
  documents: ({ requester, orderId }) =>
    `${requester} OVHcloud pide documentos antes de entregar el pedido ${orderId}: el área de cliente y los correos de OVHcloud indican cuáles al titular de la cuenta. Pídale que los envíe.`,
  documentsSettled: 'OVHcloud pidió documentos al titular de la cuenta.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester} OVHcloud dice que el pedido ${orderId} está entregado, pero aún no se encuentra el proyecto. La aplicación sigue buscándolo; si no aparece, el titular de la cuenta puede preguntar al soporte de OVHcloud.`,
  projectWasOverdue: 'El proyecto tardó más de lo normal en aparecer.',
  projectReady: ({ name, projectId }) => `El proyecto *${name}* está listo. Su ID es \`${projectId}\`.`,
  projectUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud ha entregado el proyecto *${name}*. Su ID es \`${projectId}\`, según el pedido de OVHcloud ${orderId}.`,
  unverified: {
    forbidden: ({ answer }) =>
      `La aplicación no ha podido leer el proyecto: OVHcloud no se lo permite (${answer}). Quien gestiona esta aplicación puede dar a su clave el permiso GET /cloud/project/…, o el administrador de la cuenta puede permitir publicCloudProject:apiovh:get en la política de acceso.`,
    not_shown: ({ answer }) =>
      `La aplicación no ha podido leer el proyecto: OVHcloud no lo muestra (${answer}). Si tampoco está en el área de cliente, el titular de la cuenta puede preguntar al soporte de OVHcloud.`,
    no_answer: 'La aplicación no ha podido leer el proyecto: OVHcloud no ha respondido.',
    creating: 'OVHcloud dice que todavía se está creando.',
  },
  otherName: ({ atOvh }) => `En OVHcloud se llama «${atOvh}».`,
  noName: 'En OVHcloud aún no tiene nombre.',
  orderExpired: ({ orderId }) =>
    `El pedido de OVHcloud ${orderId} no se pagó a tiempo y ha caducado. No se ha pagado nada. Por favor, no use más su enlace de pago.`,
  orderPaymentUnknown: ({ orderId }) =>
    `OVHcloud no dice si su pedido ${orderId} se pagó a tiempo, así que este pedido termina aquí. No use más su enlace de pago y búsquelo en el área de cliente de OVHcloud (Facturación > Mis pedidos) antes de volver a pedir este proyecto. Si resulta que está pagado, este pedido continúa.`,

  paidAfterExpiry: ({ orderId }) =>
    `El pedido de OVHcloud ${orderId} había caducado aquí, pero finalmente se pagó.`,
  directReady: ({ name, projectId }) => `Su proyecto *${name}* está listo. Su ID es \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud ha entregado su proyecto *${name}*. Su ID es \`${projectId}\`, según el pedido de OVHcloud ${orderId}.`,
};
