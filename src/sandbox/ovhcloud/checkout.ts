import { z } from 'zod';
import { cartOf, changeableCartOf } from './carts.ts';
import { type Costs, costsOf } from './costing.ts';
import { badRequest, refusal } from './errors.ts';
import { readBody } from './input.ts';
import { placeOrder } from './orders.ts';
import { regionProfile } from './regions.ts';
import type { Call, Route } from './routes.ts';
import type { LocalCart, LocalItem, OvhState } from './state.ts';
import { assertUsable, voucherFor } from './vouchers.ts';

const CheckoutWithoutWaiver = z.strictObject({
  autoPayWithPreferredPaymentMethod: z.boolean().default(false),
});
const Checkout = CheckoutWithoutWaiver.extend({ waiveRetractationPeriod: z.boolean().default(false) });

/** The last calls on a cart: what it costs, and buying it. */
export const checkoutRoutes: readonly Route[] = [
  { method: 'GET', template: '/order/cart/{cartId}/summary', auth: 'none', handler: summarize },
  {
    method: 'GET',
    template: '/order/cart/{cartId}/checkout',
    auth: 'signed',
    action: 'order:apiovh:cart/checkout/simulate',
    handler: previewCheckout,
  },
  {
    method: 'POST',
    template: '/order/cart/{cartId}/checkout',
    auth: 'signed',
    action: 'order:apiovh:cart/checkout/execute',
    handler: checkOut,
  },
];

function summarize(state: OvhState, call: Call) {
  return { ...orderAnswer(costsOf(state, cartOf(state, call))), contracts: [] };
}

/**
 * A dry run: refuses what POST would refuse about the cart, and orders nothing. That it still answers for a cart that
 * was ordered is invented.
 */
function previewCheckout(state: OvhState, call: Call) {
  const cart = cartOf(state, call);
  assertReady(state, cart);
  return { ...orderAnswer(costsOf(state, cart)), contracts: state.contracts };
}

/** Not idempotent in OVHcloud either: a cart that was ordered is read only, so a second POST is refused. */
function checkOut(state: OvhState, call: Call) {
  const cart = changeableCartOf(state, call);
  const body = regionProfile(state.region).hasWaiver
    ? readBody(Checkout, call.body)
    : { ...readBody(CheckoutWithoutWaiver, call.body), waiveRetractationPeriod: false };
  assertReady(state, cart);
  assertAccountMayOrder(state, body.autoPayWithPreferredPaymentMethod);

  const costs = costsOf(state, cart);
  const order = placeOrder(state, { ...body, ...costs, cartId: cart.cartId });
  cart.readOnly = true;
  cart.checkedOutAt = state.now();
  cart.orderId = order.orderId;
  return { ...orderAnswer(costs), contracts: state.contracts, orderId: order.orderId, url: order.url };
}

/** Throws what the checkout refuses. The status of an unassigned cart and the words for an empty one are invented. */
function assertReady(state: OvhState, cart: LocalCart): void {
  if (!cart.assigned) throw badRequest("This cart hasn't been assigned yet");
  if (cart.items.length === 0) throw badRequest('This cart is empty');
  for (const item of cart.items) {
    assertConfigured(state, item);
    const voucher = item.configurations.find(({ label }) => label === 'voucher');
    if (voucher) assertUsable(voucherFor(voucher.value));
  }
}

/** A label that is given no value counts as missing. The words for several are seen at OVHcloud, a line each. */
function assertConfigured(state: OvhState, item: LocalItem): void {
  const labels = item.configurations.map(({ label }) => label);
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice !== undefined)
    throw badRequest(`Custom field ${twice} is duplicated for product ${item.planCode}`);
  const missing = state.requirements.mandatory.filter(
    (wanted) => !item.configurations.some(({ label, value }) => label === wanted && value !== ''),
  );
  const [only, ...others] = missing;
  if (only === undefined) return;
  if (others.length === 0) throw badRequest(`in customFields there must be a field with name '${only}'`);
  const lines = missing.map((label) => `Custom field ${label} is mandatory for product ${item.planCode}`);
  throw badRequest(lines.join('\n'));
}

/** The words are OVHcloud's; that an incomplete account is one cause of "You are not allowed" is invented. */
function assertAccountMayOrder(state: OvhState, autoPay: boolean): void {
  if (state.account.state === 'incomplete') throw refusal(403, 'Client::Forbidden', 'You are not allowed');
  if (!autoPay) return;
  const { hasPaymentMethod, paymentMethodStatus } = state.account;
  if (!hasPaymentMethod) throw badRequest('You do not have preferred payment method');
  if (paymentMethodStatus !== 'VALID') throw badRequest('Your preferred payment method is not valid');
}

/** The API's order.Order of something that is not ordered yet, without its contracts. */
function orderAnswer({ details, prices }: Costs) {
  return {
    details: details.map(({ item, ...detail }) => ({
      ...detail,
      cartItemID: item.itemId,
      domain: '*001',
      quantity: item.quantity,
    })),
    orderId: null,
    prices,
    url: null,
  };
}
