import { Denial } from '../../orders/denial.ts';
import type { Order, OvhOrder } from '../../orders/order.ts';
import { isTransient, OvhClientError } from '../../ovh/errors.ts';
import { getOrder } from '../../ovh/orders.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { WorkerContext } from '../context.ts';
import { isPaid } from '../ovh/order-progress.ts';
import { checkFormerAttempts, tellOfSpentCart } from './late-orders.ts';
import { deleteOpenCarts, findOwnCarts } from './own-carts.ts';

/** OVHcloud may not show an order at once that it has just placed. */
const APPEARS_WITHIN_MS = 600_000;

/** An ended order leaves no cart behind at OVHcloud. */
export async function cleanUpStep({ order }: StoredOrder, ctx: WorkerContext): Promise<void> {
  if (order.state === 'payment_expired' && order.ovhOrder)
    await checkForLatePayment(order, order.ovhOrder, ctx);
  await checkFormerAttempts(order, ctx);
  await removeUnusedCarts(order, ctx);
  await changeOrder(ctx.db, order.id, { type: 'carts_cleaned_up' }, ctx.now());
}

/** An expired order that was paid in its last minute continues; if its name was taken meanwhile, it ends, and people are notified. */
async function checkForLatePayment(order: Order, { orderId }: OvhOrder, ctx: WorkerContext): Promise<void> {
  if (!(await isPaid(orderId, ctx))) return;
  const event = { type: 'status_changed', orderId, progress: 'checking', message: null } as const;
  const outcome = await changeOrder(ctx.db, order.id, event, ctx.now());
  if (!(outcome instanceof Denial)) return;
  const why = outcome.reason.kind;
  ctx.log.error(
    { order: order.id, ovhOrderId: orderId, reason: why },
    'expired order was paid; duplicate purchase prevented',
  );
  const failure = { kind: 'paid_after_expiry', orderId } as const;
  if (why === 'name_taken') await changeOrder(ctx.db, order.id, { type: 'failed', failure }, ctx.now());
}

/** A cart that was checked out stays. Unless people were already asked about it, they are notified: an order exists. */
async function removeUnusedCarts(order: Order, ctx: WorkerContext): Promise<void> {
  const { open, spent } = await findOwnCarts(order, ctx);
  const spentMeanwhile = await deleteOpenCarts(open, ctx);
  for (const { cartId } of [...spent, ...spentMeanwhile]) await tellOfSpentCart(order, cartId, ctx);
}

/** Finds out until when a placed order can be paid, and removes what other carts there may be. */
export async function cleanUpOvhOrder(order: Order, ovhOrder: OvhOrder, ctx: WorkerContext): Promise<void> {
  if (ovhOrder.paymentDueAt === null && order.state === 'awaiting_payment') {
    const paymentDueAt = await paymentEnd(ovhOrder, ctx);
    if (paymentDueAt !== null)
      await changeOrder(ctx.db, order.id, { type: 'payment_deadline_set', paymentDueAt }, ctx.now());
  }
  await removeUnusedCarts(order, ctx);
  await changeOrder(ctx.db, order.id, { type: 'carts_cleaned_up' }, ctx.now());
}

/** Null where OVHcloud does not say, or not to this key: the order itself is not in doubt. */
async function paymentEnd({ orderId, at }: OvhOrder, ctx: WorkerContext): Promise<number | null> {
  try {
    const { expirationDate } = await getOrder(ctx.ovh, orderId);
    return expirationDate && ctx.ovh.toLocalTime(expirationDate);
  } catch (error) {
    const isTooNew =
      error instanceof OvhClientError && error.status === 404 && ctx.now() - at < APPEARS_WITHIN_MS;
    if (isTransient(error) || isTooNew) throw error;
    ctx.log.warn({ err: error, ovhOrderId: orderId }, 'OVHcloud did not return the payment deadline');
    return null;
  }
}
