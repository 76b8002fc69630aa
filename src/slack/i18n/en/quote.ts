import { plural } from '../grammar.ts';

/** What a quote says, in short: the small print under a question. */
export const quoteFields = {
  /** Who acts from the command line. */
  operator: ({ name }: { name: string }) => `${name} (operator)`,
  /** As Slack wants it: each reader sees their own day and time. */
  date: '{date_short_pretty} at {time}',
  /** What the price is made of. */
  onceThenMonthly: ({ once, monthly }: { once: string; monthly: string }) =>
    `${once} once, then ${monthly} a month`,
  onceThenRenewal: ({ once, renewal, duration }: { once: string; renewal: string; duration: string }) =>
    `${once} once, then ${renewal} with each renewal (${duration})`,
  plusTax: ({ price }: { price: string }) => `${price} plus tax`,
  taxIncluded: ({ tax }: { tax: string }) => `${tax} tax included`,
  discount: ({ discount }: { discount: string }) => `${discount} discount (before tax)`,
  voucher: ({ voucher }: { voucher: string }) => `Voucher ${voucher}`,
  usage: 'usage is billed separately',
  /** A duration with a minimum number of periods. */
  committed: ({ duration, count }: { duration: string; count: number }) =>
    `Commitment: ${duration} × ${count}`,
  /** Any but the usual one. */
  pricingMode: ({ mode }: { mode: string }) => `Pricing mode: ${mode}`,
  validUntil: ({ until }: { until: string }) => `Valid until ${until}`,
  contracts: ({ contracts }: { contracts: string }) => `Contracts: ${contracts}`,
  moreContracts: ({ count }: { count: number }) =>
    plural('en', count, {
      one: `and ${count} more in the order itself`,
      other: `and ${count} more in the order itself`,
    }),
};

/** What OVHcloud says of the account and the voucher beside the price. */
export const eligibility = {
  voucherCredit: ({ credit }: { credit: string }) => `the voucher is worth ${credit}`,
  minimumCredit: ({ credit }: { credit: string }) =>
    `OVHcloud requires a credit of at least ${credit} with the project`,
  unchecked:
    'OVHcloud did not say whether the account may order a project; this will only be known at checkout',
  noPaymentMethod: 'the account has no preferred payment method: the payer enters one on the payment page',
};
