import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  placed: ({ name, price, channel }) =>
    `Votre commande du projet *${name}* a été approuvée et passée chez OVHcloud : ${price} TTC. Le lien de paiement est dans son fil, dans ${channel}.`,
  placedAutoPay: ({ name, price, channel }) =>
    `Votre commande du projet *${name}* a été approuvée et passée chez OVHcloud, qui débite le compte : ${price} TTC. La suite est dans son fil, dans ${channel}.`,
  rejected: ({ name, channel, by }) =>
    `Votre commande du projet *${name}* dans ${channel} a été refusée par ${by}. Rien n’a été commandé.`,
  expired: ({ name, channel }) =>
    `Votre commande du projet *${name}* dans ${channel} n’a pas été approuvée à temps et a expiré. Rien n’a été commandé ; tapez /order-cloud pour refaire la demande.`,
  failed: ({ name, channel }) => `Votre commande du projet *${name}* dans ${channel} n’a pas été passée.`,
  ended: ({ name, channel }) => `Votre commande du projet *${name}* dans ${channel} est terminée.`,
};
