import type { Messages } from '../en.ts';

export const failures: Messages['failures'] = {
  ovh_unavailable: {
    what: 'OVHcloud n’a pas répondu pendant dix minutes.',
    toDo: 'Réessayez plus tard ; status.ovhcloud.com en dit peut-être plus.',
  },
  ovh_server_error: {
    what: ({ status }) => `OVHcloud a renvoyé une erreur (${status}) pendant dix minutes.`,
    saying: ({ status, message }) =>
      `OVHcloud a renvoyé une erreur (${status} : « ${message} ») pendant dix minutes.`,
    toDo: 'Réessayez plus tard ; status.ovhcloud.com en dit peut-être plus.',
  },
  rate_limited: {
    what: 'OVHcloud a rejeté les requêtes de l’application pendant dix minutes : elles étaient trop nombreuses.',
    toDo: 'Réessayez plus tard.',
  },
  key_invalid: {
    what: 'OVHcloud n’accepte plus la clé d’API de l’application.',
    toDo: 'Demandez à l’administrateur de l’application de créer une nouvelle clé chez OVHcloud et de la mettre dans la configuration, puis réessayez.',
  },
  service_account_refused: {
    what: 'OVHcloud n’accepte plus le compte de service de l’application.',
    toDo: 'Demandez à l’administrateur de l’application de vérifier OVH_CLIENT_ID et OVH_CLIENT_SECRET, puis réessayez.',
  },
  clock_skew: {
    what: 'L’horloge de la machine qui exécute l’application n’est pas à l’heure : OVHcloud refuse ses requêtes.',
    toDo: 'Demandez à l’administrateur de l’application de la régler (NTP), puis réessayez.',
  },
  right_missing: {
    what: ({ call }) => `La clé OVHcloud de l’application n’autorise pas un appel nécessaire (${call}).`,
    toDo: 'Demandez à l’administrateur de l’application de créer une clé avec tous les droits indiqués dans le guide de configuration, puis réessayez.',
  },
  account_not_allowed: {
    what: 'La politique d’accès du compte OVHcloud ne permet pas à l’application de commander.',
    naming: ({ actions }) =>
      `La politique d’accès du compte OVHcloud ne permet pas à l’application de commander : il lui manque ${actions}.`,
    toDo: 'Demandez à l’administrateur du compte OVHcloud d’autoriser l’utilisateur de l’application à commander, puis réessayez.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud ne permet pas à ce compte de valider le panier.',
    toDo: 'Demandez au titulaire du compte OVHcloud de vérifier dans l’espace client (identité, impayés, limites), puis réessayez.',
  },
  not_eligible: {
    what: 'OVHcloud exige une action sur le compte avant de vendre un projet.',
    toDo: 'Réessayez ensuite.',
  },
  payment_refused: {
    what: 'OVHcloud ne peut pas débiter le moyen de paiement du compte pour cette commande.',
    naming: ({ method }) =>
      `OVHcloud ne peut pas débiter le moyen de paiement du compte (${method}) pour cette commande.`,
    toDo: 'Demandez au titulaire du compte OVHcloud de choisir un autre moyen de paiement par défaut dans l’espace client (Facturation > Moyens de paiement), ou à l’administrateur de l’application de définir OVH_AUTOPAY=false, puis réessayez.',
  },
  voucher_refused: {
    toDo: 'Réessayez avec un autre voucher, ou sans voucher.',
    toDoLater: 'Commandez sans voucher, ou attendez une heure avant d’en utiliser un.',
  },
  configuration_missing: {
    what: ({ labels }) =>
      `Pour cette offre, OVHcloud demande ${labels}, que l’application ne peut pas fournir.`,
    label: ({ label }) => `« ${label} »`,
    toDo: 'Commandez ce projet dans l’espace client OVHcloud, et prévenez l’administrateur de l’application.',
  },
  configuration_duplicated: {
    what: ({ label }) => `OVHcloud a trouvé « ${label} » deux fois dans le panier.`,
    toDo: 'Réessayez : un nouveau panier est créé.',
  },
  input_refused: {
    what: ({ message }) => `OVHcloud n’a pas accepté ce qui a été saisi : ${message}`,
    toDo: 'Réessayez avec un autre nom de projet ou un autre voucher.',
  },
  subsidiary_refused: {
    what: 'OVHcloud ne connaît pas le pays (filiale) configuré dans l’application.',
    toDo: 'Demandez à l’administrateur de l’application de corriger ou de retirer OVH_SUBSIDIARY, puis réessayez.',
  },
  plan_not_offered: {
    what: ({ planCode }) => `OVHcloud ne propose pas l’offre « ${planCode} » à ce compte.`,
    toDo: 'Demandez à l’administrateur de l’application de corriger ou de retirer OVH_PLAN_CODE, puis réessayez.',
  },
  ovh_order_not_found: {
    what: 'La réponse d’OVHcloud s’est perdue, et aucune commande correspondante n’a été retrouvée.',
    toDo: 'Vérifiez dans l’espace client OVHcloud (Facturation > Mes commandes) avant de commander à nouveau ce projet.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }) => `La commande OVHcloud ${orderId} a été annulée chez OVHcloud.`,
    because: ({ orderId, reason }) =>
      `La commande OVHcloud ${orderId} a été annulée chez OVHcloud : « ${reason} ».`,
    refund: 'Pour un remboursement, le titulaire du compte doit s’adresser au support OVHcloud.',
    toDo: 'Demandez au titulaire du compte OVHcloud de vérifier dans l’espace client, puis réessayez.',
  },
  status_unknown: {
    what: ({ orderId }) => `OVHcloud n’indique pas où en est la commande ${orderId}.`,
    toDo: 'Cherchez-la dans l’espace client OVHcloud (Facturation > Mes commandes) avant de commander à nouveau ce projet.',
  },
  project_not_found: {
    what: ({ orderId }) =>
      `OVHcloud indique que la commande ${orderId} est livrée, mais le projet correspondant reste introuvable.`,
    toDo: 'Demandez au titulaire du compte OVHcloud de chercher le projet dans l’espace client, et de s’adresser au support OVHcloud s’il n’y est pas.',
  },
  paid_after_expiry: {
    what: ({ orderId }) =>
      `La commande OVHcloud ${orderId}, qui avait expiré ici, a finalement été payée : commander à nouveau reviendrait à acheter le projet deux fois.`,
    toDo: 'Cherchez son projet dans l’espace client OVHcloud.',
  },
  checkout_unconfirmed: {
    what: 'La réponse d’OVHcloud à la validation du panier s’est perdue, et aucune commande n’est apparue depuis. Comme le compte serait débité, l’application ne réessaie pas automatiquement.',
    toDo: 'Vérifiez dans l’espace client OVHcloud (Facturation > Mes commandes). S’il n’y a pas de commande, réessayez.',
  },
  cart_lost: {
    what: 'Le panier n’existe plus chez OVHcloud.',
    toDo: 'Réessayez : un nouveau panier est créé.',
  },
  answer_not_understood: {
    what: 'OVHcloud a envoyé une réponse que l’application ne comprend pas.',
    toDo: 'Réessayez ; si cela se répète, prévenez l’administrateur de l’application : le journal contient les détails.',
  },
  refused_otherwise: {
    what: ({ message }) => `OVHcloud a refusé : « ${message} ».`,
    toDo: 'Si ce message indique quoi corriger, faites-le et réessayez ; sinon, prévenez l’administrateur de l’application.',
  },
  channel_unavailable: {
    what: ({ errorCode }) => `L’application ne peut pas écrire dans ce canal (${errorCode}).`,
    toDo: ({ bot }) => `Saisissez-y /invite @${bot}, puis commandez à nouveau.`,
  },
  approvers_hidden: {
    what: ({ subject, errorCode }) =>
      `Slack n’indique pas à l’application si les personnes qui ont approuvé sont toujours approbateurs : ${subject} ne lui est pas visible (${errorCode}).`,
    toDo: 'L’administrateur de l’application doit corriger cela ; réessayez ensuite.',
  },
  internal: {
    what: 'Une erreur s’est produite dans l’application.',
    toDo: 'Réessayez ; si cela se répète, prévenez l’administrateur de l’application : le journal contient les détails.',
  },
};

export const eligibilityActions: Messages['eligibilityActions'] = {
  addPaymentMethod:
    'Le titulaire du compte OVHcloud doit ajouter un moyen de paiement dans l’espace client (Facturation > Moyens de paiement).',
  replacePaymentMethod:
    'Le moyen de paiement par défaut n’est pas valide : le titulaire du compte OVHcloud doit le renouveler, ou en choisir un autre par défaut, dans l’espace client (Facturation > Moyens de paiement).',
  challengePaymentMethod:
    'Le titulaire du compte OVHcloud doit confirmer le moyen de paiement dans l’espace client (Facturation > Moyens de paiement).',
  verifyPaypal:
    'Le titulaire du compte OVHcloud doit vérifier le compte PayPal dans l’espace client (Facturation > Moyens de paiement).',
  askIncreaseProjectsQuota:
    'Le nombre maximal de projets est atteint : le titulaire du compte OVHcloud doit en supprimer un, ou demander une augmentation au support OVHcloud.',
  other: ({ action }) => `Le titulaire du compte OVHcloud doit régler « ${action} » dans l’espace client.`,
};

export const voucherErrors: Messages['voucherErrors'] = {
  invalid: 'OVHcloud ne connaît pas ce voucher.',
  too_many_attempts: 'Trop de vouchers ont été essayés : OVHcloud n’en accepte aucun pendant une heure.',
  no_longer_valid: 'Ce voucher n’est plus valable.',
  already_used: 'Ce voucher a déjà été utilisé.',
  expired: 'Ce voucher a expiré.',
  country: 'Ce voucher est réservé aux comptes d’un autre pays.',
  payment_mean: 'Ce voucher exige d’abord un moyen de paiement dans le compte OVHcloud.',
  too_many_used: 'Ce voucher a été utilisé trop de fois.',
  nichandle: 'Ce voucher appartient à un autre compte OVHcloud.',
  scored: 'OVHcloud n’accepte pas ce voucher pour ce compte.',
  new_customer: 'Ce voucher est réservé aux nouveaux clients.',
  new_project: 'Ce voucher est réservé à un premier projet.',
  said: ({ message }) => `OVHcloud n’accepte pas ce voucher : « ${message} ».`,
  other: ({ code }) => `OVHcloud n’accepte pas ce voucher (${code}).`,
};

export const failureMessages: Messages['failureMessages'] = {
  nothingOrdered: 'Rien n’a été commandé.',
  ended: 'Cette commande est terminée.',
  failedBefore: 'Nouvelle tentative depuis. Auparavant, rien n’avait été commandé.',
  endedBefore: 'Nouvelle tentative depuis. Auparavant, cette commande s’était terminée.',
  whatToDo: 'Que faire :',
  tryAgain: 'Réessayer',
  support: ({ queryId }) => `Référence pour le support OVHcloud : ${queryId}`,
  said: ({ message }) => `Réponse d’OVHcloud : « ${message} »`,
  notPlacedThere: ({ name, channel }) =>
    `Votre commande pour le projet « ${name} » dans ${channel} n’a pas été passée.`,
};
