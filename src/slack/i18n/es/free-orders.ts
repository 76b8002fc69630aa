import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Se pide el proyecto «${name}» por ${price} IVA incl. No cuesta nada, así que la aplicación también confirma el pedido en OVHcloud.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Aprobación ${number} de ${required}: se pide el proyecto «${name}» por ${price} IVA incl. No cuesta nada, así que la aplicación también confirma el pedido en OVHcloud.`,
  payment: 'nada que pagar; la aplicación confirma el pedido',
  nextWaiting:
    'Después: una vez aprobado, se hace el pedido y, como no cuesta nada, la aplicación lo confirma. Nadie tiene que pagar.',
  nextConfirming:
    'Después: la aplicación lo confirma en OVHcloud, porque no cuesta nada; no hay que hacer nada.',
  placed: ({ orderId, name, price }) =>
    `Pedido de OVHcloud *${orderId}* para el proyecto *${name}*: ${price} IVA incl. No cuesta nada, y la aplicación lo está confirmando en OVHcloud; no hay que hacer nada.`,
  directPlaced: ({ name, price, channel }) =>
    `Su pedido del proyecto *${name}* ha sido aprobado y realizado en OVHcloud: ${price} IVA incl. No cuesta nada, así que la aplicación también lo confirma; el resto está en su hilo, en ${channel}.`,
  failed: ({ requester, orderId }) =>
    `${requester} la aplicación no ha podido confirmar el pedido de OVHcloud ${orderId}. No cuesta nada, pero falta un clic en el enlace de pago, que está más arriba.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} la aplicación no ha podido confirmar el pedido de OVHcloud ${orderId}. No cuesta nada, pero falta un clic en el enlace de pago; lo tiene en un mensaje directo.`,
  hadFailed: ({ orderId }) => `La aplicación no pudo confirmar el pedido de OVHcloud ${orderId}.`,
  standing: 'confirmándose',
};
