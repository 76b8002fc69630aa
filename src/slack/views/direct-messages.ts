import { hasOvhOrder } from '../../orders/failure.ts';
import { isCharged, wasPaidAfterExpiry } from '../../orders/fulfilment.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order, TimelineEntry } from '../../orders/order.ts';
import { mention, section } from './blocks.ts';
import { priceDifference } from './checkout-message.ts';
import { failureText } from './failure-text.ts';
import { readyText } from './fulfilment-text.ts';
import { blockquote, projectName } from './quote-blocks.ts';
import type { Content, RenderContext } from './render-context.ts';

/**
 * Tells the requester in person how their order ended, in their own language; null for the rest of the timeline, for what
 * they did themselves, and where the order hangs in their direct messages anyway. The checkout URL is not in it: it
 * is posted where it is set to be.
 */
export function closingDirectMessage(order: Order, entry: TimelineEntry, ctx: RenderContext): Content | null {
  if (order.channel.startsWith('D')) return null;
  const text = closingContent(order, entry, ctx);
  return text === null ? null : { text, blocks: [section(text)] };
}

function closingContent(order: Order, entry: TimelineEntry, ctx: RenderContext): string | null {
  const { messages, locale } = ctx;
  const { direct } = messages;
  const facts = { name: projectName(order), channel: `<#${order.channel}>` };
  switch (entry.kind) {
    case 'placed': {
      if (!order.ovhOrder || entry.orderId !== order.ovhOrder.orderId) return null;
      const placed = { ...facts, price: formatMoney(order.ovhOrder.withTax, locale) };
      const said = `:credit_card: ${isCharged(order) ? direct.placedAutoPay(placed) : direct.placed(placed)}`;
      return [said, priceDifference(order, ctx)].filter(Boolean).join('\n');
    }
    case 'rejected': {
      if (entry.by === order.requester) return null;
      return `:no_entry: ${direct.rejected({ ...facts, by: mention(entry.by) })}\n${blockquote(entry.reason)}`;
    }
    case 'approval_expired':
      return `:hourglass: ${direct.expired(facts)}`;
    case 'failed': {
      const { what, toDo } = failureText(entry.failure, messages);
      const outcome = hasOvhOrder(entry.failure) ? direct.ended(facts) : direct.failed(facts);
      return `:warning: ${outcome} ${what}\n*${messages.failureMessages.whatToDo}* ${toDo}`;
    }
    case 'ready':
      return [`:tada: ${readyText(order, ctx, 'requester')}`, priceDifference(order, ctx)]
        .filter(Boolean)
        .join('\n');
    case 'payment_expired': {
      const { directPaymentExpired, directPaidAfterExpiry } = messages.fulfilment;
      const said = wasPaidAfterExpiry(order, entry) ? directPaidAfterExpiry : directPaymentExpired;
      return `:hourglass: ${said({ ...facts, orderId: String(entry.orderId) })}`;
    }
    default:
      return null;
  }
}
