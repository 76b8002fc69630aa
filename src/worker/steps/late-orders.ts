import { lastInStory, type Order } from '../../orders/order.ts';
import { Refusal } from '../../orders/refusal.ts';
import { lateOrderCheckAt } from '../../orders/transitions.ts';
import { changeOrder } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { findPlacedOrders, type Search } from './find-placed-orders.ts';

/** Looks for orders of checkouts that were given up, when that is due, and says at once that one has appeared. */
export async function checkFormerAttempts(order: Order, tools: Tools): Promise<void> {
  const due = lateOrderCheckAt(order);
  if (due === null || due > tools.now()) return;
  for (const former of order.formerAttempts) {
    for (const orderId of await ordersOf(order, former, tools)) {
      await tellOfUnexpectedOrder(order, { cartId: former.cartId, orderId }, tools);
    }
  }
  await changeOrder(tools.db, order.id, { type: 'former_attempts_checked' }, tools.now());
}

/**
 * Whether a former checkout may have made an order after all: then people are asked, and no other checkout may be sent
 * before they have answered. To be called right before a checkout.
 */
export async function isFormerAttemptFound(order: Order, tools: Tools): Promise<boolean> {
  for (const former of order.formerAttempts) {
    const orderIds = await ordersOf(order, former, tools);
    if (orderIds.length === 0) continue;
    const event = { type: 'former_attempt_found', cartId: former.cartId, orderIds } as const;
    await changeOrder(tools.db, order.id, event, tools.now());
    return true;
  }
  return false;
}

/** A cart of the order was checked out, and no order of it is linked here: its order is named, or else that there is one. */
export async function tellOfSpentCart(order: Order, cartId: string, tools: Tools): Promise<void> {
  const isTold = order.unexpectedOrders.some((each) => each.cartId === cartId);
  const last = lastInStory(order);
  const isGivenUp = last?.kind === 'failed' && last.failure.kind === 'order_not_found';
  if (isTold || isGivenUp) return;
  const at = (await tools.ovh.readTime()) - Math.max(0, tools.now() - order.createdAt);
  const [orderId = null] = await ordersOf(order, { at, knownBefore: [], dismissed: [] }, tools);
  await tellOfUnexpectedOrder(order, { cartId, orderId }, tools);
}

/** Says in the thread, to the log and to the audit trail that an OVHcloud order stands which the order did not wait for. */
export async function tellOfUnexpectedOrder(
  order: Order,
  unexpected: { cartId: string | null; orderId: number | null },
  tools: Tools,
): Promise<void> {
  const outcome = await changeOrder(
    tools.db,
    order.id,
    { type: 'unexpected_order', ...unexpected },
    tools.now(),
  );
  if (outcome instanceof Refusal) return;
  tools.log.error(
    { order: order.id, ovhOrder: unexpected.orderId },
    'an OVHcloud order stands that this order did not wait for',
  );
}

async function ordersOf(order: Order, search: Search, tools: Tools): Promise<number[]> {
  const { certain, possible } = await findPlacedOrders(order, search, tools);
  return [...certain, ...possible].map(({ orderId }) => orderId);
}
