import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `No se ha podido abrir el formulario. No se ha pedido nada; vuelva a escribir ${command}.`,
  orderElsewhere: ({ channels, command }) => `Los pedidos se hacen en ${channels}: escriba ${command} allí.`,
  listNotRead: 'No se han podido cargar sus pedidos. Vuelva a intentarlo dentro de un momento.',
  takesLong:
    'Está tardando más de lo habitual. Su clic cuenta en cuanto aparezca en el hilo; si no aparece en un minuto, vuelva a hacer clic.',
  clickFailed: 'No ha funcionado y no se ha cambiado nada. Vuelva a intentarlo dentro de un momento.',
  orderNotKnown: 'Este pedido ya no existe aquí.',
  orderOnHold:
    'Este pedido está en pausa: su registro en la base de datos se ha modificado fuera de la aplicación. No se ha hecho nada; avise a quien gestiona la aplicación.',
  buttonNotKnown:
    'Este botón ya no hace nada, porque la aplicación ha cambiado desde entonces. El último mensaje del pedido tiene los botones que funcionan.',
  noticeTitle: 'Pedido',
  noticeClose: 'Cerrar',
  about: ({ name }) => `Sobre el pedido del proyecto *${name}*:`,
  cancelled: ({ name }) => `Ha cancelado el pedido del proyecto *${name}*.`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'En este canal no se hacen pedidos.',
  channelShared: ({ command }) =>
    `Este canal se comparte con otra organización, cuyos miembros leerían el pedido. Use otro canal, o escriba ${command} en él.`,
  notARequester: 'No tiene permiso para hacer pedidos. Pídaselo a alguien que lo tenga.',
  notAMember:
    'Solo los miembros de pleno derecho de este espacio de trabajo pueden hacer pedidos. Pídaselo a uno de ellos.',
};

export const help: Messages['help'] = {
  order: ({ command }) =>
    `*${command} nombre del proyecto* solicita un nuevo proyecto Public Cloud de OVHcloud.`,
  form: '1. Un formulario pide el nombre, un código promocional si lo tiene, y para qué es.',
  quote: '2. El precio de OVHcloud aparece en el canal; en su hilo se pregunta a los aprobadores.',
  decide: ({ required }) =>
    plural('es', required, {
      one: '3. Un aprobador decide en el hilo. Antes no se pide nada.',
      other: `3. ${required} aprobadores distintos tienen que aprobar en el hilo. Antes no se pide nada.`,
    }),
  placedForChannel:
    '4. Una vez aprobado, se realiza el pedido y el enlace de pago aparece en el hilo: alguien paga desde allí.',
  placedForRequester:
    '4. Una vez aprobado, se realiza el pedido y usted recibe el enlace de pago en un mensaje directo, desde el que paga.',
  placedAutoPay:
    '4. Una vez aprobado, se realiza el pedido y *el importe se carga al instante en la forma de pago de la cuenta de OVHcloud*.',
  follow: '5. El hilo sigue el pedido hasta que el proyecto está listo, con su ID y un enlace.',
  list: ({ command }) =>
    `*${command} list* muestra lo que espera su decisión, sus pedidos abiertos y los terminados. Mientras no se apruebe, puede modificar o cancelar su pedido.`,
};

export const status: Messages['status'] = {
  requested: 'presupuesto en preparación',
  awaiting_approval: 'a la espera de aprobación',
  approved: 'aprobado, realizando el pedido',
  awaiting_payment: 'pendiente de pago',
  delivering: 'en entrega',
  cancelling: 'cancelándose en OVHcloud',
  ready: 'listo',
  rejected: 'rechazado',
  rejectedBy: ({ by }) => `rechazado por ${by}`,
  cancelled: 'cancelado',
  approval_expired: 'no aprobado a tiempo',
  payment_expired: 'no pagado a tiempo',
  payment_unknown: 'pago desconocido',
  failed: 'no realizado',
  ovh_order_cancelled: 'cancelado en OVHcloud',
  ovh_order_not_found: 'no encontrado en OVHcloud',
  status_unknown: 'estado desconocido en OVHcloud',
  project_not_found: 'entregado, proyecto no encontrado',
  paid_after_expiry: 'pagado después de caducar aquí',
};
