import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Al aprobar, se pide el proyecto «${name}» por ${price} IVA incl. No cuesta nada; la aplicación también confirma el pedido.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Con la aprobación ${number} de ${required} se pide el proyecto «${name}» por ${price} IVA incl. No cuesta nada; la aplicación también confirma el pedido.`,
  payment: 'nada que pagar; la aplicación confirma el pedido',
  nextWaiting: ({ until }) =>
    `Pendiente de aprobar en el hilo antes del ${until}. Una vez aprobado, se realiza el pedido y la aplicación lo confirma: no hay nada que pagar.`,
  nextConfirming: 'No cuesta nada: la aplicación lo confirma en OVHcloud; no tiene que hacer nada.',
  placed: ({ orderId, name, price }) =>
    `Pedido de OVHcloud *${orderId}* del proyecto *${name}*: ${price} IVA incl. No cuesta nada y la aplicación lo está confirmando; no tiene que hacer nada.`,
  failed: ({ requester, orderId }) =>
    `${requester} la aplicación no ha podido confirmar el pedido de OVHcloud ${orderId}. No cuesta nada, pero hay que hacer clic en el enlace de pago de arriba.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} la aplicación no ha podido confirmar el pedido de OVHcloud ${orderId}. No cuesta nada, pero hay que hacer clic en el enlace de pago de sus mensajes directos.`,
  hadFailed: ({ orderId }) => `La aplicación no pudo confirmar el pedido de OVHcloud ${orderId}.`,
  listed: 'en confirmación',
};
