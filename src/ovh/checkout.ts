import type { OvhClient } from './client.ts';
import { CheckoutPreview, OvhCheckoutResult } from './schemas/cart.ts';

const CHECKOUT = '/order/cart/{cartId}/checkout';

/** What a checkout of this cart would cost and agree to; orders nothing: GET /order/cart/{cartId}/checkout. */
export function previewCheckout(ovh: OvhClient, cartId: string): Promise<CheckoutPreview> {
  return ovh.call({ method: 'GET', path: CHECKOUT, params: { cartId } }, CheckoutPreview);
}

/**
 * Orders what is in the cart: POST /order/cart/{cartId}/checkout. Not repeatable: after an error for which
 * wasNeverSent() is false, look at the cart (`readOnly`) before anything else.
 * `autoPay` charges the account's preferred payment method at once; `waiveRetractation` waives the 14-day
 * right of withdrawal. Both are always sent, so that OVHcloud's defaults never decide; but null, for a region that
 * has no such right and does not know the property, is left out.
 */
export function checkOut(
  ovh: OvhClient,
  cartId: string,
  consent: { autoPay: boolean; waiveRetractation: boolean | null },
): Promise<OvhCheckoutResult> {
  const body = {
    autoPayWithPreferredPaymentMethod: consent.autoPay,
    ...(consent.waiveRetractation !== null && { waiveRetractationPeriod: consent.waiveRetractation }),
  };
  return ovh.call({ method: 'POST', path: CHECKOUT, params: { cartId }, body }, OvhCheckoutResult);
}
