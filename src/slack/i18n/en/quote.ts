import { plural } from '../grammar.ts';

/** What an order is about, as labels with values. */
export const quoteFields = {
  /** As Slack wants it: each reader sees their own day and time. */
  date: '{date_short_pretty} at {time}',
  priceWithTax: 'Price with tax',
  tax: 'Tax in it',
  reduction: 'Reduction (without tax)',
  voucher: 'Voucher',
  /** For a voucher; for a reduction. */
  none: 'none',
  noReduction: 'none',
  plan: 'Plan',
  duration: 'Duration',
  thenRenewed: ({ duration }: { duration: string }) => `${duration}, then renewed`,
  requester: 'Requested by',
  payment: 'Payment',
  paidByCharge: 'charged to the account at once when approved',
  paidByPerson: 'by a person, at the checkout URL',
  withdrawal: '14-day right of withdrawal',
  withdrawalGivenUp: 'given up by the requester',
  withdrawalKept: 'kept',
  validUntil: 'Quote valid until',
  reason: 'Reason',
  contracts: 'Contracts',
  moreContracts: ({ count }: { count: number }) =>
    plural('en', count, {
      one: `and ${count} more, in the order itself`,
      other: `and ${count} more, in the order itself`,
    }),
};

/** The same in sentences, for the `text` of a message that has to say it all. */
export const quoteSentences = {
  price: ({ price }: { price: string }) => `It costs ${price} with tax.`,
  voucher: 'A voucher is used.',
  noVoucher: 'No voucher is used.',
  withdrawalGivenUp: 'The 14-day right of withdrawal is given up.',
  withdrawalKept: 'The 14-day right of withdrawal is kept.',
  reason: ({ reason }: { reason: string }) => `Reason: “${reason}”.`,
  noReason: 'No reason was given.',
};

/** What OVHcloud says of the account and the voucher beside the price. */
export const eligibility = {
  voucherCredit: ({ credit }: { credit: string }) => `The voucher is worth ${credit}.`,
  minimumCredit: ({ credit }: { credit: string }) =>
    `OVHcloud asks for a credit of at least ${credit} with the project.`,
  unchecked: 'OVHcloud did not say whether the account may order a project; the checkout will tell.',
  noPaymentMethod:
    'The account has no preferred payment method: whoever pays enters one at the checkout URL.',
};
