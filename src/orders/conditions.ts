import type { Money } from './money.ts';

/**
 * What OVHcloud says beside the price, before anybody is asked to approve: whether the account may order a project
 * (GET /cloud/eligibility), what the voucher is worth, and whether there is a payment method. Shown, but no part of
 * what is approved; what stands in the way of the order is a failure instead.
 */
export type Conditions = {
  /** False where OVHcloud was asked and did not say: the call is BETA. */
  checked: boolean;
  voucherCredit: Money | null;
  /** Credit that has to be bought with the project. */
  minimumCredit: Money | null;
  /** Whether the account has a preferred payment method; null if that could not be read. */
  hasPaymentMethod: boolean | null;
};
