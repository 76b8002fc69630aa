import { Denial } from '../../orders/denial.ts';
import type { CartReference, Order, Time } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import { deleteCart } from '../../ovh/cart.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { WorkerContext } from '../context.ts';
import { buildCart, deleteOrderCarts } from '../ovh/build-cart.ts';
import { checkEligibility } from '../ovh/check-eligibility.ts';
import { updateCart } from '../ovh/update-cart.ts';
import { type ForgottenCheckout, findForgottenCheckout, recoverCheckout } from './recover-checkout.ts';

/** An order's cart must not be checked out in its last minutes: the quote ends this long before the cart. */
const CART_MARGIN_MS = 600_000;

/** `requested`: builds the cart and asks OVHcloud what it costs; the order then waits for approval. */
export async function quoteStep(stored: StoredOrder, ctx: WorkerContext): Promise<void> {
  const { order } = stored;
  // All end before any counts: a cart that is still being built cannot be removed.
  const [forgotten, asked, prepared] = await Promise.allSettled([
    findForgottenCheckout(order, ctx),
    checkEligibility(order, ctx),
    cartFor(stored, ctx),
  ]);
  if (forgotten.status === 'rejected') throw forgotten.reason;
  if (forgotten.value) return takeUp(order, forgotten.value, prepared, ctx);
  if (asked.status === 'rejected') throw asked.reason;
  if (prepared.status === 'rejected') throw prepared.reason;
  const { cart, quote } = prepared.value;
  const event = {
    type: 'quote_received',
    request: order.request,
    quote,
    cart,
    ...approvalDeadlines(cart, ctx),
  } as const;
  const outcome = await changeOrder(ctx.db, order.id, event, ctx.now());
  // Cancelled or changed in the meantime: nobody will use this cart.
  if (outcome instanceof Denial) await deleteCart(ctx.ovh, cart.cartId);
}

/** This order was checked out before, unknown to its row: its outcome is found out, and the new cart is not needed. */
async function takeUp(
  order: Order,
  { cartId }: ForgottenCheckout,
  prepared: PromiseSettledResult<{ cart: CartReference }>,
  ctx: WorkerContext,
): Promise<void> {
  const built = prepared.status === 'fulfilled' ? prepared.value.cart.cartId : null;
  if (cartId !== null) {
    if (built !== null) await deleteCart(ctx.ovh, built);
    return recoverCheckout(order, { cartId, isCartSpent: true }, ctx);
  }
  if (prepared.status === 'rejected') throw prepared.reason;
  return recoverCheckout(order, { cartId: prepared.value.cart.cartId, isCartSpent: false }, ctx);
}

/** The cart of a request that was changed is changed as well; anything that went wrong before is done anew. */
async function cartFor(
  { order, attempts }: StoredOrder,
  ctx: WorkerContext,
): Promise<{ cart: CartReference; quote: Quote }> {
  const mayHaveCarts = attempts > 1 || order.retrying !== null || order.timeline.length > 0;
  if (!mayHaveCarts) return buildCart(order, ctx);
  const changed = attempts > 1 || order.retrying ? null : await updateCart(order, ctx);
  if (changed) return changed;
  await deleteOrderCarts(order, ctx);
  return buildCart(order, ctx);
}

/** Until when people may decide on a quote of now (the time they have, or shortly before the cart ends), and when
 * those who have not are reminded. */
export function approvalDeadlines(
  { expiresAt }: CartReference,
  { now, config }: WorkerContext,
): { validUntil: Time; remindAt: Time | null } {
  const decideUntil = now() + config.approvalTimeoutMs;
  const validUntil = expiresAt === null ? decideUntil : Math.min(decideUntil, expiresAt - CART_MARGIN_MS);
  const remindAt = now() + config.remindAfterMs;
  return { validUntil, remindAt: remindAt < validUntil ? remindAt : null };
}
