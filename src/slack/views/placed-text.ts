import { countedApprovers } from '../../orders/approval-policy.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import type { TimelineEntry } from '../../orders/timeline.ts';
import { mention } from './blocks.ts';
import { isPlaced, otherPriceWarning } from './checkout-message.ts';
import { isLinkDelivered, linkRefusal } from './payment-link.ts';
import { projectName, requesterName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';

/** The text in the thread for a placed order whose payment link goes to the requester alone. */
export function placedText(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'placed' }>,
  ctx: RenderContext,
): string {
  const { fulfilment, linkDelivery, thread } = ctx.messages;
  if (!isPlaced(order) || order.ovhOrder.orderId !== entry.orderId) {
    return `:credit_card: ${fulfilment.over({ orderId: String(entry.orderId) })}`;
  }
  const facts = {
    orderId: String(order.ovhOrder.orderId),
    price: formatMoney(order.ovhOrder.withTax, ctx.locale),
    requester: requesterName(order, ctx),
  };
  if (isBeingSettled(order)) {
    return `:credit_card: ${ctx.messages.freeOrders.placed({ ...facts, name: projectName(order) })}`;
  }
  const warning = otherPriceWarning(order, { to: 'thread', ctx });
  return [`:credit_card: ${said()}`, warning].filter(Boolean).join('\n');

  function said(): string {
    if (isLinkDelivered(ctx)) return thread.placed(facts);
    const errorCode = linkRefusal(ctx);
    if (errorCode === null || !isLinkMissing(order, entry, ctx)) return linkDelivery.placed(facts);
    if (ctx.linkDelivery?.state === 'retrying') return linkDelivery.retrying({ ...facts, errorCode });
    const approverMentions = countedApprovers(order).map(mention).join(' ');
    return linkDelivery.failed({ ...facts, errorCode, approverMentions });
  }
}

/** Whether someone still has to pay with a link that has not reached the requester. */
export function isLinkMissing(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'placed' }>,
  ctx: RenderContext,
): boolean {
  const isCurrent = order.state === 'awaiting_payment' && order.ovhOrder?.orderId === entry.orderId;
  return isCurrent && !isBeingSettled(order) && linkRefusal(ctx) !== null;
}
