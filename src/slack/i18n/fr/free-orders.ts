import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Le projet « ${name} » est alors commandé pour ${price} TTC. Il ne coûte rien : l’application confirme aussi la commande chez OVHcloud.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} : le projet « ${name} » est commandé pour ${price} TTC. Il ne coûte rien : l’application confirme aussi la commande chez OVHcloud.`,
  payment: 'rien à payer ; l’application confirme la commande',
  nextWaiting:
    'Ensuite : une fois approuvée, la commande est passée et, comme elle ne coûte rien, confirmée par l’application. Personne n’a à payer.',
  nextConfirming:
    'Ensuite : l’application la confirme chez OVHcloud, comme elle ne coûte rien ; il n’y a rien à faire.',
  placed: ({ orderId, name, price }) =>
    `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC. Elle ne coûte rien, et l’application est en train de la confirmer chez OVHcloud ; il n’y a rien à faire.`,
  directPlaced: ({ name, price, channel }) =>
    `Votre commande du projet *${name}* a été approuvée et passée chez OVHcloud : ${price} TTC. Elle ne coûte rien, l’application la confirme donc aussi ; la suite est dans son fil, dans ${channel}.`,
  failed: ({ requester, orderId }) =>
    `${requester} l’application n’a pas pu confirmer la commande OVHcloud ${orderId}. Elle ne coûte rien, mais demande un clic sur le lien de paiement, qui est plus haut.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} l’application n’a pas pu confirmer la commande OVHcloud ${orderId}. Elle ne coûte rien, mais demande un clic sur le lien de paiement ; vous l’avez dans un message direct.`,
  hadFailed: ({ orderId }) => `L’application n’a pas pu confirmer la commande OVHcloud ${orderId}.`,
  standing: 'en cours de confirmation',
};
