import type { Messages } from '../en.ts';

export const checkout: Messages['checkout'] = {
  thread: {
    toPay: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* (${price} TTC), à payer.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* (${price} TTC), à payer avant le ${until}.`,
    free: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* (${price} TTC). Elle est gratuite, mais il faut encore la confirmer d’un clic sur le lien de paiement.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* (${price} TTC). Elle est gratuite, mais il faut encore la confirmer d’un clic sur le lien de paiement avant le ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* (${price} TTC). Le débit du moyen de paiement du compte a été demandé à OVHcloud ; le fil indiquera si le débit a réussi.`,
    otherPrice: ({ approverMentions, approved }) =>
      `${approverMentions} Ce n’est *pas* le prix approuvé, qui était de ${approved} TTC : vérifiez avant tout paiement.`,
    secret:
      'Toute personne qui a le lien de paiement peut voir et payer la commande : ne le partagez pas en dehors de ce canal.',
  },
  requester: {
    toPay: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* (${price} TTC), à payer.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* (${price} TTC), à payer avant le ${until}.`,
    free: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* (${price} TTC). Elle est gratuite, mais il faut encore la confirmer d’un clic sur le lien de paiement.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* (${price} TTC). Elle est gratuite, mais il faut encore la confirmer d’un clic sur le lien de paiement avant le ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* (${price} TTC). Le débit du moyen de paiement du compte a été demandé à OVHcloud ; le fil indiquera si le débit a réussi.`,
    otherPrice: ({ approved }) =>
      `Ce n’est *pas* le prix approuvé, qui était de ${approved} TTC : vérifiez avant de payer.`,
    secret: 'Toute personne qui a le lien de paiement peut voir et payer la commande : gardez-le pour vous.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `Le prix chez OVHcloud est de ${price} TTC ; le prix approuvé était de ${approved}.`,
  pay: 'Payer',
  strangeUrl:
    'Le lien de paiement fourni par OVHcloud n’est pas une adresse web : il n’est donc pas affiché. Payez la commande dans l’espace client OVHcloud (Facturation > Mes commandes).',
  seeOrder: 'Voir la commande',
};
