import type { Order } from '../../orders/order.ts';
import { changeOrder } from '../../store/orders.ts';
import type { WorkerContext } from '../context.ts';

/** Our clock and OVHcloud's may differ by this much without anything being wrong. */
const MOST_SKEW_MS = 900_000;

/** `awaiting_approval`: the order has expired, or those who have not decided are asked once more. */
export async function remindOrExpireStep(order: Order, ctx: WorkerContext): Promise<void> {
  const now = ctx.now();
  if (order.validUntil !== null && now >= order.validUntil) return expire(order, order.validUntil, ctx);
  const pending = await ctx.pendingApprovers(order);
  await changeOrder(ctx.db, order.id, { type: 'reminded', pending, remindAt: nextReminder(order, ctx) }, now);
}

/**
 * Ends an order whose time for approval has passed. OVHcloud's clock has to agree by and large: a clock of ours that
 * jumps ahead for a moment must not end everything that waits.
 */
export async function expire(order: Order, validUntil: number, ctx: WorkerContext): Promise<void> {
  const behindMs = validUntil - (await ctx.ovh.readTime());
  if (behindMs > MOST_SKEW_MS) throw new Error(`The clock is ${Math.round(behindMs / 60_000)} minutes ahead`);
  await changeOrder(ctx.db, order.id, { type: 'approval_expired' }, ctx.now());
}

/** Each pause is twice as long as the one before; no reminder comes after the order has expired. */
function nextReminder(order: Order, { now, config }: WorkerContext): number | null {
  const askedAt = order.timeline.findLast(({ kind }) => kind === 'approval_requested')?.at ?? order.createdAt;
  const given = order.timeline.filter(({ kind, at }) => kind === 'reminded' && at >= askedAt).length;
  const next = now() + config.remindAfterMs * 2 ** (given + 1);
  return order.validUntil === null || next < order.validUntil ? next : null;
}
