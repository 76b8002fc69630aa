import { Denial } from '../../orders/denial.ts';
import type { Order } from '../../orders/order.ts';
import { lateOrderCheckAt } from '../../orders/schedule.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { findOvhOrders, possibleCheckoutsSince, type Search } from './find-orders.ts';

/** Looks for orders of abandoned checkouts when due, and reports at once if one has appeared. */
export async function checkFormerAttempts(order: Order, ctx: StepContext): Promise<void> {
  const due = lateOrderCheckAt(order, ctx.now());
  if (due === null || due > ctx.now()) return;
  for (const former of order.formerAttempts) {
    for (const orderId of await ordersOf(order, former, ctx)) {
      await reportUnexpectedOrder(order, { cartId: former.cartId, orderId }, ctx);
    }
  }
  await ctx.change({ type: 'former_attempts_checked' });
}

/**
 * Whether a former checkout may have created an order after all: then people are asked, and no other checkout may be
 * sent before they have answered. Call it right before a checkout.
 */
export async function isFormerAttemptFound(order: Order, ctx: StepContext): Promise<boolean> {
  for (const former of order.formerAttempts) {
    // One that cannot be read may be it too.
    const { certain, possible, unreadable } = await findOvhOrders(order, former, ctx);
    const orderIds = [...[...certain, ...possible].map(({ orderId }) => orderId), ...unreadable];
    if (orderIds.length === 0) continue;
    const event = { type: 'former_attempt_found', cartId: former.cartId, orderIds } as const;
    await ctx.change(event);
    return true;
  }
  return false;
}

/**
 * Reports that a cart of the order was checked out although no order of it is linked here, with that order once it is
 * found.
 */
export async function reportSpentCart(order: Order, cartId: string, ctx: StepContext): Promise<void> {
  const isNotified = order.unexpectedOrders.some((each) => each.cartId === cartId && each.orderId !== null);
  const isGivenUp = order.closure?.failure?.kind === 'ovh_order_not_found';
  if (isNotified || isGivenUp) return;
  const at = possibleCheckoutsSince(order, { ovhNow: await ctx.ovh.readTime(), now: ctx.now() });
  const former = order.formerAttempts.find((each) => each.cartId === cartId);
  const search = former ?? { at, preexistingOrderIds: [], rejectedOrderIds: [] };
  const [only = null, ...others] = await ordersOf(order, search, ctx);
  // Of several, all but one belong to other people, and the app cannot tell which.
  const orderId = others.length === 0 ? only : null;
  await reportUnexpectedOrder(order, { cartId, orderId }, ctx);
}

/** Reports an orphaned OVHcloud order in the thread, the log and the audit log. */
export async function reportUnexpectedOrder(
  order: Order,
  unexpected: { cartId: string | null; orderId: number | null },
  ctx: Pick<StepContext, 'change' | 'log'>,
): Promise<void> {
  const outcome = await ctx.change({ type: 'unexpected_order', ...unexpected });
  if (outcome instanceof Denial) return;
  ctx.log.error({ order: order.id, ovhOrderId: unexpected.orderId }, 'orphaned OVHcloud order');
}

async function ordersOf(
  order: Order,
  search: Search,
  ctx: Pick<WorkerContext, 'config' | 'db' | 'log' | 'ovh'>,
): Promise<number[]> {
  const { certain, possible } = await findOvhOrders(order, search, ctx);
  return [...certain, ...possible].map(({ orderId }) => orderId);
}
