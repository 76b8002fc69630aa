import { badRequest } from './errors.ts';

/** What a voucher does here. `words` explain it to people who try the sandbox. */
export type Voucher = { words: string } & (
  | { effect: 'reduction'; amountOff: number }
  | { effect: 'free' }
  /** `code` is one of the refusals that OVHcloud's control panel knows. */
  | { effect: 'refused'; code: string }
  /** The account is not eligible until it has done `action` (GET /cloud/eligibility). */
  | { effect: 'not-eligible'; action: string }
);

/** Every voucher the local OVHcloud knows; any other code is refused as `invalid`. */
export const VOUCHERS: Readonly<Record<string, Voucher>> = {
  CREDIT5: { effect: 'reduction', amountOff: 5, words: '5.00 off the price without tax' },
  FREE100: { effect: 'free', words: 'the whole price off: 0.00, which still has to be confirmed' },
  EXPIRED: { effect: 'refused', code: 'expired', words: 'refused: expired' },
  USED: { effect: 'refused', code: 'already_used', words: 'refused: used already' },
  COUNTRY: { effect: 'refused', code: 'country', words: 'refused: for another country' },
  PAYMENT: { effect: 'refused', code: 'payment_mean', words: 'refused: needs a payment method first' },
  INVALID: {
    effect: 'refused',
    code: 'invalid',
    words: 'refused: unknown, like every code that is not listed here',
  },
  ATTEMPTS: { effect: 'refused', code: 'too_many_attempts', words: 'refused: too many tries, wait an hour' },
  ENDED: { effect: 'refused', code: 'no_longer_valid', words: 'refused: no longer valid' },
  USEDUP: { effect: 'refused', code: 'too_many_used', words: 'refused: used too often' },
  OTHERS: { effect: 'refused', code: 'nichandle', words: 'refused: belongs to another account' },
  SCORED: { effect: 'refused', code: 'scored', words: 'refused: not for this account' },
  NEWCUSTOMER: { effect: 'refused', code: 'new_customer', words: 'refused: for new customers only' },
  NEWPROJECT: { effect: 'refused', code: 'new_project', words: 'refused: for a first project only' },
  QUOTA: {
    effect: 'not-eligible',
    action: 'askIncreaseProjectsQuota',
    words: 'not eligible: the account has as many projects as it may have',
  },
  CHALLENGE: {
    effect: 'not-eligible',
    action: 'challengePaymentMethod',
    words: 'not eligible: the payment method has to be confirmed',
  },
};

/** The voucher with this code; an unknown code is a voucher that is refused as `invalid`. */
export function voucherFor(code: string): Voucher {
  return (
    (Object.hasOwn(VOUCHERS, code) && VOUCHERS[code]) || { effect: 'refused', code: 'invalid', words: '' }
  );
}

/** What a voucher takes off a price, in cents; never more than the price. 0 for one that is refused. */
export function centsOff(voucher: Voucher, cents: number): number {
  if (voucher.effect === 'free') return cents;
  return voucher.effect === 'reduction' ? Math.min(Math.round(voucher.amountOff * 100), cents) : 0;
}

/** Throws the refusal of a checkout with this voucher, if it refuses. */
export function assertUsable(voucher: Voucher): void {
  if (voucher.effect === 'refused') throw voucherRefusal(voucher.code);
  if (voucher.effect === 'not-eligible') throw notEligible(voucher.action);
}

/** 400. Invented words: what OVHcloud's checkout says to a refused voucher is not known. They end in the refusal's code. */
export function voucherRefusal(code: string) {
  return badRequest(`Voucher cannot be used: ${code}`);
}

/** 400, in OVHcloud's words: the account has to do something first. */
function notEligible(action: string) {
  return badRequest(`Found eligibility issues: ${action}`);
}
