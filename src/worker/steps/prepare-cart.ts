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
  const configure = (answers: Answer[]) =>
    Promise.all(answers.map((answer) => addConfiguration(ovh, cartId, itemId, answer)));
  const wanted = answersOf(order);
  const [item, required] = await Promise.all([
    getItem(ovh, cartId, itemId),
    getRequiredConfiguration(ovh, cartId, itemId),
    configure(wanted),
  ]);
  checkItem(item, terms);
  await configure(furtherAnswers(required, wanted));
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

/** A label of the item's configuration, and what it is given. */
type Answer = { label: string; value: string };

/**
 * What is sent whatever OVHcloud calls required, which is not reliable in either direction: the project's name and the
 * voucher.
 */
function answersOf({ request: { projectName, voucher } }: Order): Answer[] {
  const description = { label: 'description', value: projectName };
  return voucher ? [description, { label: 'voucher', value: voucher }] : [description];
}

/** What else OVHcloud calls required. Throws CannotOrder if that is something which cannot be answered here. */
function furtherAnswers(required: RequiredConfiguration[], given: Answer[]): Answer[] {
  const known = new Set(['voucher', ...given.map(({ label }) => label)]);
  const asked = required.filter(({ label, required: isRequired }) => isRequired && !known.has(label));
  return asked.map(({ label, allowedValues }) => {
    const [only, ...others] = allowedValues ?? [];
    // OVHcloud's own control panel answers `production`.
    if (label === 'infrastructure') return { label, value: 'production' };
    if (only && others.length === 0) return { label, value: only };
    throw new CannotOrder({ kind: 'configuration_missing', label });
  });
}
