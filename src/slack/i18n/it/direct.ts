import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  placed: ({ name, price, channel }) =>
    `L’ordine del progetto *${name}* è stato approvato e inoltrato a OVHcloud: ${price} IVA inclusa. Il link di pagamento è nella discussione in ${channel}.`,
  placedAutoPay: ({ name, price, channel }) =>
    `L’ordine del progetto *${name}* è stato approvato e inoltrato a OVHcloud, che addebita l’account: ${price} IVA inclusa. Il seguito è nella discussione in ${channel}.`,
  rejected: ({ name, channel, by }) =>
    `L’ordine del progetto *${name}* in ${channel} è stato rifiutato da ${by}. Non è stato ordinato nulla.`,
  expired: ({ name, channel }) =>
    `L’ordine del progetto *${name}* in ${channel} non è stato approvato in tempo ed è scaduto. Non è stato ordinato nulla; digitare /order-cloud per richiederlo di nuovo.`,
  failed: ({ name, channel }) => `L’ordine del progetto *${name}* in ${channel} non è stato inoltrato.`,
  ended: ({ name, channel }) => `L’ordine del progetto *${name}* in ${channel} è terminato.`,
};
