import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  rejected: ({ name, channel, by }) => `${by} ha rechazado su pedido del proyecto *${name}* en ${channel}.`,
  cancelled: ({ name, channel, by }) => `${by} ha cancelado su pedido del proyecto *${name}* en ${channel}.`,
  expired: ({ name, channel }) =>
    `Su pedido del proyecto *${name}* en ${channel} no se aprobó a tiempo y ha caducado.`,
  failed: ({ name, channel }) => `Su pedido del proyecto *${name}* en ${channel} no se ha realizado.`,
  ended: ({ name, channel }) => `Su pedido del proyecto *${name}* en ${channel} ha terminado.`,
  paymentExpired: ({ name, orderId, channel }) =>
    `Su pedido del proyecto *${name}* en ${channel} (pedido de OVHcloud ${orderId}) no se pagó a tiempo y ha caducado. No se ha pagado nada.`,
  paymentUnknown: ({ name, orderId, channel }) =>
    `OVHcloud no dice si su pedido del proyecto *${name}* en ${channel} (pedido de OVHcloud ${orderId}) se pagó a tiempo, así que termina aquí. Búsquelo en el área de cliente de OVHcloud antes de volver a pedir este proyecto.`,
  goesOn: ({ name }) => `Su pedido del proyecto *${name}* continúa: consulte el hilo.`,
};
