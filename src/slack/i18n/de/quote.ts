import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  operator: ({ name }) => `${name} (Betreiber)`,
  // Not `date_short_pretty`: „am“, „bis zum“ and „seit dem“ go with a date, never with „heute“.
  date: '{date_short} um {time}',
  onceThenMonthly: ({ once, monthly }) => `${once} einmalig, danach ${monthly} pro Monat`,
  onceThenRenewal: ({ once, renewal, duration }) =>
    `${once} einmalig, danach ${renewal} bei jeder Verlängerung (${duration})`,
  plusTax: ({ price }) => `${price} zzgl. MwSt.`,
  taxIncluded: ({ tax }) => `darin ${tax} MwSt.`,
  discount: ({ discount }) => `${discount} Rabatt (ohne MwSt.)`,
  voucher: ({ voucher }) => `Gutschein ${voucher}`,
  usage: 'die Nutzung wird separat abgerechnet',
  committed: ({ duration, count }) => `Mindestlaufzeit: ${duration} × ${count}`,
  pricingMode: ({ mode }) => `Preismodus: ${mode}`,
  validUntil: ({ until }) => `Gültig bis zum ${until}`,
  contracts: ({ contracts }) => `Vertragsbedingungen: ${contracts}`,
  moreContracts: ({ count }) =>
    plural('de', count, {
      one: `${count} weiteres Dokument in der Bestellung selbst`,
      other: `${count} weitere Dokumente in der Bestellung selbst`,
    }),
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `der Gutschein ist ${credit} wert`,
  minimumCredit: ({ credit }) => `OVHcloud verlangt für das Projekt ein Guthaben von mindestens ${credit}`,
  unchecked:
    'OVHcloud hat nicht mitgeteilt, ob der Account ein Projekt bestellen darf; das zeigt sich erst bei der Bestellung',
  noPaymentMethod:
    'der Account hat kein Standardzahlungsmittel: Wer bezahlt, gibt auf der Zahlungsseite ein Zahlungsmittel an',
};
