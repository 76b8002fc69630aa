import type { Order } from '../../orders/order.ts';
import { changeOrder } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';

/** `awaiting_approval`: the order has expired, or those who have not decided are asked once more. */
export async function waitingStep(order: Order, tools: Tools): Promise<void> {
  const now = tools.now();
  if (order.validUntil !== null && now >= order.validUntil) {
    await changeOrder(tools.db, order.id, { type: 'expired' }, now);
    return;
  }
  const pending = await tools.pendingApprovers(order);
  await changeOrder(
    tools.db,
    order.id,
    { type: 'reminded', pending, remindAt: nextReminder(order, tools) },
    now,
  );
}

/** Each pause is twice as long as the one before; no reminder comes after the order has expired. */
function nextReminder(order: Order, { now, settings }: Tools): number | null {
  const askedAt = order.story.findLast(({ kind }) => kind === 'approval_asked')?.at ?? order.createdAt;
  const given = order.story.filter(({ kind, at }) => kind === 'reminder' && at >= askedAt).length;
  const next = now() + settings.remindAfterMs * 2 ** (given + 1);
  return order.validUntil === null || next < order.validUntil ? next : null;
}
