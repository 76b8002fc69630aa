import type { Messages } from '../en.ts';

export const channelRefusals: Messages['channelRefusals'] = {
  directMessage: ({ command }) =>
    `La aplicación no puede escribir en los mensajes directos entre personas. No se ha pedido nada; escriba ${command} en un canal.`,
  typeElsewhere: ({ errorCode, command }) =>
    `La aplicación no tiene permiso para escribir en este canal (${errorCode}), e invitarla no lo cambia. No se ha pedido nada; escriba ${command} en otro canal.`,
  chooseAnother: ({ errorCode }) =>
    `La aplicación no tiene permiso para escribir en este canal (${errorCode}), e invitarla no lo cambia. Elija otro canal.`,
  orderElsewhere: 'Vuelva a hacer el pedido en otro canal: invitar a la aplicación a ese no sirve de nada.',
  appRefused: ({ errorCode }) =>
    `Slack no acepta los mensajes de la aplicación (${errorCode}). No se ha pedido nada. Volver a intentarlo no servirá: avise a quien gestiona la aplicación.`,
  tellOperator: 'Volver a intentarlo no servirá: avise a quien gestiona la aplicación.',
};

export const lookups: Messages['lookups'] = {
  groupRefused: ({ group, code }) =>
    `Slack no indica a la aplicación quién está en el grupo de usuarios ${group} (${code}), así que no puede comprobar quién está autorizado. Volver a intentarlo no servirá: avise a quien gestiona la aplicación.`,
  noApprovers: ({ group, code }) =>
    `Nadie podría aprobar este pedido: Slack no indica a la aplicación quién está en el grupo de usuarios ${group} (${code}). Volver a intentarlo no servirá: avise a quien gestiona la aplicación.`,
  personRefused: ({ code }) =>
    `Slack no muestra su cuenta a la aplicación (${code}), así que no se pueden comprobar sus permisos. Volver a intentarlo no servirá: avise a quien gestiona la aplicación.`,
};

export const linkDelivery: Messages['linkDelivery'] = {
  show: 'Mostrar el enlace de pago',
  retrying: ({ orderId, price, requester, errorCode }) =>
    `Se ha realizado el pedido de OVHcloud ${orderId} (${price} IVA incl.). El enlace de pago aún no ha llegado a ${requester}: Slack no entrega el mensaje directo (${errorCode}). La aplicación lo sigue intentando. Mientras tanto, el solicitante y los aprobadores pueden ver el enlace aquí.`,
  failed: ({ orderId, price, requester, errorCode, approverMentions }) =>
    `${approverMentions} Se ha realizado el pedido de OVHcloud ${orderId} (${price} IVA incl.), pero el enlace de pago no se puede entregar a ${requester} en un mensaje directo (${errorCode}). El solicitante y los aprobadores pueden verlo aquí.`,
  placed: ({ orderId, price }) => `Se ha realizado el pedido de OVHcloud ${orderId} (${price} IVA incl.).`,
  nextPending:
    'A continuación: el enlace de pago se envía al solicitante; OVHcloud entrega el proyecto una vez pagado.',
  nextForRequester:
    'El enlace de pago no ha llegado al solicitante. En el hilo, *Mostrar el enlace de pago* se lo muestra al solicitante y a los aprobadores.',
  nextForChannel:
    'El enlace de pago no se ha podido publicar en el hilo. *Mostrar el enlace de pago* se lo muestra al solicitante y a los aprobadores.',
  reminder: ({ requester, name, price, until }) =>
    `${requester} recordatorio: el proyecto *${name}* (${price} IVA incl.) aún no está pagado. El pedido caduca el ${until}. El enlace de pago no le ha llegado en un mensaje directo: *Mostrar el enlace de pago*, más arriba, se lo muestra.`,
  notForYou: 'Solo el solicitante y los aprobadores pueden ver el enlace de pago.',
  notKnown: 'Se está consultando el enlace de pago en OVHcloud. Vuelva a intentarlo en un minuto.',
  movedFromRequester: ({ requester }) =>
    `La aplicación ya no puede escribir a ${requester}, así que este pedido continúa aquí, con un aprobador. Lo que se decidió sigue siendo válido.`,
};
