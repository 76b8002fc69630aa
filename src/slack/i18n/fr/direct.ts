import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  rejected: ({ name, channel, by }) =>
    `Votre commande pour *${name}* dans ${channel} a été refusée par ${by}.`,
  cancelled: ({ name, channel, by }) =>
    `Votre commande pour *${name}* dans ${channel} a été annulée par ${by}.`,
  expired: ({ name, channel }) =>
    `Votre commande pour *${name}* dans ${channel} n’a pas été approuvée à temps et a expiré.`,
  failed: ({ name, channel }) => `Votre commande pour *${name}* dans ${channel} n’a pas été passée.`,
  ended: ({ name, channel }) => `Votre commande pour *${name}* dans ${channel} est terminée.`,
  paymentExpired: ({ name, orderId, channel }) =>
    `Votre commande pour *${name}* dans ${channel} (commande OVHcloud ${orderId}) n’a pas été payée à temps et a expiré. Rien n’a été payé.`,
  paymentUnknown: ({ name, orderId, channel }) =>
    `OVHcloud n’indique pas si votre commande pour *${name}* dans ${channel} (commande OVHcloud ${orderId}) a été payée à temps : elle se termine donc ici. Cherchez-la dans l’espace client OVHcloud avant de commander à nouveau ce projet.`,
  goesOn: ({ name }) => `Votre commande pour *${name}* se poursuit : consultez son fil.`,
};
