import type { Messages } from '../en.ts';

export const checkout: Messages['checkout'] = {
  thread: {
    toPay: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC, à payer.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC, à payer jusqu’au ${until}.`,
    free: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC. Elle ne coûte rien, mais demande encore un clic sur le lien de paiement.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC. Elle ne coûte rien, mais demande encore un clic sur le lien de paiement jusqu’au ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC. OVHcloud doit débiter le moyen de paiement du compte ; ce fil dit si cela a réussi.`,
    otherPrice: ({ approverMentions, approved }) =>
      `${approverMentions} ce n’est *pas* le prix approuvé de ${approved} TTC : regardez avant que quelqu’un ne paie.`,
    secret: 'Toute personne qui a ce lien peut voir et payer la commande : gardez-le entre vous.',
  },
  requester: {
    toPay: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* : ${price} TTC, à payer.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* : ${price} TTC, à payer jusqu’au ${until}.`,
    free: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* : ${price} TTC. Elle ne coûte rien, mais demande encore un clic sur le lien de paiement.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* : ${price} TTC. Elle ne coûte rien, mais demande encore un clic sur le lien de paiement jusqu’au ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Commande OVHcloud *${orderId}* pour votre projet *${name}* : ${price} TTC. OVHcloud doit débiter le moyen de paiement du compte ; ce fil dit si cela a réussi.`,
    otherPrice: ({ approved }) =>
      `Ce n’est *pas* le prix approuvé de ${approved} TTC : regardez avant de payer.`,
    secret: 'Toute personne qui a ce lien peut voir et payer la commande : gardez-le pour vous.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `Le prix chez OVHcloud est de ${price} TTC ; ${approved} ont été approuvés.`,
  pay: 'Payer',
  strangeUrl:
    'Le lien de paiement donné par OVHcloud n’est pas une adresse web : il n’est donc pas affiché. Payez la commande dans l’espace client OVHcloud (Facturation > Mes commandes).',
  seeOrder: 'Voir la commande',
};
