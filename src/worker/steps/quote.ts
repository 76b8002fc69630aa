import { Denial } from '../../orders/denial.ts';
import type { CartReference, Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import { approvalDeadlines } from '../../orders/schedule.ts';
import { deleteCart } from '../../ovh/cart.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { buildCart, deleteOrderCarts } from '../ovh/build-cart.ts';
import { checkEligibility } from '../ovh/check-eligibility.ts';
import { updateCart } from '../ovh/update-cart.ts';
import { askedApprovers } from '../review-approvers.ts';
import { type ForgottenCheckout, findForgottenCheckout, recoverCheckout } from './recover-checkout.ts';

/** `requested`: builds the cart and asks OVHcloud what it costs; the order then waits for approval. */
export async function quoteStep(stored: StoredOrder, ctx: StepContext): Promise<void> {
  const { order } = stored;
  // Wait for all three: a cart that is still being built could not be deleted.
  const [forgotten, asked, prepared] = await Promise.allSettled([
    findForgottenCheckout(order, ctx),
    checkEligibility(order, ctx),
    cartFor(stored, ctx),
  ]);
  if (forgotten.status === 'rejected') throw forgotten.reason;
  if (forgotten.value) return recover(order, { forgotten: forgotten.value, prepared }, ctx);
  if (asked.status === 'rejected') throw asked.reason;
  if (prepared.status === 'rejected') throw prepared.reason;
  const { cart, quote } = prepared.value;
  const called = await askedApprovers(order, ctx);
  const event = {
    type: 'quote_received',
    request: order.request,
    quote,
    cart,
    ...approvalDeadlines(cart, ctx.config, ctx.now()),
    ...(called && { asked: called }),
  } as const;
  const outcome = await ctx.change(event);
  // Cancelled or edited in the meantime: no one will use this cart.
  if (outcome instanceof Denial) await deleteCart(ctx.ovh, cart.cartId);
}

/** Recovers a checkout missing from the row, whose outcome is then resolved; the new cart is not needed. */
async function recover(
  order: Order,
  {
    forgotten: { cartId },
    prepared,
  }: { forgotten: ForgottenCheckout; prepared: PromiseSettledResult<{ cart: CartReference }> },
  ctx: Pick<StepContext, 'change' | 'log' | 'now' | 'ovh'>,
): Promise<void> {
  const built = prepared.status === 'fulfilled' ? prepared.value.cart.cartId : null;
  if (cartId !== null) {
    if (built !== null) await deleteCart(ctx.ovh, built);
    return recoverCheckout(order, { cartId, isCartSpent: true }, ctx);
  }
  if (prepared.status === 'rejected') throw prepared.reason;
  return recoverCheckout(order, { cartId: prepared.value.cart.cartId, isCartSpent: false }, ctx);
}

/** An edited request also changes its cart; whatever failed before is redone. */
async function cartFor(
  { order, version, attempts }: StoredOrder,
  ctx: Pick<WorkerContext, 'config' | 'now' | 'ovh' | 'subsidiary'>,
): Promise<{ cart: CartReference; quote: Quote }> {
  const isFirstTry = attempts <= 1 && order.retrying === null;
  if (isFirstTry && version === 1) return buildCart(order, ctx);
  const hasChanged = order.requestedAt !== order.createdAt;
  const changed = isFirstTry && hasChanged ? await updateCart(order, ctx) : null;
  if (changed) return changed;
  await deleteOrderCarts(order, ctx);
  return buildCart(order, ctx);
}
