import type { Messages } from '../en.ts';

export const failures: Messages['failures'] = {
  ovh_unavailable: {
    what: 'OVHcloud n’a pas répondu pendant dix minutes.',
    toDo: 'Réessayez plus tard ; status.ovhcloud.com en dit peut-être plus.',
  },
  ovh_server_error: {
    what: ({ status }) => `OVHcloud a répondu par une erreur (${status}) pendant dix minutes.`,
    saying: ({ status, message }) =>
      `OVHcloud a répondu par une erreur (${status} : « ${message} ») pendant dix minutes.`,
    toDo: 'Réessayez plus tard ; status.ovhcloud.com en dit peut-être plus.',
  },
  rate_limited: {
    what: 'OVHcloud a repoussé les requêtes de cette application pendant dix minutes : il y en avait trop.',
    toDo: 'Réessayez plus tard.',
  },
  key_invalid: {
    what: 'OVHcloud n’accepte plus la clé de cette application.',
    toDo: 'Demandez à l’exploitant de cette application de créer une nouvelle clé chez OVHcloud et de la mettre dans la configuration, puis réessayez.',
  },
  service_account_refused: {
    what: 'OVHcloud n’accepte plus le compte de service de cette application.',
    toDo: 'Demandez à l’exploitant de cette application de vérifier OVH_CLIENT_ID et OVH_CLIENT_SECRET, puis réessayez.',
  },
  clock_skew: {
    what: 'L’horloge de la machine de cette application n’est pas à l’heure : OVHcloud refuse ses requêtes.',
    toDo: 'Demandez à l’exploitant de cette application de la régler (NTP), puis réessayez.',
  },
  right_missing: {
    what: ({ call }) =>
      `La clé OVHcloud de l’application n’a pas le droit de faire un appel nécessaire (${call}).`,
    toDo: 'Demandez à l’exploitant de cette application de créer une clé avec tous les droits cités dans le README, puis réessayez.',
  },
  account_not_allowed: {
    what: 'La politique d’accès du compte OVHcloud ne permet pas à cette application de commander.',
    naming: ({ actions }) =>
      `La politique d’accès du compte OVHcloud ne permet pas à cette application de commander : il lui manque ${actions}.`,
    toDo: 'Demandez à l’administrateur du compte OVHcloud de permettre à l’utilisateur de cette application de commander, puis réessayez.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud ne permet pas à ce compte de valider le panier.',
    toDo: 'Demandez au titulaire du compte OVHcloud de regarder dans l’espace client (identité, dettes, limites), puis réessayez.',
  },
  not_eligible: {
    what: 'OVHcloud veut qu’un point du compte soit réglé avant de vendre un projet.',
    toDo: 'Réessayez ensuite.',
  },
  payment_refused: {
    what: 'OVHcloud ne peut pas débiter cette commande sur le moyen de paiement du compte.',
    naming: ({ method }) =>
      `OVHcloud ne peut pas débiter cette commande sur le moyen de paiement du compte (${method}).`,
    toDo: 'Demandez au titulaire du compte OVHcloud de choisir un autre moyen de paiement par défaut dans l’espace client (Facturation > Moyens de paiement), ou à l’exploitant de cette application de mettre OVH_AUTOPAY=false, puis réessayez.',
  },
  voucher_refused: {
    toDo: 'Réessayez avec un autre voucher, ou sans voucher.',
    toDoLater: 'Commandez sans voucher, ou attendez une heure avant d’en utiliser un.',
  },
  configuration_missing: {
    what: ({ labels }) =>
      `Pour cette offre, OVHcloud demande ${labels}, à quoi cette application ne sait pas répondre.`,
    label: ({ label }) => `« ${label} »`,
    toDo: 'Commandez ce projet dans l’espace client OVHcloud, et prévenez l’exploitant de cette application.',
  },
  configuration_duplicated: {
    what: ({ label }) => `OVHcloud a trouvé « ${label} » deux fois dans le panier.`,
    toDo: 'Réessayez : un nouveau panier est créé.',
  },
  input_refused: {
    what: ({ message }) => `OVHcloud n’a pas accepté ce qui a été tapé : ${message}`,
    toDo: 'Réessayez avec un autre nom de projet ou un autre voucher.',
  },
  subsidiary_refused: {
    what: 'OVHcloud ne connaît pas le pays (filiale) configuré dans cette application.',
    toDo: 'Demandez à l’exploitant de cette application de corriger ou de retirer OVH_SUBSIDIARY, puis réessayez.',
  },
  plan_not_offered: {
    what: ({ planCode }) => `OVHcloud ne propose pas l’offre « ${planCode} » à ce compte.`,
    toDo: 'Demandez à l’exploitant de cette application de corriger ou de retirer OVH_PLAN_CODE, puis réessayez.',
  },
  ovh_order_not_found: {
    what: 'La réponse d’OVHcloud s’est perdue, et aucune commande n’a été retrouvée.',
    toDo: 'Regardez dans l’espace client OVHcloud (Facturation > Mes commandes) avant de commander de nouveau ce projet.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }) => `La commande OVHcloud ${orderId} a été annulée chez OVHcloud.`,
    because: ({ orderId, reason }) =>
      `La commande OVHcloud ${orderId} a été annulée chez OVHcloud : « ${reason} ».`,
    refund: 'Pour un remboursement, le titulaire du compte doit s’adresser au support OVHcloud.',
    toDo: 'Demandez au titulaire du compte OVHcloud de regarder dans l’espace client, puis réessayez.',
  },
  status_unknown: {
    what: ({ orderId }) => `OVHcloud ne dit pas où en est sa commande ${orderId}.`,
    toDo: 'Cherchez-la dans l’espace client OVHcloud (Facturation > Mes commandes) avant de commander de nouveau ce projet.',
  },
  project_not_found: {
    what: ({ orderId }) =>
      `OVHcloud dit que sa commande ${orderId} est livrée, mais aucun projet n’en a été trouvé.`,
    toDo: 'Demandez au titulaire du compte OVHcloud de chercher le projet dans l’espace client, et de s’adresser au support OVHcloud s’il n’y est pas.',
  },
  paid_after_expiry: {
    what: ({ orderId }) =>
      `La commande OVHcloud ${orderId}, expirée ici, a finalement été payée : commander à nouveau serait un double achat.`,
    toDo: 'Cherchez son projet dans l’espace client OVHcloud.',
  },
  checkout_unconfirmed: {
    what: 'La réponse d’OVHcloud à la validation s’est perdue, et aucune commande n’est apparue depuis. Comme le compte serait débité, l’application ne réessaie pas d’elle-même.',
    toDo: 'Vérifiez l’espace client OVHcloud (Facturation > Mes commandes). S’il n’y a pas de commande, réessayez.',
  },
  cart_lost: {
    what: 'Le panier n’existe plus chez OVHcloud.',
    toDo: 'Réessayez : un nouveau panier est créé.',
  },
  answer_not_understood: {
    what: 'OVHcloud a répondu quelque chose que cette application ne comprend pas.',
    toDo: 'Réessayez ; si cela se répète, prévenez l’exploitant de cette application : le journal a les détails.',
  },
  refused_otherwise: {
    what: ({ message }) => `OVHcloud a refusé : « ${message} ».`,
    toDo: 'Si cela dit quoi corriger, corrigez-le et réessayez ; sinon, prévenez l’exploitant de cette application.',
  },
  channel_unavailable: {
    what: ({ errorCode }) => `L’application ne peut pas écrire dans ce canal (${errorCode}).`,
    toDo: ({ bot }) => `Tapez-y /invite @${bot}, puis commandez de nouveau.`,
  },
  internal: {
    what: 'Une erreur s’est produite dans cette application.',
    toDo: 'Réessayez ; si cela se répète, prévenez l’exploitant de cette application : le journal a les détails.',
  },
};

export const eligibilityActions: Messages['eligibilityActions'] = {
  addPaymentMethod:
    'Le titulaire du compte OVHcloud doit ajouter un moyen de paiement dans l’espace client (Facturation > Moyens de paiement).',
  replacePaymentMethod:
    'Le titulaire du compte OVHcloud doit renouveler le moyen de paiement par défaut, qui n’est pas valide, ou en choisir un autre par défaut, dans l’espace client (Facturation > Moyens de paiement).',
  challengePaymentMethod:
    'Le titulaire du compte OVHcloud doit confirmer le moyen de paiement dans l’espace client (Facturation > Moyens de paiement).',
  verifyPaypal:
    'Le titulaire du compte OVHcloud doit vérifier le compte PayPal dans l’espace client (Facturation > Moyens de paiement).',
  askIncreaseProjectsQuota:
    'Le nombre maximal de projets est atteint : le titulaire du compte OVHcloud doit en supprimer un, ou demander davantage au support OVHcloud.',
  other: ({ action }) => `Le titulaire du compte OVHcloud doit régler « ${action} » dans l’espace client.`,
};

export const voucherErrors: Messages['voucherErrors'] = {
  invalid: 'OVHcloud ne connaît pas ce voucher.',
  too_many_attempts: 'Trop de vouchers ont été essayés : OVHcloud n’en accepte aucun pendant une heure.',
  no_longer_valid: 'Ce voucher n’est plus valable.',
  already_used: 'Ce voucher a déjà été utilisé.',
  expired: 'Ce voucher a expiré.',
  country: 'Ce voucher est réservé aux comptes d’un autre pays.',
  payment_mean: 'Ce voucher demande d’abord un moyen de paiement dans le compte OVHcloud.',
  too_many_used: 'Ce voucher a été utilisé trop souvent.',
  nichandle: 'Ce voucher appartient à un autre compte OVHcloud.',
  scored: 'OVHcloud n’accepte pas ce voucher pour ce compte.',
  new_customer: 'Ce voucher est réservé aux nouveaux clients.',
  new_project: 'Ce voucher est réservé à un premier projet.',
  said: ({ message }) => `OVHcloud n’accepte pas ce voucher : « ${message} ».`,
  other: ({ code }) => `OVHcloud n’accepte pas ce voucher (${code}).`,
};

export const failureMessages: Messages['failureMessages'] = {
  nothingOrdered: 'Rien n’a été commandé.',
  ended: 'Cette commande est terminée.',
  failedBefore: 'Nouvel essai depuis. Avant cela, rien n’a été commandé :',
  endedBefore: 'Nouvelle tentative depuis. Avant cela, cette commande était terminée :',
  whatToDo: 'Que faire :',
  tryAgain: 'Réessayer',
  support: ({ queryId }) => `Référence pour le support OVHcloud : ${queryId}`,
  said: ({ message }) => `Réponse d’OVHcloud : « ${message} »`,
  notPlacedThere: ({ name, channel }) =>
    `Votre commande pour le projet « ${name} » dans ${channel} n’a pas été passée.`,
};
