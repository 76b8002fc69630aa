import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  placed: ({ name, price, channel }) =>
    `Su pedido del proyecto *${name}* ha sido aprobado y realizado en OVHcloud: ${price} IVA incl. El enlace de pago está en su hilo, en ${channel}.`,
  placedAutoPay: ({ name, price, channel }) =>
    `Su pedido del proyecto *${name}* ha sido aprobado y realizado en OVHcloud, que carga el importe en la cuenta: ${price} IVA incl. El resto está en su hilo, en ${channel}.`,
  rejected: ({ name, channel, by }) =>
    `Su pedido del proyecto *${name}* en ${channel} ha sido rechazado por ${by}. No se ha pedido nada.`,
  expired: ({ name, channel }) =>
    `Su pedido del proyecto *${name}* en ${channel} no se aprobó a tiempo y ha caducado. No se ha pedido nada; escriba /order-cloud para volver a solicitarlo.`,
  failed: ({ name, channel }) => `Su pedido del proyecto *${name}* en ${channel} no se ha realizado.`,
  ended: ({ name, channel }) => `Su pedido del proyecto *${name}* en ${channel} ha terminado.`,
};
