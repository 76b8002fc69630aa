import { createHash } from 'node:crypto';
import type { Money } from './money.ts';
import type { OrderRequest } from './request.ts';

/** A contract that comes with the order. `digest` (SHA-256, hex) identifies its whole text. */
export type Contract = { name: string; url: string; digest: string };

/** A line of the price, as OVHcloud lists it: without tax if its prices are. */
export type PriceLine = {
  description: string;
  /** `monthly`: with each renewal, which is every month unless the quote's `duration` says otherwise. */
  charged: 'once' | 'monthly';
  /** What is paid for it now. */
  total: Money;
  /** The same before any reduction, which may not apply to renewals. */
  undiscounted: Money;
};

/** What OVHcloud would sell, as its checkout preview says (GET /order/cart/{cartId}/checkout). */
export type Quote = {
  subsidiary: string;
  planCode: string;
  /** ISO 8601 duration, such as `P1M`. */
  duration: string;
  pricingMode: string;
  /** How many durations are bought at least: above 1 it is a commitment. */
  minimumRepeat: number;
  quantity: number;
  /** Empty if OVHcloud does not itemize the price. */
  lines: PriceLine[];
  withTax: Money;
  withoutTax: Money;
  tax: Money;
  reduction: Money | null;
  contracts: Contract[];
  /** Whether the checkout charges the account's preferred payment method at once. */
  autoPay: boolean;
  /** Whether the app is set to confirm an order that costs nothing; see settlement.ts. */
  settlesFree: boolean;
};

/** What is paid once and with each renewal, with tax. The tax on lines that cost nothing now is unknown. */
export type PriceTotals = { once: Money; monthly: Money; isMonthlyWithTax: boolean };

/**
 * Adds up what is paid once and what is paid every month (see PriceLine). Null if the lines do not add up to the
 * price, so that nothing can be said.
 */
export function priceTotals({ lines, withTax, withoutTax }: Quote): PriceTotals | null {
  const { currency } = withTax;
  const sum = (some: PriceLine[], part: 'total' | 'undiscounted') =>
    some.reduce((ucents, line) => ucents + line[part].ucents, 0);
  const isOneCurrency = lines.every((line) => line.total.currency === currency);
  const all = sum(lines, 'total');
  const isWithTax = all === withTax.ucents;
  if (lines.length === 0 || !isOneCurrency || (!isWithTax && all !== withoutTax.ucents)) return null;

  const renewed = lines.filter(({ charged }) => charged === 'monthly');
  const taxed = (ucents: number) =>
    isWithTax || ucents === 0 ? ucents : Math.round(ucents * (withTax.ucents / withoutTax.ucents));
  const once = withTax.ucents - taxed(sum(renewed, 'total'));
  const monthly = taxed(sum(renewed, 'undiscounted'));
  return {
    once: { ucents: once, currency },
    monthly: { ucents: monthly, currency },
    isMonthlyWithTax: withoutTax.ucents !== 0 || monthly === 0,
  };
}

/**
 * Whether approvers have to approve clauses of the contracts by name, as the law of the subsidiary's country
 * requires.
 */
export function asksForClauses({ subsidiary }: Quote): boolean {
  return subsidiary === 'IT';
}

/**
 * Whether the checkout takes money from the account: an order that costs nothing needs a click on the payment link
 * instead.
 */
export function chargesAccount({ autoPay, withTax }: Quote): boolean {
  return autoPay && withTax.ucents > 0;
}

/** Whether OVHcloud was asked to charge the account for a placed order, and there is something to charge. */
export function isCharged({
  quote,
  ovhOrder,
}: {
  quote: Quote | null;
  ovhOrder: { withTax: Money } | null;
}): boolean {
  return quote !== null && ovhOrder !== null && chargesAccount({ ...quote, withTax: ovhOrder.withTax });
}

/** Whether the app itself confirms an order of this quote: it costs exactly nothing, and the setting says so. */
export function isSettledByApp({ settlesFree, withTax, withoutTax, tax }: Quote): boolean {
  return settlesFree === true && [withTax, withoutTax, tax].every(({ ucents }) => ucents === 0);
}

/**
 * Identifies everything that an approval is about, in 32 hex digits: a different price, contract, voucher, name,
 * budget or consent gives a different fingerprint, and an approval counts only for the fingerprint it was given to.
 */
export function fingerprintOf(request: OrderRequest, quote: Quote): string {
  const approved = [
    [request.projectName, request.voucher, request.waiveWithdrawal],
    [quote.subsidiary, quote.planCode, quote.duration, quote.pricingMode, quote.quantity, quote.autoPay],
    quote.minimumRepeat,
    quote.lines
      .map(({ description, charged, total, undiscounted }) =>
        [description, charged, total.ucents, undiscounted.ucents].join('\n'),
      )
      .sort(),
    [quote.withTax, quote.withoutTax, quote.tax, quote.reduction].map((m) => m && [m.ucents, m.currency]),
    quote.contracts.map((c) => [c.name, c.url, c.digest]).sort(),
    ...(isSettledByApp(quote) ? ['confirmed by the app'] : []),
    ...(request.budget == null ? [] : [['monthly budget', request.budget]]),
  ];
  return createHash('sha256').update(JSON.stringify(approved)).digest('hex').slice(0, 32);
}

/**
 * What OVHcloud says besides the price, before anyone is asked to approve: whether the account may order a project
 * (GET /cloud/eligibility), what the voucher is worth, and whether there is a payment method. Shown, but not part of
 * what is approved; anything that prevents the order is a failure instead.
 */
export type Eligibility = {
  /** False if OVHcloud was asked and did not say: the call is BETA. */
  checked: boolean;
  voucherCredit: Money | null;
  /** Credit that has to be bought with the project. */
  minimumCredit: Money | null;
  /** Whether the account has a preferred payment method; null if that could not be read. */
  hasPaymentMethod: boolean | null;
};
