import type { CartReference, Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import {
  addConfiguration,
  addProject,
  assignCart,
  createCart,
  deleteCart,
  findCarts,
  getItem,
  getRequiredConfiguration,
  listOffers,
} from '../../ovh/cart.ts';
import type { OvhClient } from '../../ovh/client.ts';
import type { RequiredConfiguration } from '../../ovh/schemas.ts';
import type { Tools } from '../tools.ts';
import { checkItem, previewCart, termsOf } from './cart-terms.ts';
import { CannotOrder } from './setbacks.ts';

/** The cart outlives the time for approval by this much, so that the last approval can still be carried out. */
const CHECKOUT_MARGIN_MS = 3_600_000;

/**
 * Builds the order's cart as OVHcloud's guide does, from POST /order/cart to GET …/checkout, and says what it
 * would cost. Calls that do not depend on each other run at the same time. On any failure the cart is of no use:
 * the next try starts with a new one (`removeCarts` takes the old away).
 */
export async function prepareCart(
  order: Order,
  tools: Tools,
): Promise<{ cart: CartReference; quote: Quote }> {
  const { ovh, settings } = tools;
  const subsidiary = await tools.subsidiary();
  const expire = cartEnd(tools);
  const created = await createCart(ovh, { subsidiary, description: order.id, expire });
  const { cartId } = created;

  const [offers] = await Promise.all([listOffers(ovh, cartId), assignCart(ovh, cartId)]);
  const terms = termsOf(offers, settings.planCode);
  const { itemId } = await addProject(ovh, cartId, terms);
  const [item, required] = await Promise.all([
    getItem(ovh, cartId, itemId),
    getRequiredConfiguration(ovh, cartId, itemId),
  ]);
  checkItem(item, terms);
  const answers = configurationFor(order, required);
  await Promise.all(answers.map((answer) => addConfiguration(ovh, cartId, itemId, answer)));
  const quote = await previewCart(cartId, { ...terms, subsidiary }, tools);
  return { cart: { cartId, itemId, expiresAt: created.expire?.getTime() ?? null }, quote };
}

/** Until when a cart that is quoted now should live. */
export function cartEnd({ now, settings }: Tools): Date {
  return new Date(now() + settings.approvalTimeoutMs + CHECKOUT_MARGIN_MS);
}

/**
 * Takes every cart of an order away at OVHcloud, but those of its placed orders. Throws what OVHcloud answers to a
 * cart that was checked out otherwise.
 */
export async function removeCarts(order: Order, { ovh }: Tools): Promise<void> {
  const cartIds = await findUnspentCarts(order, ovh);
  await Promise.all(cartIds.map((cartId) => deleteCart(ovh, cartId)));
}

/** The carts that OVHcloud has of an order, without those that are known to have become an order there. */
export async function findUnspentCarts(order: Order, ovh: OvhClient): Promise<string[]> {
  const spent = [order.placed, ...order.formerOrders].map((placed) => placed?.cartId);
  const cartIds = await findCarts(ovh, order.id);
  return cartIds.filter((cartId) => !spent.includes(cartId));
}

/**
 * Decides what to send as the item's configuration. Which labels OVHcloud calls required is not reliable in either
 * direction, so name and voucher are always sent; what else is required must be something that can be answered.
 */
function configurationFor(order: Order, required: RequiredConfiguration[]) {
  const { projectName, voucher } = order.request;
  const answers = new Map([['description', projectName]]);
  if (voucher) answers.set('voucher', voucher);
  for (const { label, required: isRequired, allowedValues } of required) {
    if (!isRequired || answers.has(label) || label === 'voucher') continue;
    // OVHcloud's own control panel answers `production`.
    if (label === 'infrastructure') answers.set(label, 'production');
    else if (allowedValues?.length === 1 && allowedValues[0]) answers.set(label, allowedValues[0]);
    else throw new CannotOrder({ kind: 'configuration_missing', label });
  }
  return [...answers].map(([label, value]) => ({ label, value }));
}
