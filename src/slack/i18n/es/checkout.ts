import type { Messages } from '../en.ts';

export const checkout: Messages['checkout'] = {
  thread: {
    toPay: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* para el proyecto *${name}*: ${price} IVA incl., por pagar.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* para el proyecto *${name}*: ${price} IVA incl., por pagar hasta el ${until}.`,
    free: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* para el proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero falta un clic en el enlace de pago.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* para el proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero falta un clic en el enlace de pago hasta el ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* para el proyecto *${name}*: ${price} IVA incl. Se ha pedido a OVHcloud que cargue el importe en la forma de pago de la cuenta; este hilo dice si ha funcionado.`,
    otherPrice: ({ approverMentions, approved }) =>
      `${approverMentions} este *no* es el precio aprobado de ${approved} IVA incl.: compruébenlo antes de que alguien pague.`,
    secret: 'Quien tenga este enlace puede ver y pagar el pedido: no lo compartan fuera de aquí.',
  },
  requester: {
    toPay: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* para su proyecto *${name}*: ${price} IVA incl., por pagar.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* para su proyecto *${name}*: ${price} IVA incl., por pagar hasta el ${until}.`,
    free: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* para su proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero falta un clic en el enlace de pago.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* para su proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero falta un clic en el enlace de pago hasta el ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* para su proyecto *${name}*: ${price} IVA incl. Se ha pedido a OVHcloud que cargue el importe en la forma de pago de la cuenta; este hilo dice si ha funcionado.`,
    otherPrice: ({ approved }) =>
      `Este *no* es el precio aprobado de ${approved} IVA incl.: compruébelo antes de pagar.`,
    secret: 'Quien tenga este enlace puede ver y pagar el pedido: no lo comparta.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `El precio en OVHcloud es de ${price} con impuestos; se aprobaron ${approved}.`,
  pay: 'Pagar',
  strangeUrl:
    'El enlace de pago que ha dado OVHcloud no es una dirección web, así que no se muestra. Pague el pedido en el área de cliente de OVHcloud (Facturación > Mis pedidos).',
  seeOrder: 'Ver el pedido',
};
