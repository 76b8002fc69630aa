import { createHash } from 'node:crypto';
import type { Money } from './money.ts';
import type { OrderRequest } from './request.ts';

/** A contract that comes with the order. `digest` (SHA-256, hex) stands for its whole text. */
export type Contract = { name: string; url: string; digest: string };

/** What OVHcloud would sell, as its checkout preview says (GET /order/cart/{cartId}/checkout). */
export type Quote = {
  subsidiary: string;
  planCode: string;
  /** ISO 8601 duration, such as `P1M`. */
  duration: string;
  pricingMode: string;
  quantity: number;
  withTax: Money;
  withoutTax: Money;
  tax: Money;
  reduction: Money | null;
  contracts: Contract[];
  /** Whether the checkout charges the account's preferred payment method at once. */
  autoPay: boolean;
};

/** Whether the checkout takes money from the account: what costs nothing takes a click at the checkout URL instead. */
export function chargesAccount({ autoPay, withTax }: Quote): boolean {
  return autoPay && withTax.ucents > 0;
}

/**
 * Names everything that an approval is about, in 32 hex digits: another price, contract, voucher, name or
 * consent gives another fingerprint, and an approval counts only for the fingerprint it was given to.
 */
export function fingerprintOf(request: OrderRequest, quote: Quote): string {
  const approved = [
    [request.projectName, request.voucher, request.waiveWithdrawal],
    [quote.subsidiary, quote.planCode, quote.duration, quote.pricingMode, quote.quantity, quote.autoPay],
    [quote.withTax, quote.withoutTax, quote.tax, quote.reduction].map((m) => m && [m.ucents, m.currency]),
    quote.contracts.map((c) => [c.name, c.url, c.digest]).sort(),
  ];
  return createHash('sha256').update(JSON.stringify(approved)).digest('hex').slice(0, 32);
}

/**
 * What OVHcloud says beside the price, before anybody is asked to approve: whether the account may order a project
 * (GET /cloud/eligibility), what the voucher is worth, and whether there is a payment method. Shown, but no part of
 * what is approved; what stands in the way of the order is a failure instead.
 */
export type Eligibility = {
  /** False where OVHcloud was asked and did not say: the call is BETA. */
  checked: boolean;
  voucherCredit: Money | null;
  /** Credit that has to be bought with the project. */
  minimumCredit: Money | null;
  /** Whether the account has a preferred payment method; null if that could not be read. */
  hasPaymentMethod: boolean | null;
};
