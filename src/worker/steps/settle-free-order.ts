import type { Failure } from '../../orders/failure.ts';
import type { OvhOrder } from '../../orders/order.ts';
import { settlementDeadline } from '../../orders/schedule.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import { settleFreeOrder } from '../../ovh/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { errorFields, isTransient, toFailure } from '../failures.ts';
import { fetchOrderProgress } from '../ovh/order-progress.ts';
import { trackStep } from './track.ts';

/**
 * `awaiting_payment`: confirms an order that costs nothing, if the app is set to do that, and tracks all others. If
 * OVHcloud refuses, or it takes too long, a person confirms the order with its payment link.
 */
export async function settleStep(stored: StoredOrder, ctx: StepContext): Promise<void> {
  const { order } = stored;
  if (!isBeingSettled(order)) return trackStep(stored, ctx);
  const { orderId, settlement } = order.ovhOrder;
  if (!ctx.config.settleFreeOrders) {
    await ctx.change({ type: 'settlement_failed', orderId, failure: null });
    return;
  }

  const isOver = ctx.now() >= settlementDeadline(order.ovhOrder, ctx.now());
  if (settlement && !isOver) return trackStep(stored, ctx);
  const outcome = await confirm(order.ovhOrder, ctx).catch((error: unknown): Failure => {
    if (isTransient(error) && !isOver) throw error;
    ctx.log.warn(errorFields(error, order), 'failed to confirm free order; leaving it to a person');
    return toFailure(error, order);
  });
  if (outcome === 'not needed') return trackStep(stored, ctx);
  await ctx.change(
    outcome === 'accepted'
      ? { type: 'settlement_accepted', orderId }
      : { type: 'settlement_failed', orderId, failure: outcome },
  );
}

/**
 * Confirms the order while its status says that it awaits payment: after a lost answer that is repeated, which is harmless.
 * A confirmation that was accepted and does not show in the status has failed.
 */
async function confirm(
  { orderId, settlement }: OvhOrder,
  ctx: Pick<WorkerContext, 'ovh'>,
): Promise<'accepted' | 'not needed' | Failure> {
  if ((await fetchOrderProgress(orderId, ctx)) !== 'awaiting_payment') return 'not needed';
  if (settlement) return { kind: 'ovh_unavailable' };
  try {
    await settleFreeOrder(ctx.ovh, orderId);
    return 'accepted';
  } catch (error) {
    if (isTransient(error)) throw error;
    // A gateway may have sent it twice: then this refusal is about the second request.
    if ((await fetchOrderProgress(orderId, ctx)) !== 'awaiting_payment') return 'not needed';
    throw error;
  }
}
