import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  date: '{date_short}, {time}',
  priceWithTax: 'Prezzo IVA inclusa',
  tax: 'Di cui imposte',
  reduction: 'Sconto (IVA esclusa)',
  voucher: 'Voucher',
  none: 'nessuno',
  noReduction: 'nessuno',
  plan: 'Offerta',
  duration: 'Durata',
  thenRenewed: ({ duration }) => `${duration}, poi rinnovo`,
  requester: 'Richiesto da',
  payment: 'Pagamento',
  paidByCharge: 'addebitato subito sull’account dopo l’approvazione',
  paidByPerson: 'da una persona, tramite il link di pagamento',
  withdrawal: 'Diritto di recesso (14 giorni)',
  withdrawalGivenUp: 'il richiedente vi rinuncia',
  withdrawalKept: 'conservato',
  validUntil: 'Preventivo valido fino al',
  reason: 'Motivazione',
  contracts: 'Contratti',
  moreContracts: ({ count }) =>
    plural('it', count, {
      one: `e ${count} altro, nell’ordine stesso`,
      other: `e altri ${count}, nell’ordine stesso`,
    }),
};

export const quoteSentences: Messages['quoteSentences'] = {
  price: ({ price }) => `Il prezzo è di ${price} IVA inclusa.`,
  voucher: 'Viene usato un voucher.',
  noVoucher: 'Non viene usato alcun voucher.',
  withdrawalGivenUp: 'Si rinuncia al diritto di recesso di 14 giorni.',
  withdrawalKept: 'Il diritto di recesso di 14 giorni è conservato.',
  reason: ({ reason }) => `Motivazione: «${reason}».`,
  noReason: 'Non è stata data alcuna motivazione.',
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `Il voucher vale ${credit}.`,
  minimumCredit: ({ credit }) => `OVHcloud chiede un credito di almeno ${credit} con il progetto.`,
  unchecked: 'OVHcloud non ha detto se l’account può ordinare un progetto; si saprà al momento dell’ordine.',
  noPaymentMethod:
    'L’account non ha un metodo di pagamento preferito: chi paga ne inserisce uno con il link di pagamento.',
};
