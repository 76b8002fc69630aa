import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  rejected: ({ name, channel, by }) =>
    `Il tuo ordine per *${name}* in ${channel} è stato rifiutato da ${by}.`,
  cancelled: ({ name, channel, by }) =>
    `Il tuo ordine per *${name}* in ${channel} è stato annullato da ${by}.`,
  expired: ({ name, channel }) =>
    `Il tuo ordine per *${name}* in ${channel} non è stato approvato in tempo ed è scaduto.`,
  failed: ({ name, channel }) => `Il tuo ordine per *${name}* in ${channel} non è stato effettuato.`,
  ended: ({ name, channel }) => `Il tuo ordine per *${name}* in ${channel} è stato chiuso.`,
  paymentExpired: ({ name, orderId, channel }) =>
    `Il tuo ordine per *${name}* in ${channel} (ordine OVHcloud ${orderId}) non è stato pagato in tempo ed è scaduto. Non è stato pagato nulla.`,
  paymentUnknown: ({ name, orderId, channel }) =>
    `OVHcloud non indica se il tuo ordine per *${name}* in ${channel} (ordine OVHcloud ${orderId}) è stato pagato in tempo, quindi viene chiuso nell’app. Cercalo nello Spazio Cliente OVHcloud prima di ordinare di nuovo questo progetto.`,
  goesOn: ({ name }) => `Il tuo ordine per *${name}* prosegue: vedi il thread.`,
};
