import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  date: '{date_short} um {time}',
  priceWithTax: 'Preis inkl. MwSt.',
  tax: 'Darin enthaltene Steuer',
  reduction: 'Rabatt (ohne MwSt.)',
  voucher: 'Gutschein',
  none: 'keiner',
  noReduction: 'keiner',
  plan: 'Tarif',
  duration: 'Laufzeit',
  thenRenewed: ({ duration }) => `${duration}, danach Verlängerung`,
  requester: 'Angefordert von',
  payment: 'Bezahlung',
  paidByCharge: 'wird nach der Genehmigung sofort vom Account abgebucht',
  paidByPerson: 'durch eine Person, über den Zahlungslink',
  withdrawal: '14-tägiges Widerrufsrecht',
  withdrawalGivenUp: 'vom Anforderer aufgegeben',
  withdrawalKept: 'bleibt erhalten',
  validUntil: 'Angebot gültig bis',
  reason: 'Begründung',
  contracts: 'Verträge',
  moreContracts: ({ count }) =>
    plural('de', count, {
      one: `und ${count} weiterer, in der Bestellung selbst`,
      other: `und ${count} weitere, in der Bestellung selbst`,
    }),
};

export const quoteSentences: Messages['quoteSentences'] = {
  price: ({ price }) => `Der Preis beträgt ${price} inkl. MwSt.`,
  voucher: 'Ein Gutschein wird verwendet.',
  noVoucher: 'Es wird kein Gutschein verwendet.',
  withdrawalGivenUp: 'Auf das 14-tägige Widerrufsrecht wird verzichtet.',
  withdrawalKept: 'Das 14-tägige Widerrufsrecht bleibt erhalten.',
  reason: ({ reason }) => `Begründung: „${reason}“.`,
  noReason: 'Es wurde keine Begründung angegeben.',
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `Der Voucher ist ${credit} wert.`,
  minimumCredit: ({ credit }) => `OVHcloud verlangt mit dem Projekt ein Guthaben von mindestens ${credit}.`,
  unchecked:
    'OVHcloud hat nicht gesagt, ob der Account ein Projekt bestellen darf; das zeigt sich bei der Bestellung.',
  noPaymentMethod:
    'Der Account hat kein bevorzugtes Zahlungsmittel: Wer bezahlt, gibt über den Zahlungslink eines an.',
};
