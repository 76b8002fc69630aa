import type { CartReference, Order, Time } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import { Refusal } from '../../orders/refusal.ts';
import { deleteCart } from '../../ovh/cart.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { Tools } from '../tools.ts';
import { askConditions } from './ask-conditions.ts';
import { changeCart } from './change-cart.ts';
import { type ForgottenCheckout, findForgottenCheckout, recoverCheckout } from './forgotten-checkout.ts';
import { prepareCart, removeCarts } from './prepare-cart.ts';

/** An order's cart must not be checked out in its last minutes: the quote ends this long before the cart. */
const CART_MARGIN_MS = 600_000;

/** `requested`: builds the cart and asks OVHcloud what it costs; the order then waits for approval. */
export async function quoteStep(stored: StoredOrder, tools: Tools): Promise<void> {
  const { order } = stored;
  // All end before any counts: a cart that is still being built cannot be removed.
  const [forgotten, asked, prepared] = await Promise.allSettled([
    findForgottenCheckout(order, tools),
    askConditions(order, tools),
    cartFor(stored, tools),
  ]);
  if (forgotten.status === 'rejected') throw forgotten.reason;
  if (forgotten.value) return takeUp(order, forgotten.value, prepared, tools);
  if (asked.status === 'rejected') throw asked.reason;
  if (prepared.status === 'rejected') throw prepared.reason;
  const { cart, quote } = prepared.value;
  const event = {
    type: 'quoted',
    request: order.request,
    quote,
    cart,
    ...decisionTimes(cart, tools),
  } as const;
  const outcome = await changeOrder(tools.db, order.id, event, tools.now());
  // Cancelled or changed in the meantime: nobody will use this cart.
  if (outcome instanceof Refusal) await deleteCart(tools.ovh, cart.cartId);
}

/** This order was checked out before, unknown to its row: its outcome is found out, and the new cart is not needed. */
async function takeUp(
  order: Order,
  { cartId }: ForgottenCheckout,
  prepared: PromiseSettledResult<{ cart: CartReference }>,
  tools: Tools,
): Promise<void> {
  const built = prepared.status === 'fulfilled' ? prepared.value.cart.cartId : null;
  if (cartId !== null) {
    if (built !== null) await deleteCart(tools.ovh, built);
    return recoverCheckout(order, { cartId, isCartSpent: true }, tools);
  }
  if (prepared.status === 'rejected') throw prepared.reason;
  return recoverCheckout(order, { cartId: prepared.value.cart.cartId, isCartSpent: false }, tools);
}

/** The cart of a request that was changed is changed as well; anything that went wrong before is done anew. */
async function cartFor(
  { order, tries }: StoredOrder,
  tools: Tools,
): Promise<{ cart: CartReference; quote: Quote }> {
  const mayHaveCarts = tries > 1 || order.delayed !== null || order.story.length > 0;
  if (!mayHaveCarts) return prepareCart(order, tools);
  const changed = tries > 1 || order.delayed ? null : await changeCart(order, tools);
  if (changed) return changed;
  await removeCarts(order, tools);
  return prepareCart(order, tools);
}

/** Until when people may decide on a quote of now (the time they have, or shortly before the cart ends), and when
 * those who have not are reminded. */
export function decisionTimes(
  { expiresAt }: CartReference,
  { now, settings }: Tools,
): { validUntil: Time; remindAt: Time | null } {
  const decideUntil = now() + settings.approvalTimeoutMs;
  const validUntil = expiresAt === null ? decideUntil : Math.min(decideUntil, expiresAt - CART_MARGIN_MS);
  const remindAt = now() + settings.remindAfterMs;
  return { validUntil, remindAt: remindAt < validUntil ? remindAt : null };
}
