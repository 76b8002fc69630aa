import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  operator: ({ name }) => `${name} (administrateur de l’application)`,
  date: '{date_short} à {time}',
  onceThenMonthly: ({ once, monthly }) => `${once} une seule fois, puis ${monthly} par mois`,
  onceThenRenewal: ({ once, renewal, duration }) =>
    `${once} une seule fois, puis ${renewal} à chaque renouvellement (${duration})`,
  plusTax: ({ price }) => `${price} HT`,
  taxIncluded: ({ tax }) => `dont ${tax} de taxes`,
  discount: ({ discount }) => `réduction de ${discount} HT`,
  voucher: ({ voucher }) => `Voucher ${voucher}`,
  usage: 'la consommation est facturée à part',
  committed: ({ duration, count }) => `Engagement : ${duration} × ${count}`,
  pricingMode: ({ mode }) => `Mode de tarification : ${mode}`,
  validUntil: ({ until }) => `Valable jusqu’au ${until}`,
  contracts: ({ contracts }) => `Contrats : ${contracts}`,
  moreContracts: ({ count }) =>
    plural('fr', count, {
      one: `et ${count} autre dans la commande elle-même`,
      other: `et ${count} autres dans la commande elle-même`,
    }),
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `le voucher vaut ${credit}`,
  minimumCredit: ({ credit }) => `OVHcloud exige un crédit d’au moins ${credit} avec le projet`,
  unchecked:
    'OVHcloud n’a pas indiqué si le compte peut commander un projet ; on ne le saura qu’en passant la commande',
  noPaymentMethod:
    'le compte n’a pas de moyen de paiement par défaut : la personne qui paie en saisit un sur la page de paiement',
};
