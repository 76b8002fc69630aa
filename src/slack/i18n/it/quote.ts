import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  operator: ({ name }) => `${name} (gestione dell’app)`,
  // No text puts an article before it: `l’8`, but `il 9`, and none before a word such as `oggi`.
  date: '{date_short_pretty}, {time}',
  onceThenMonthly: ({ once, monthly }) => `${once} una tantum, poi ${monthly} al mese`,
  onceThenRenewal: ({ once, renewal, duration }) =>
    `${once} una tantum, poi ${renewal} a ogni rinnovo (${duration})`,
  plusTax: ({ price }) => `${price} più IVA`,
  taxIncluded: ({ tax }) => `di cui ${tax} di IVA`,
  discount: ({ discount }) => `sconto di ${discount} (IVA esclusa)`,
  voucher: ({ voucher }) => `Voucher ${voucher}`,
  usage: 'il consumo è fatturato a parte',
  committed: ({ duration, count }) => `Vincolo di durata: ${duration} × ${count}`,
  pricingMode: ({ mode }) => `Modalità di prezzo: ${mode}`,
  validUntil: ({ until }) => `Valido fino a: ${until}`,
  contracts: ({ contracts }) => `Contratti: ${contracts}`,
  moreContracts: ({ count }) =>
    plural('it', count, {
      one: `e ${count} altro nell’ordine stesso`,
      other: `e altri ${count} nell’ordine stesso`,
    }),
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `il voucher vale ${credit}`,
  minimumCredit: ({ credit }) => `OVHcloud richiede un credito di almeno ${credit} con il progetto`,
  unchecked:
    'OVHcloud non ha indicato se l’account può ordinare un progetto: si saprà solo all’invio dell’ordine',
  noPaymentMethod:
    'l’account non ha un metodo di pagamento predefinito: chi paga ne inserisce uno nella pagina di pagamento',
};
