import type { Messages } from '../en.ts';

export const checkout: Messages['checkout'] = {
  thread: {
    toPay: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* del proyecto *${name}*: ${price} IVA incl., pendiente de pago.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* del proyecto *${name}*: ${price} IVA incl., que deben pagarse antes del ${until}.`,
    free: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* del proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero hay que hacer clic en el enlace de pago.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* del proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero hay que hacer clic en el enlace de pago antes del ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* del proyecto *${name}*: ${price} IVA incl. Se ha solicitado a OVHcloud que cargue el importe en la forma de pago de la cuenta; el resultado se indica en el hilo.`,
    otherPrice: ({ approverMentions, approved }) =>
      `${approverMentions} este *no* es el precio aprobado de ${approved} IVA incl.: compruébenlo antes de que alguien pague.`,
    secret: 'Quien tenga el enlace de pago puede ver y pagar el pedido: no lo compartan fuera de este canal.',
  },
  requester: {
    toPay: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* de su proyecto *${name}*: ${price} IVA incl., pendiente de pago.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* de su proyecto *${name}*: ${price} IVA incl., que deben pagarse antes del ${until}.`,
    free: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* de su proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero hay que hacer clic en el enlace de pago.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Pedido de OVHcloud *${orderId}* de su proyecto *${name}*: ${price} IVA incl. No cuesta nada, pero hay que hacer clic en el enlace de pago antes del ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Pedido de OVHcloud *${orderId}* de su proyecto *${name}*: ${price} IVA incl. Se ha solicitado a OVHcloud que cargue el importe en la forma de pago de la cuenta; el resultado se indica en el hilo.`,
    otherPrice: ({ approved }) =>
      `Este *no* es el precio aprobado de ${approved} IVA incl.: compruébelo antes de pagar.`,
    secret: 'Quien tenga el enlace de pago puede ver y pagar el pedido: no lo comparta con nadie.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `El precio en OVHcloud es de ${price} IVA incl.; el aprobado era de ${approved}.`,
  pay: 'Pagar',
  strangeUrl:
    'El enlace de pago que ha dado OVHcloud no es una dirección web, así que no se muestra. Pague el pedido en el área de cliente de OVHcloud (Facturación > Mis pedidos).',
  seeOrder: 'Ver el pedido',
};
