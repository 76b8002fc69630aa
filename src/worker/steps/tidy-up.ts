import type { Order, PlacedOrder } from '../../orders/order.ts';
import { Refusal } from '../../orders/refusal.ts';
import { isPassing, OvhRefusal } from '../../ovh/errors.ts';
import { getOrder } from '../../ovh/orders.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { Tools } from '../tools.ts';
import { checkFormerAttempts, tellOfSpentCart } from './late-orders.ts';
import { deleteOpenCarts, findOwnCarts } from './own-carts.ts';
import { isPaid } from './progress-at-ovh.ts';

/** OVHcloud may not show an order at once that it has just placed. */
const APPEARS_WITHIN_MS = 600_000;

/** An ended order leaves no cart behind at OVHcloud. */
export async function tidyUpStep({ order }: StoredOrder, tools: Tools): Promise<void> {
  if (order.state === 'lapsed' && order.placed) await lookForLatePayment(order, order.placed, tools);
  await checkFormerAttempts(order, tools);
  await removeUnusedCarts(order, tools);
  await changeOrder(tools.db, order.id, { type: 'carts_removed' }, tools.now());
}

/** A lapsed order that was paid in its last minute goes on; if its name was given away, it ends, and people hear of it. */
async function lookForLatePayment(order: Order, { orderId }: PlacedOrder, tools: Tools): Promise<void> {
  if (!(await isPaid(orderId, tools))) return;
  const event = { type: 'progressed', orderId, progress: 'checking', says: null } as const;
  const outcome = await changeOrder(tools.db, order.id, event, tools.now());
  if (!(outcome instanceof Refusal)) return;
  const why = outcome.reason.kind;
  tools.log.error({ order: order.id, ovhOrder: orderId, why }, 'a lapsed order was paid, and cannot go on');
  const failure = { kind: 'paid_after_all', orderId } as const;
  if (why === 'name_taken') await changeOrder(tools.db, order.id, { type: 'failed', failure }, tools.now());
}

/** A cart that was checked out stays. Unless people were asked about it already, they hear of it: an order stands. */
async function removeUnusedCarts(order: Order, tools: Tools): Promise<void> {
  const { open, spent } = await findOwnCarts(order, tools);
  const spentMeanwhile = await deleteOpenCarts(open, tools);
  for (const { cartId } of [...spent, ...spentMeanwhile]) await tellOfSpentCart(order, cartId, tools);
}

/** Finds out until when a placed order can be paid, and removes what other carts there may be. */
export async function tidyUpPlaced(order: Order, placed: PlacedOrder, tools: Tools): Promise<void> {
  if (placed.payUntil === null && order.state === 'unpaid') {
    const payUntil = await paymentEnd(placed, tools);
    if (payUntil !== null)
      await changeOrder(tools.db, order.id, { type: 'payment_due', payUntil }, tools.now());
  }
  await removeUnusedCarts(order, tools);
  await changeOrder(tools.db, order.id, { type: 'carts_removed' }, tools.now());
}

/** Null where OVHcloud does not say, or not to this key: the order itself is not in doubt. */
async function paymentEnd({ orderId, at }: PlacedOrder, tools: Tools): Promise<number | null> {
  try {
    const { expirationDate } = await getOrder(tools.ovh, orderId);
    return expirationDate && tools.ovh.toLocalTime(expirationDate);
  } catch (error) {
    const isTooNew =
      error instanceof OvhRefusal && error.status === 404 && tools.now() - at < APPEARS_WITHIN_MS;
    if (isPassing(error) || isTooNew) throw error;
    tools.log.warn(
      { err: error, ovhOrder: orderId },
      'OVHcloud does not say until when the order can be paid',
    );
    return null;
  }
}
