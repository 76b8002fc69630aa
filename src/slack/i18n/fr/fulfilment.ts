import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud la vérifie avant la livraison ; vous n’avez rien à faire.',
    under_review: 'Le personnel d’OVHcloud l’examine avant la livraison ; vous n’avez rien à faire.',
    documents_requested: 'OVHcloud attend des documents du titulaire du compte ; voir le fil.',
    delivering: 'OVHcloud est en train de la livrer.',
    delivered: 'OVHcloud l’a livrée ; le projet apparaît dans quelques minutes.',
  },
  deliveredOverdue:
    'OVHcloud l’a livrée, mais son projet est encore introuvable ; l’application continue de chercher.',
  cancelling: ({ orderId }) => `OVHcloud annule sa commande ${orderId}.`,
  paid: ({ orderId }) => `*Payée* : la commande OVHcloud ${orderId}.`,
  charged: ({ orderId }) => `*Débitée sur le moyen de paiement du compte* : la commande OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confirmée* : la commande OVHcloud ${orderId}, qui ne coûte rien.`,
  ready: ({ projectId }) => `*Prêt* : projet \`${projectId}\``,
  readyUnverified: ({ projectId }) =>
    `*Livré* : projet \`${projectId}\`. L’application n’a pas pu le lire ; voir le fil.`,
  paymentExpired: ({ orderId }) => `*Expirée* : la commande OVHcloud ${orderId} n’a pas été payée à temps.`,
  paymentUnknown: ({ orderId }) =>
    `*Terminée* : OVHcloud ne dit pas si sa commande ${orderId} a été payée à temps.`,

  nextUntil: ({ until }) => `Elle expire si elle n’est pas payée avant le ${until}.`,
  nextFreeUntil: ({ until }) => `Elle expire si elle n’est pas confirmée avant le ${until}.`,
  nextFree:
    'Ensuite : elle ne coûte rien, mais quelqu’un doit la confirmer d’un clic sur le lien de paiement.',
  nextPaymentExpired: 'Rien n’a été payé. Utilisez *Réessayer* dans le fil.',
  nextPaymentUnknown: 'Cherchez-la dans l’espace client OVHcloud avant d’utiliser *Réessayer* dans le fil.',
  openProject: 'L’ouvrir dans l’espace client OVHcloud',

  over: ({ orderId }) =>
    `La commande OVHcloud *${orderId}* a été passée et s’est terminée. Ne la payez plus.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} le paiement de la commande OVHcloud ${orderId} n’a pas abouti. Vous pouvez réessayer avec le lien de paiement.`,
  paymentHadFailed: ({ orderId }) =>
    `La commande OVHcloud ${orderId} a d’abord été signalée comme payée, mais ce paiement n’a pas abouti.`,
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
  projectUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud a livré le projet *${name}*. Son identifiant est \`${projectId}\`, selon la commande OVHcloud ${orderId}.`,
  unverified: {
    forbidden: ({ answer }) =>
      `L’application n’a pas pu lire le projet : OVHcloud ne le lui permet pas (${answer}). L’exploitant de cette application peut donner à sa clé le droit GET /cloud/project/…, ou l’administrateur du compte permettre publicCloudProject:apiovh:get dans la politique d’accès.`,
    not_shown: ({ answer }) =>
      `L’application n’a pas pu lire le projet : OVHcloud ne le montre pas (${answer}). S’il n’est pas non plus dans l’espace client, le titulaire du compte peut s’adresser au support OVHcloud.`,
    no_answer: 'L’application n’a pas pu lire le projet : OVHcloud n’a pas répondu.',
    creating: 'OVHcloud dit qu’il est encore en cours de création.',
  },
  otherName: ({ atOvh }) => `Chez OVHcloud, il s’appelle « ${atOvh} ».`,
  noName: 'Chez OVHcloud, il n’a pas encore de nom.',
  orderExpired: ({ orderId }) =>
    `La commande OVHcloud ${orderId} n’a pas été payée à temps et est échue. Rien n’a été payé. N’utilisez plus son lien de paiement, s’il vous plaît.`,
  orderPaymentUnknown: ({ orderId }) =>
    `OVHcloud ne dit pas si sa commande ${orderId} a été payée à temps ; cette commande se termine donc ici. N’utilisez plus son lien de paiement, et cherchez-la dans l’espace client OVHcloud (Facturation > Mes commandes) avant de commander de nouveau ce projet. S’il s’avère qu’elle est payée, cette commande reprend.`,

  paidAfterExpiry: ({ orderId }) =>
    `La commande OVHcloud ${orderId} était échue ici, mais a finalement été payée.`,
  directReady: ({ name, projectId }) =>
    `Votre projet *${name}* est prêt. Son identifiant est \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud a livré votre projet *${name}*. Son identifiant est \`${projectId}\`, selon la commande OVHcloud ${orderId}.`,
};
