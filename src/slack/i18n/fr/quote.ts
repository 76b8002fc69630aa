import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  date: '{date_short} à {time}',
  priceWithTax: 'Prix TTC',
  tax: 'Dont taxes',
  reduction: 'Réduction (HT)',
  voucher: 'Voucher',
  none: 'aucun',
  noReduction: 'aucune',
  plan: 'Offre',
  duration: 'Durée',
  thenRenewed: ({ duration }) => `${duration}, puis renouvellement`,
  requester: 'Demandé par',
  payment: 'Paiement',
  paidByCharge: 'débité aussitôt sur le compte après approbation',
  paidByPerson: 'par une personne, avec le lien de paiement',
  withdrawal: 'Droit de rétractation (14 jours)',
  withdrawalGivenUp: 'abandonné par le demandeur',
  withdrawalKept: 'conservé',
  validUntil: 'Devis valable jusqu’au',
  reason: 'Motif',
  contracts: 'Contrats',
  moreContracts: ({ count }) =>
    plural('fr', count, {
      one: `et ${count} autre, dans la commande elle-même`,
      other: `et ${count} autres, dans la commande elle-même`,
    }),
};

export const quoteSentences: Messages['quoteSentences'] = {
  price: ({ price }) => `Le prix est de ${price} TTC.`,
  voucher: 'Un voucher est utilisé.',
  noVoucher: 'Aucun voucher n’est utilisé.',
  withdrawalGivenUp: 'Le droit de rétractation de 14 jours est abandonné.',
  withdrawalKept: 'Le droit de rétractation de 14 jours est conservé.',
  reason: ({ reason }) => `Motif : « ${reason} ».`,
  noReason: 'Aucun motif n’a été donné.',
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `Le voucher vaut ${credit}.`,
  minimumCredit: ({ credit }) => `OVHcloud demande un crédit d’au moins ${credit} avec le projet.`,
  unchecked: 'OVHcloud n’a pas dit si le compte peut commander un projet ; on le saura à la commande.',
  noPaymentMethod:
    'Le compte n’a pas de moyen de paiement préféré : la personne qui paie en saisit un avec le lien de paiement.',
};
