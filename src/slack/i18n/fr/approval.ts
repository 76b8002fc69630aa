import type { Messages } from '../en.ts';

export const approval: Messages['approval'] = {
  question: ({ approverMentions, name, price }) =>
    `${approverMentions} à vous de décider : *${name}* pour *${price}* TTC.`,
  charges: 'Approuver *débite* aussitôt le moyen de paiement par défaut du compte.',
  lastCharges: 'La dernière approbation *débite* aussitôt le moyen de paiement par défaut du compte.',
  withdrawalGivenUp: 'Le droit de rétractation de 14 jours est abandonné.',
  noneYet: ({ required }) => `0 approbation sur ${required}, par des personnes différentes`,
  soFar: ({ given, required, approvals }) => `Approbations, ${given} sur ${required} : ${approvals}`,
  approvedBy: ({ by, at }) => `${by} le ${at}`,

  approve: 'Approuver',
  reject: 'Refuser',
  edit: 'Modifier',
  withdrawApproval: 'Retirer mon approbation',
  cancel: 'Annuler la commande',
  approveTitle: 'Approuver cette commande ?',
  orders: ({ name, price }) =>
    `Le projet « ${name} » est alors commandé pour ${price} TTC. Il est payé ensuite, avec le lien de paiement.`,
  chargesFor: ({ name, price }) =>
    `${price} TTC sont débités sur le compte OVHcloud pour le projet « ${name} ».`,
  counts: ({ number, required, name, price }) =>
    `Ceci compte comme approbation ${number} sur ${required} du projet « ${name} » à ${price} TTC. La dernière approbation le commande.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Ceci compte comme approbation ${number} sur ${required} du projet « ${name} » à ${price} TTC. La dernière approbation débite le compte.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} : le projet « ${name} » est commandé pour ${price} TTC. Il est payé ensuite, avec le lien de paiement.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Approbation ${number} sur ${required} : ${price} TTC sont débités sur le compte OVHcloud pour le projet « ${name} ».`,
  notNow: 'Pas maintenant',
  cancelTitle: 'Annuler cette commande ?',
  cancelText: ({ name }) =>
    `Le projet « ${name} » n’est alors pas commandé. Seule la personne qui l’a demandé peut le faire.`,
  keep: 'La garder',

  replaced: 'Ce devis a été remplacé par un plus récent, ci-dessous.',
  approved: ({ approvals }) => `Approuvée : ${approvals}.`,
  seeBelow: 'La suite est racontée ci-dessous.',
  rejected: ({ by, at }) => `Refusée par ${by} le ${at}.`,
  cancelled: ({ by, at }) => `Annulée par ${by} le ${at}.`,
  expired: ({ at }) => `Expirée le ${at} : pas approuvée à temps.`,
  noLonger: 'Il n’y a plus rien à décider : voyez ci-dessous.',
};
