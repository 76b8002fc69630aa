import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name }) => `Projet Public Cloud « ${name} »`,
  asked: ({ requester, name }) => `${requester} a demandé le projet Public Cloud « ${name} ».`,
  id: ({ id }) => `Commande ${id}`,
  unexpectedOrder: ({ orderId }: { orderId: string }) =>
    `La commande OVHcloud ${orderId} existe aussi : voir le fil avant tout paiement.`,
  unexpectedOrderUnknown:
    'Il existe une commande OVHcloud que l’application ne trouve pas : voir le fil avant tout paiement.',
  status: {
    recovered: ({ orderId }: { orderId: string }) =>
      `*Commandé* avant la restauration de la base de données : commande OVHcloud ${orderId}.`,
    preparing: ({ requester }) => `*Devis en préparation* pour ${requester}…`,
    noQuote: '*Pas encore de devis d’OVHcloud.*',
    waiting: '*En attente d’approbation* dans le fil.',
    waitingForMore: ({ given, required }) =>
      `*En attente d’approbation* dans le fil : ${given} sur ${required}.`,
    approved: ({ approvers }) => `*Approuvée* par ${approvers}. La commande est en train d’être passée…`,
    outcomeUnknown: '*Vérification auprès d’OVHcloud : la commande a-t-elle été passée ?*',
    ordered: ({ approvers, orderId }) =>
      `*Commandée*, approuvée par ${approvers}. Commande OVHcloud ${orderId}.`,
    rejected: ({ by }) => `*Refusée* par ${by}.`,
    cancelled: ({ requester }) => `*Annulée* par ${requester}.`,
    expired: '*Expirée* : pas approuvée à temps.',
    failed: '*Pas commandée* : le fil dit pourquoi, et que faire.',
    paidAfterExpiry: '*Finalement payée*, alors qu’elle était déjà échue ici : voyez le fil.',
    orderNotFound: '*Terminée* : la commande n’a pas été retrouvée chez OVHcloud. Voyez le fil.',
  },
  next: {
    preparing: 'Ensuite : le prix apparaît ici et les approbateurs décident dans le fil.',
    noQuote:
      'OVHcloud ne répond pas en ce moment. La demande est répétée d’elle-même pendant dix minutes ; il n’y a rien à faire.',
    waitingForChannel:
      'Ensuite : une fois approuvée, la commande est passée et le lien de paiement apparaît ici. Rien n’est payé avant.',
    waitingForRequester:
      'Ensuite : une fois approuvée, la commande est passée et le demandeur reçoit le lien de paiement. Rien n’est payé avant.',
    waitingAutoPay:
      'Ensuite : une fois approuvée, la commande est passée et débitée sur le moyen de paiement du compte.',
    retrying: 'OVHcloud ne répond pas en ce moment ; la demande est répétée d’elle-même.',
    outcomeUnknown: 'Sa réponse s’est perdue. Rien n’est commandé de nouveau avant de le savoir.',
    orderedForChannel: 'Ensuite : quelqu’un paie avec le lien de paiement ; OVHcloud livre alors le projet.',
    orderedForRequester:
      'Ensuite : la commande est payée avec le lien que le demandeur a reçu ; OVHcloud livre alors le projet.',
    orderedAutoPay:
      'OVHcloud débite le moyen de paiement du compte. Si cela ne réussit pas, la commande peut être payée avec son lien de paiement.',
    trackingLost: ({ since }) =>
      `L’application ne voit plus où en est la commande (depuis : ${since}) : OVHcloud ne le dit pas. La demande est répétée d’elle-même ; si cela dure, prévenez l’exploitant de cette application.`,
    nothingOrdered: 'Rien n’a été commandé.',
    askAgain: 'Rien n’a été commandé. Tapez /order-cloud pour refaire la demande.',
  },
};
