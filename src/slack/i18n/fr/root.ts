import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name, price }) => `${name} · ${price} TTC`,
  asked: ({ requester, name }) => `${requester} demande le projet Public Cloud « ${name} ».`,
  askedFor: ({ requester, name, price }) =>
    `${requester} demande le projet Public Cloud « ${name} » pour ${price} TTC.`,
  statusBy: ({ status, requester }) => `${status} · demandée par ${requester}`,
  requestedBy: ({ requester }) => `Demandée par ${requester}`,
  id: ({ id }) => `Commande ${id}`,
  unexpectedOrder: ({ orderId }) =>
    `La commande OVHcloud ${orderId} existe aussi : lisez le fil avant d’approuver ou de payer.`,
  unexpectedOrderUnknown:
    'Il existe une commande OVHcloud que l’application ne trouve pas : lisez le fil avant d’approuver ou de payer.',
  status: {
    recovered: ({ orderId }) =>
      `*Commandée* avant la restauration de la base de données · commande OVHcloud ${orderId}`,
    preparing: '*Devis en préparation*',
    noQuote: '*Pas encore de devis d’OVHcloud*',
    waiting: '*En attente d’approbation*',
    waitingForMore: ({ given, required }) => `*En attente d’approbation* (${given} sur ${required})`,
    approved: ({ approvers }) => `*Approuvée* par ${approvers}, en cours d’envoi à OVHcloud`,
    outcomeUnknown: '*Vérification en cours : la commande a-t-elle été passée chez OVHcloud ?*',
    ordered: ({ approvers, orderId }) =>
      `*Commandée*, approuvée par ${approvers} · commande OVHcloud ${orderId}`,
    rejected: ({ by }) => `*Refusée* par ${by}.`,
    cancelled: ({ by }) => `*Annulée* par ${by}.`,
    expired: '*Expirée :* non approuvée à temps.',
  },
  failed: {
    failed: '*Non commandée.*',
    ovh_order_cancelled: '*Annulée chez OVHcloud.*',
    ovh_order_not_found: '*Terminée*, la commande OVHcloud est introuvable.',
    status_unknown: '*Terminée*, son état est inconnu.',
    project_not_found: '*Terminée*, son projet est introuvable.',
    paid_after_expiry: '*Payée après avoir expiré ici.*',
  },
  next: {
    preparing: 'Ensuite : le prix apparaît ici et les approbateurs sont sollicités dans le fil.',
    noQuote:
      'OVHcloud ne répond pas. L’application réessaie automatiquement pendant dix minutes ; vous n’avez rien à faire.',
    noQuoteError: ({ error }) =>
      `OVHcloud renvoie une erreur (${error}). L’application réessaie automatiquement pendant dix minutes ; vous n’avez rien à faire.`,
    waitingForChannel: ({ until }) =>
      `À approuver dans le fil avant le ${until}. La commande est alors passée, et le lien de paiement apparaît dans le fil.`,
    waitingForRequester: ({ until }) =>
      `À approuver dans le fil avant le ${until}. La commande est alors passée, et le demandeur reçoit le lien de paiement.`,
    waitingAutoPay: ({ until }) =>
      `À approuver dans le fil avant le ${until}. La commande est alors passée et le compte débité.`,
    retrying: 'OVHcloud ne répond pas en ce moment ; l’application continue d’essayer.',
    delayedError: ({ error }) =>
      `OVHcloud renvoie une erreur en ce moment (${error}) ; l’application continue d’essayer.`,
    outcomeUnknown:
      'La réponse d’OVHcloud s’est perdue. Rien n’est commandé à nouveau tant que ce n’est pas éclairci.',
    orderedForChannel: 'Ensuite : quelqu’un paie avec le lien de paiement du fil.',
    orderedForRequester: 'Ensuite : le demandeur, qui a le lien de paiement, paie.',
    orderedAutoPay:
      'OVHcloud débite le moyen de paiement du compte. En cas d’échec, la commande peut être payée avec le lien de paiement.',
    trackingLost: ({ since }) =>
      `Depuis le ${since}, OVHcloud n’indique plus où en est la commande. L’application continue de demander ; si cela dure, prévenez l’administrateur de l’application.`,
  },
};
