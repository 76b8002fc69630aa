import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  operator: ({ name }) => `${name} (Betreiber)`,
  date: '{date_short} um {time}',
  onceThenMonthly: ({ once, monthly }) => `${once} einmalig, danach ${monthly} im Monat`,
  onceThenRenewal: ({ once, renewal, duration }) =>
    `${once} einmalig, danach ${renewal} bei jeder Verlängerung (${duration})`,
  plusTax: ({ price }) => `${price} zzgl. MwSt.`,
  taxIncluded: ({ tax }) => `darin ${tax} Steuer`,
  discount: ({ discount }) => `${discount} Rabatt (ohne MwSt.)`,
  voucher: ({ voucher }) => `Gutschein ${voucher}`,
  usage: 'die Nutzung wird separat berechnet',
  committed: ({ duration, count }) => `Mindestlaufzeit: ${duration} × ${count}`,
  pricingMode: ({ mode }) => `Preismodus: ${mode}`,
  validUntil: ({ until }) => `Gültig bis ${until}`,
  contracts: ({ contracts }) => `Verträge: ${contracts}`,
  moreContracts: ({ count }) =>
    plural('de', count, {
      one: `und ${count} weiterer in der Bestellung selbst`,
      other: `und ${count} weitere in der Bestellung selbst`,
    }),
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `der Gutschein ist ${credit} wert`,
  minimumCredit: ({ credit }) => `OVHcloud verlangt mit dem Projekt ein Guthaben von mindestens ${credit}`,
  unchecked:
    'OVHcloud hat nicht gesagt, ob der Account ein Projekt bestellen darf; das zeigt sich erst bei der Bestellung',
  noPaymentMethod:
    'der Account hat kein bevorzugtes Zahlungsmittel: Wer bezahlt, gibt auf der Zahlungsseite eines an',
};
