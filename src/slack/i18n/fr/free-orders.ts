import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Le projet « ${name} » est commandé pour ${price} TTC. Il ne coûte rien : l’application confirme aussi la commande.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} : le projet « ${name} » est commandé pour ${price} TTC. Il ne coûte rien : l’application confirme aussi la commande.`,
  payment: 'rien à payer ; l’application confirme la commande',
  nextWaiting: ({ until }) =>
    `À approuver dans le fil avant le ${until}. La commande est alors passée, et l’application la confirme : il n’y a rien à payer.`,
  nextConfirming: 'Elle ne coûte rien : l’application la confirme chez OVHcloud, vous n’avez rien à faire.',
  placed: ({ orderId, name, price }) =>
    `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC. Elle ne coûte rien et l’application la confirme ; vous n’avez rien à faire.`,
  failed: ({ requester, orderId }) =>
    `${requester} l’application n’a pas pu confirmer la commande OVHcloud ${orderId}. Elle ne coûte rien, mais il faut un clic sur le lien de paiement ci-dessus.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} l’application n’a pas pu confirmer la commande OVHcloud ${orderId}. Elle ne coûte rien, mais il faut un clic sur le lien de paiement, dans vos messages directs.`,
  hadFailed: ({ orderId }) => `L’application n’a pas pu confirmer la commande OVHcloud ${orderId}.`,
  listed: 'en cours de confirmation',
};
