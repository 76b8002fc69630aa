import type { Order } from '../../orders/order.ts';
import { nextReminderAt } from '../../orders/schedule.ts';
import { MINUTE_MS } from '../../orders/time.ts';
import type { StepContext } from '../context.ts';
import { checkFormerAttempts } from '../ovh/late-orders.ts';

/** How far our clock may be ahead of OVHcloud's. */
const MAX_SKEW_MS = 15 * MINUTE_MS;

/** `awaiting_approval`: expires the order, or reminds pending approvers, and looks for orders of former checkouts. */
export async function remindOrExpireStep(order: Order, ctx: StepContext): Promise<void> {
  const now = ctx.now();
  if (order.validUntil !== null && now >= order.validUntil) return expire(order.validUntil, ctx);
  if (order.remindAt !== null && now >= order.remindAt) await remind(order, now, ctx);
  await checkFormerAttempts(order, ctx);
}

async function remind(
  order: Order,
  now: number,
  ctx: Pick<StepContext, 'change' | 'config' | 'reminderRecipients'>,
): Promise<void> {
  const pending = await ctx.reminderRecipients(order);
  await ctx.change({
    type: 'reminded',
    pending,
    remindAt: nextReminderAt(order, { remindAfterMs: ctx.config.remindAfterMs, now }),
  });
}

/**
 * Ends an order whose approval deadline has passed. OVHcloud's clock has to agree roughly: a local clock that jumps ahead
 * for a moment must not end all pending orders.
 */
export async function expire(validUntil: number, ctx: Pick<StepContext, 'change' | 'ovh'>): Promise<void> {
  const behindMs = validUntil - (await ctx.ovh.readTime());
  if (behindMs > MAX_SKEW_MS)
    throw new Error(`The clock is ${Math.round(behindMs / MINUTE_MS)} minutes ahead of OVHcloud’s`);
  await ctx.change({ type: 'approval_expired' });
}
