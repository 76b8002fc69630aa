import { Denial } from '../../orders/denial.ts';
import type { Order, OvhOrder } from '../../orders/order.ts';
import { MINUTE_MS } from '../../orders/time.ts';
import { isTransient, OvhClientError } from '../../ovh/errors.ts';
import { getOrder } from '../../ovh/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { checkFormerAttempts, reportSpentCart } from '../ovh/late-orders.ts';
import { isPaid } from '../ovh/order-progress.ts';
import { deleteOpenCarts, findOwnCarts } from '../ovh/own-carts.ts';

/** OVHcloud may not show an order at once that it has just placed. */
const APPEARS_WITHIN_MS = 10 * MINUTE_MS;

/**
 * A closed state: deletes the carts that are left at OVHcloud, and looks for late payments and orders. If one part fails,
 * the others are done all the same, and the step runs again.
 */
export async function cleanUpStep({ order }: StoredOrder, ctx: StepContext): Promise<void> {
  const { state, ovhOrder } = order;
  const errors: unknown[] = [];
  const note = (error: unknown) => {
    errors.push(error);
  };
  if (state === 'payment_expired' && ovhOrder) await checkForLatePayment(order, ovhOrder, ctx).catch(note);
  await checkFormerAttempts(order, ctx).catch(note);
  await removeUnusedCarts(order, ctx).catch(note);
  if (errors.length > 0) throw errors[0];
  await ctx.change({ type: 'carts_cleaned_up' });
}

/**
 * An expired order that was paid in its last minute continues; if its name was taken meanwhile, it ends, and people
 * are notified.
 */
async function checkForLatePayment(
  order: Order,
  { orderId }: OvhOrder,
  ctx: Pick<StepContext, 'change' | 'log' | 'ovh'>,
): Promise<void> {
  if (!(await isPaid(orderId, ctx))) return;
  const event = { type: 'status_changed', orderId, progress: 'checking', message: null } as const;
  const outcome = await ctx.change(event);
  if (!(outcome instanceof Denial)) return;
  const why = outcome.reason.kind;
  ctx.log.error(
    { order: order.id, ovhOrderId: orderId, reason: why },
    'expired order was paid; duplicate purchase prevented',
  );
  const failure = { kind: 'paid_after_expiry', orderId } as const;
  if (why === 'name_taken') await ctx.change({ type: 'failed', failure });
}

/** A cart that was checked out stays. Unless people were already asked about it, they are notified: an order exists. */
async function removeUnusedCarts(order: Order, ctx: StepContext): Promise<void> {
  const { open, spent } = await findOwnCarts(order, ctx);
  const spentMeanwhile = await deleteOpenCarts(open, ctx);
  for (const { cartId } of [...spent, ...spentMeanwhile]) await reportSpentCart(order, cartId, ctx);
}

/** Finds out until when a placed order can be paid, and deletes its other carts, if any. */
export async function cleanUpOvhOrder(order: Order, ovhOrder: OvhOrder, ctx: StepContext): Promise<void> {
  if (ovhOrder.paymentDueAt === null && order.state === 'awaiting_payment') {
    const paymentDueAt = await paymentEnd(ovhOrder, ctx);
    if (paymentDueAt !== null) await ctx.change({ type: 'payment_deadline_set', paymentDueAt });
  }
  await removeUnusedCarts(order, ctx);
  await ctx.change({ type: 'carts_cleaned_up' });
}

/** Null where OVHcloud does not say, or not to this key: the order itself is not in doubt. */
async function paymentEnd(
  { orderId, at }: OvhOrder,
  ctx: Pick<WorkerContext, 'log' | 'now' | 'ovh'>,
): Promise<number | null> {
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
