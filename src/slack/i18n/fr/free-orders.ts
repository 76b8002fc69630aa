import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `En approuvant, vous commandez le projet « ${name} » pour ${price} TTC. La commande est gratuite : l’application la confirme aussi.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} : vous commandez le projet « ${name} » pour ${price} TTC. La commande est gratuite : l’application la confirme aussi.`,
  payment: 'rien à payer ; l’application confirme la commande',
  nextWaiting: ({ until }) =>
    `À approuver dans le fil avant le ${until}. La commande est alors passée et l’application la confirme : il n’y a rien à payer.`,
  nextConfirming:
    'La commande est gratuite : l’application la confirme chez OVHcloud, vous n’avez rien à faire.',
  placed: ({ orderId, name, price }) =>
    `Commande OVHcloud *${orderId}* pour le projet *${name}* (${price} TTC). Elle est gratuite et l’application la confirme : vous n’avez rien à faire.`,
  failed: ({ requester, orderId }) =>
    `${requester}, l’application n’a pas pu confirmer la commande OVHcloud ${orderId}. Elle est gratuite, mais il faut la confirmer d’un clic sur le lien de paiement ci-dessus.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester}, l’application n’a pas pu confirmer la commande OVHcloud ${orderId}. Elle est gratuite, mais il faut la confirmer d’un clic sur le lien de paiement, dans vos messages directs.`,
  hadFailed: ({ orderId }) => `L’application n’a pas pu confirmer la commande OVHcloud ${orderId}.`,
  listed: 'en cours de confirmation',
};
