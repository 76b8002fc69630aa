import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud la vérifie avant la livraison ; vous n’avez rien à faire.',
    under_review: 'Les équipes d’OVHcloud l’examinent avant la livraison ; vous n’avez rien à faire.',
    documents_requested: 'OVHcloud attend des documents du titulaire du compte ; consultez le fil.',
    delivering: 'OVHcloud est en train de la livrer.',
    delivered: 'OVHcloud l’a livrée ; le projet apparaît dans quelques minutes.',
  },
  deliveredOverdue:
    'OVHcloud l’a livrée, mais son projet est encore introuvable ; l’application continue de chercher.',
  cancelling: ({ orderId }) => `OVHcloud est en train d’annuler la commande ${orderId}.`,
  paid: ({ orderId }) => `*Payée :* commande OVHcloud ${orderId}.`,
  charged: ({ orderId }) => `*Moyen de paiement du compte débité :* commande OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confirmée :* commande OVHcloud ${orderId}, qui est gratuite.`,
  ready: ({ projectId }) => `*Prêt :* projet \`${projectId}\``,
  readyUnverified: ({ projectId }) =>
    `*Livré :* projet \`${projectId}\`. L’application n’a pas pu le lire ; consultez le fil.`,
  paymentExpired: ({ orderId }) => `*Expirée :* la commande OVHcloud ${orderId} n’a pas été payée à temps.`,
  paymentUnknown: ({ orderId }) =>
    `*Terminée :* OVHcloud n’indique pas si la commande ${orderId} a été payée à temps.`,

  nextUntil: ({ until }) => `La commande expire si elle n’est pas payée avant le ${until}.`,
  nextFreeUntil: ({ until }) => `La commande expire si elle n’est pas confirmée avant le ${until}.`,
  nextFree:
    'Ensuite : la commande est gratuite, mais quelqu’un doit la confirmer d’un clic sur le lien de paiement.',
  nextPaymentExpired: 'Rien n’a été payé. Utilisez *Réessayer* dans le fil.',
  nextPaymentUnknown:
    'Cherchez la commande dans l’espace client OVHcloud avant d’utiliser *Réessayer* dans le fil.',
  openProject: 'Ouvrir dans l’espace client OVHcloud',

  over: ({ orderId }) =>
    `La commande OVHcloud *${orderId}* a été passée, puis s’est terminée. Ne la payez plus.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester}, le paiement de la commande OVHcloud ${orderId} a échoué. Vous pouvez réessayer avec le lien de paiement.`,
  paymentHadFailed: ({ orderId }) =>
    `La commande OVHcloud ${orderId} a d’abord été signalée comme payée, mais ce paiement a échoué.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester}, rappel : le projet *${name}* (${price} TTC) n’est pas encore payé. La commande expire le ${until} ; le lien de paiement est ci-dessus.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester}, rappel : la commande du projet *${name}* est gratuite, mais il faut encore la confirmer d’un clic sur le lien de paiement. Elle expire le ${until}.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester}, rappel : le projet *${name}* (${price} TTC) n’est pas encore payé. La commande expire le ${until} ; vous avez reçu le lien de paiement en message direct.`,
  notCharged: ({ requester, orderId }) =>
    `${requester}, OVHcloud n’a pas encore débité le moyen de paiement du compte pour la commande ${orderId}. Elle peut être payée avec le lien de paiement.`,
  reminded: 'Un rappel de paiement a été envoyé au demandeur.',
  documents: ({ requester, orderId }) =>
    `${requester}, OVHcloud demande des documents avant de livrer la commande ${orderId} : leur liste se trouve dans l’espace client et dans les e-mails d’OVHcloud au titulaire du compte. Demandez à cette personne de les envoyer.`,
  documentsSettled: 'OVHcloud a demandé des documents au titulaire du compte.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester}, OVHcloud indique que la commande ${orderId} est livrée, mais son projet est encore introuvable. L’application continue de chercher ; s’il n’apparaît pas, le titulaire du compte peut s’adresser au support OVHcloud.`,
  projectWasOverdue: 'Le projet a mis plus de temps que d’habitude à apparaître.',
  projectReady: ({ name, projectId }) =>
    `Le projet *${name}* est prêt. Son identifiant est \`${projectId}\`.`,
  projectUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud a livré le projet *${name}*. Son identifiant est \`${projectId}\`, selon la commande OVHcloud ${orderId}.`,
  unverified: {
    forbidden: ({ answer }) =>
      `L’application n’a pas pu lire le projet : OVHcloud ne le lui permet pas (${answer}). L’administrateur de l’application peut donner à sa clé le droit GET /cloud/project/…, ou celui du compte autoriser publicCloudProject:apiovh:get dans la politique d’accès.`,
    not_shown: ({ answer }) =>
      `L’application n’a pas pu lire le projet : OVHcloud ne le montre pas (${answer}). S’il n’est pas non plus dans l’espace client, le titulaire du compte peut s’adresser au support OVHcloud.`,
    no_answer: 'L’application n’a pas pu lire le projet : OVHcloud n’a pas répondu.',
    creating: 'OVHcloud indique qu’il est encore en cours de création.',
  },
  otherName: ({ atOvh }) => `Chez OVHcloud, il s’appelle « ${atOvh} ».`,
  noName: 'Chez OVHcloud, il n’a pas encore de nom.',
  orderExpired: ({ orderId }) =>
    `La commande OVHcloud ${orderId} n’a pas été payée à temps et a expiré. Rien n’a été payé. N’utilisez plus son lien de paiement.`,
  orderPaymentUnknown: ({ orderId }) =>
    `OVHcloud n’indique pas si la commande ${orderId} a été payée à temps : elle se termine donc ici. N’utilisez plus son lien de paiement, et cherchez-la dans l’espace client OVHcloud (Facturation > Mes commandes) avant de commander à nouveau ce projet. S’il s’avère qu’elle a été payée, elle se poursuit ici.`,

  paidAfterExpiry: ({ orderId }) =>
    `La commande OVHcloud ${orderId} avait expiré ici, mais a finalement été payée.`,
  directReady: ({ name, projectId }) =>
    `Votre projet *${name}* est prêt. Son identifiant est \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud a livré votre projet *${name}*. Son identifiant est \`${projectId}\`, selon la commande OVHcloud ${orderId}.`,
};
