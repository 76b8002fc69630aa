import type { Order } from '../../orders/order.ts';
import { changeOrder } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';

/** Our clock and OVHcloud's may differ by this much without anything being wrong. */
const MOST_SKEW_MS = 900_000;

/** `awaiting_approval`: the order has expired, or those who have not decided are asked once more. */
export async function waitingStep(order: Order, tools: Tools): Promise<void> {
  const now = tools.now();
  if (order.validUntil !== null && now >= order.validUntil) return expire(order, order.validUntil, tools);
  const pending = await tools.pendingApprovers(order);
  await changeOrder(
    tools.db,
    order.id,
    { type: 'reminded', pending, remindAt: nextReminder(order, tools) },
    now,
  );
}

/**
 * Ends an order whose time for approval has passed. OVHcloud's clock has to agree by and large: a clock of ours that
 * jumps ahead for a moment must not end everything that waits.
 */
export async function expire(order: Order, validUntil: number, tools: Tools): Promise<void> {
  const behindMs = validUntil - (await tools.ovh.readTime());
  if (behindMs > MOST_SKEW_MS) throw new Error(`The clock is ${Math.round(behindMs / 60_000)} minutes ahead`);
  await changeOrder(tools.db, order.id, { type: 'expired' }, tools.now());
}

/** Each pause is twice as long as the one before; no reminder comes after the order has expired. */
function nextReminder(order: Order, { now, settings }: Tools): number | null {
  const askedAt = order.story.findLast(({ kind }) => kind === 'approval_asked')?.at ?? order.createdAt;
  const given = order.story.filter(({ kind, at }) => kind === 'reminder' && at >= askedAt).length;
  const next = now() + settings.remindAfterMs * 2 ** (given + 1);
  return order.validUntil === null || next < order.validUntil ? next : null;
}
