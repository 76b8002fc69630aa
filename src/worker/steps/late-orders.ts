import { Denial } from '../../orders/denial.ts';
import type { Order } from '../../orders/order.ts';
import { lateOrderCheckAt } from '../../orders/schedule.ts';
import { changeOrder } from '../../store/orders.ts';
import type { WorkerContext } from '../context.ts';
import { findOvhOrders, type Search } from '../ovh/find-orders.ts';

/** Looks for orders of abandoned checkouts when due, and reports at once if one has appeared. */
export async function checkFormerAttempts(order: Order, ctx: WorkerContext): Promise<void> {
  const due = lateOrderCheckAt(order);
  if (due === null || due > ctx.now()) return;
  for (const former of order.formerAttempts) {
    for (const orderId of await ordersOf(order, former, ctx)) {
      await tellOfUnexpectedOrder(order, { cartId: former.cartId, orderId }, ctx);
    }
  }
  await changeOrder(ctx.db, order.id, { type: 'former_attempts_checked' }, ctx.now());
}

/**
 * Whether a former checkout may have made an order after all: then people are asked, and no other checkout may be sent
 * before they have answered. To be called right before a checkout.
 */
export async function isFormerAttemptFound(order: Order, ctx: WorkerContext): Promise<boolean> {
  for (const former of order.formerAttempts) {
    const orderIds = await ordersOf(order, former, ctx);
    if (orderIds.length === 0) continue;
    const event = { type: 'former_attempt_found', cartId: former.cartId, orderIds } as const;
    await changeOrder(ctx.db, order.id, event, ctx.now());
    return true;
  }
  return false;
}

/** A cart of the order was checked out, and no order of it is linked here: its order is named, or else that there is one. */
export async function tellOfSpentCart(order: Order, cartId: string, ctx: WorkerContext): Promise<void> {
  const isNotified = order.unexpectedOrders.some((each) => each.cartId === cartId);
  const isGivenUp = order.closure?.failure?.kind === 'ovh_order_not_found';
  if (isNotified || isGivenUp) return;
  const at = (await ctx.ovh.readTime()) - Math.max(0, ctx.now() - order.createdAt);
  const [orderId = null] = await ordersOf(order, { at, preexistingOrderIds: [], rejectedOrderIds: [] }, ctx);
  await tellOfUnexpectedOrder(order, { cartId, orderId }, ctx);
}

/** Reports an orphaned OVHcloud order in the thread, the log and the audit log. */
export async function tellOfUnexpectedOrder(
  order: Order,
  unexpected: { cartId: string | null; orderId: number | null },
  ctx: WorkerContext,
): Promise<void> {
  const outcome = await changeOrder(ctx.db, order.id, { type: 'unexpected_order', ...unexpected }, ctx.now());
  if (outcome instanceof Denial) return;
  ctx.log.error({ order: order.id, ovhOrderId: unexpected.orderId }, 'orphaned OVHcloud order');
}

async function ordersOf(order: Order, search: Search, ctx: WorkerContext): Promise<number[]> {
  const { certain, possible } = await findOvhOrders(order, search, ctx);
  return [...certain, ...possible].map(({ orderId }) => orderId);
}
