import type { Messages } from '../en.ts';

export const consent: Messages['consent'] = {
  title: 'Approuver la commande',
  close: 'Retour',
  intro: ({ name, price }) =>
    `Vous approuvez le projet *${name}* pour *${price}* TTC et acceptez ces contrats au nom du titulaire du compte :`,
  label: 'Ce que vous acceptez',
  contracts: 'J’accepte les contrats au nom du titulaire du compte',
  clauses: 'J’approuve les clauses (articles 1341 et 1342 du Code civil italien)',
  bothNeeded: 'Cochez les deux cases : sans elles, la commande ne peut pas être approuvée.',
  damaged: 'Ce formulaire est inutilisable : fermez-le et cliquez à nouveau sur « Approuver ».',
};

export const approval: Messages['approval'] = {
  question: ({ requester, name, price }) =>
    `*${requester}* demande l’achat du projet Public Cloud *${name}* pour *${price}* TTC.`,
  notification: ({ requester, name, price }) => `${requester} : approuver ${name} pour ${price} ?`,
  notificationReason: ({ reason }) => `« ${reason} »`,
  reminder: ({ name }) => `Rappel : *${name}* attend toujours votre décision.`,
  reminded: ({ at }) => `rappel envoyé le ${at}`,
  charges: 'L’approbation *débite immédiatement* le moyen de paiement par défaut du compte.',
  lastCharges: 'La dernière approbation *débite immédiatement* le moyen de paiement par défaut du compte.',
  withdrawalWaived: 'Renonciation au droit de rétractation de 14 jours.',
  waitingFor: ({ pending }) => `en attente de ${pending}`,
  noneYet: ({ required }) => `0 approbation sur ${required}`,
  soFar: ({ given, required, approvals }) => `Approbations (${given} sur ${required}) : ${approvals}`,
  approvedBy: ({ by, at }) => `${by} le ${at}`,
  ownOrder: ({ approval }) => `${approval} (sa propre commande)`,

  approve: 'Approuver',
  reject: 'Refuser',
  edit: 'Modifier',
  withdrawApproval: 'Retirer mon approbation',
  cancel: 'Annuler la commande',
  orderAgain: 'Commander à nouveau',
  approveTitle: 'Approuver cette commande ?',
  orders: ({ name, price }) =>
    `En approuvant, vous commandez le projet « ${name} » pour ${price} TTC. Il faudra ensuite le payer avec le lien de paiement.`,
  chargesFor: ({ name, price }) =>
    `En approuvant, vous faites débiter le compte OVHcloud de ${price} TTC pour le projet « ${name} ».`,
  counts: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} pour le projet « ${name} » à ${price} TTC. La commande sera passée à la dernière approbation.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} pour le projet « ${name} » à ${price} TTC. Le compte sera débité à la dernière approbation.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} : vous commandez le projet « ${name} » pour ${price} TTC, à payer ensuite avec le lien de paiement.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} : vous faites débiter le compte OVHcloud de ${price} TTC pour le projet « ${name} ».`,
  acceptsContracts: 'Vous acceptez les contrats d’OVHcloud au nom du titulaire du compte.',
  notNow: 'Pas maintenant',

  replaced: 'Ce devis a été remplacé par un plus récent, ci-dessous.',
  approved: ({ approvals }) => `Approuvée par ${approvals}.`,
  seeBelow: 'Voir le résultat ci-dessous.',
  rejected: ({ by, at }) => `Refusée par ${by} le ${at}.`,
  cancelled: ({ by, at }) => `Annulée par ${by} le ${at}.`,
  expired: ({ at }) => `Expirée le ${at} : non approuvée à temps.`,
  noLonger: 'Il n’y a plus rien à décider ; voir ci-dessous.',
};
