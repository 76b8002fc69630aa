import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud la vérifie avant de la livrer ; il n’y a rien à faire.',
    under_review: 'Le personnel d’OVHcloud la vérifie avant sa livraison ; il n’y a rien à faire.',
    documents_requested: 'OVHcloud attend des documents du titulaire du compte avant de la livrer.',
    delivering: 'OVHcloud est en train de la livrer.',
    delivered: 'OVHcloud l’a livrée ; le projet apparaît dans quelques minutes.',
  },
  deliveredOverdue:
    'OVHcloud l’a livrée, mais son projet n’est pas encore visible ; il est toujours cherché.',
  cancelling: ({ orderId }) => `OVHcloud annule sa commande ${orderId}.`,
  paid: ({ orderId }) => `*Payée* : la commande OVHcloud ${orderId}.`,
  charged: ({ orderId }) => `*Débitée sur le moyen de paiement du compte* : la commande OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confirmée* : la commande OVHcloud ${orderId}, qui ne coûte rien.`,
  ready: ({ projectId }) => `*Prêt* : l’identifiant du projet est \`${projectId}\`.`,
  paymentExpired: ({ orderId }) => `*Échue* : la commande OVHcloud ${orderId} n’a pas été payée à temps.`,
  cancelled: '*Annulée chez OVHcloud* : voyez le fil.',

  nextUntil: ({ until }) => `Elle échoit si elle n’est pas payée jusqu’au ${until}.`,
  nextFreeUntil: ({ until }) => `Elle échoit si elle n’est pas confirmée jusqu’au ${until}.`,
  nextFree:
    'Ensuite : elle ne coûte rien, mais quelqu’un doit la confirmer d’un clic sur le lien de paiement.',
  nextReady: 'Ensuite : l’identifiant du projet et un lien vers lui apparaissent ici.',
  nextDocuments: 'Le fil dit ce qu’OVHcloud demande, et à qui.',
  nextPaymentExpired: 'Rien n’a été payé. « Réessayer » est dans le fil.',
  openProject: 'L’ouvrir dans l’espace client OVHcloud',

  settled: ({ orderId, name, price }) =>
    `Commande OVHcloud *${orderId}* pour le projet *${name}* : ${price} TTC. Elle est payée.`,
  over: ({ orderId }) =>
    `La commande OVHcloud *${orderId}* a été passée, et elle est terminée. Ne la payez plus, s’il vous plaît.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} le paiement de la commande OVHcloud ${orderId} n’a pas fonctionné. Elle peut être payée de nouveau avec le lien de paiement.`,
  paymentHadFailed: ({ orderId }) => `Un paiement de la commande OVHcloud ${orderId} n’a pas fonctionné.`,
  countedAsPaid: ({ orderId }) =>
    `La commande OVHcloud ${orderId} passait d’abord pour payée, mais ce paiement n’a pas fonctionné.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester} rappel : le projet *${name}* (${price} TTC) n’est pas encore payé. La commande échoit le ${until} ; le lien de paiement est ci-dessus.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester} rappel : le projet *${name}* ne coûte rien, mais demande encore un clic sur le lien de paiement. La commande échoit le ${until}.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester} rappel : le projet *${name}* (${price} TTC) n’est pas encore payé. La commande échoit le ${until} ; vous avez le lien de paiement dans un message direct.`,
  notCharged: ({ requester, orderId }) =>
    `${requester} OVHcloud n’a pas encore débité le moyen de paiement du compte pour la commande ${orderId}. Elle peut être payée avec le lien de paiement.`,
  reminded: 'Le paiement a été rappelé au demandeur.',
  documents: ({ requester, orderId }) =>
    `${requester} OVHcloud demande des documents avant de livrer la commande ${orderId} : le titulaire du compte OVHcloud trouve lesquels dans l’espace client et dans les e-mails d’OVHcloud. Veuillez lui demander de les envoyer.`,
  documentsSettled: 'OVHcloud a demandé des documents au titulaire du compte.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester} OVHcloud dit que la commande ${orderId} est livrée, mais son projet n’est pas encore visible. Il est toujours cherché ; s’il n’apparaît pas, le titulaire du compte peut demander au support OVHcloud.`,
  projectWasOverdue: 'Le projet a mis plus de temps que d’habitude à apparaître.',
  projectReady: ({ name, projectId }) =>
    `Le projet *${name}* est prêt. Son identifiant est \`${projectId}\`.`,
  otherName: ({ atOvh }) => `Chez OVHcloud, il s’appelle « ${atOvh} ».`,
  noName: 'Chez OVHcloud, il n’a pas encore de nom.',
  orderExpired: ({ orderId }) =>
    `La commande OVHcloud ${orderId} n’a pas été payée à temps et est échue. Rien n’a été payé. N’utilisez plus son lien de paiement, s’il vous plaît.`,

  paidAfterExpiry: ({ orderId }) =>
    `La commande OVHcloud ${orderId} était échue ici, mais a finalement été payée.`,
  directReady: ({ name, projectId }) =>
    `Votre projet *${name}* est prêt. Son identifiant est \`${projectId}\`.`,
  directPaymentExpired: ({ name, orderId, channel }) =>
    `Votre commande du projet *${name}* dans ${channel} (commande OVHcloud ${orderId}) n’a pas été payée à temps et est échue. Rien n’a été payé ; « Réessayer » est dans son fil.`,
  directPaidAfterExpiry: ({ name, orderId, channel }) =>
    `Votre commande du projet *${name}* dans ${channel} (commande OVHcloud ${orderId}) était échue, mais a finalement été payée. Son fil dit ce qu’il en advient.`,
};
