import { hasOvhOrder } from '../../orders/failure.ts';
import { isCharged, wasPaidAfterExpiry } from '../../orders/fulfilment.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order, TimelineEntry } from '../../orders/order.ts';
import { isLeftToApp } from '../../orders/settlement.ts';
import { actor, mention, section } from './blocks.ts';
import { checkoutUrlMessage, priceDifference } from './checkout-message.ts';
import { failureText } from './failure-text.ts';
import { readyEmoji, readyText } from './fulfilment-text.ts';
import { firstSteps, projectVoucherBlocks, projectVoucherInWords } from './project-start.ts';
import { blockquote, projectName } from './quote-blocks.ts';
import type { Content, RenderContext } from './render-context.ts';

/**
 * Tells the requester in person how their order ended, in their own language; null for the rest of the timeline, for what
 * they did themselves, and where the order hangs in their direct messages anyway. The checkout URL is not in it: it
 * is posted where it is set to be.
 */
export function closingDirectMessage(order: Order, entry: TimelineEntry, ctx: RenderContext): Content | null {
  if (order.channel.startsWith('D')) return null;
  // It is not in the thread, and will not be: then they get it here.
  const isLinkMissing = entry.kind === 'placed' && ctx.linkDelivery?.state === 'failed';
  if (isLinkMissing) return checkoutUrlMessage(order, entry, 'requester', ctx);
  const text = closingContent(order, entry, ctx);
  if (text === null) return null;
  return entry.kind === 'ready' ? readyMessage(order, text, ctx) : { text, blocks: [section(text)] };
}

/** The project's first steps, and what its requester alone can do with it. `text` says that it is ready. */
export function readyMessage(order: Order, text: string, ctx: RenderContext): Content {
  const steps = firstSteps(order, ctx);
  const voucher = projectVoucherInWords(order, ctx);
  const blocks = [section(text), ...(steps ? [section(steps)] : []), ...projectVoucherBlocks(order, ctx)];
  return { text: [text, steps, voucher].filter(Boolean).join(' '), blocks };
}

function closingContent(order: Order, entry: TimelineEntry, ctx: RenderContext): string | null {
  const { messages, locale } = ctx;
  const { direct } = messages;
  const facts = { name: projectName(order), channel: `<#${order.channel}>` };
  switch (entry.kind) {
    case 'placed': {
      if (!order.ovhOrder || entry.orderId !== order.ovhOrder.orderId) return null;
      const placed = { ...facts, price: formatMoney(order.ovhOrder.withTax, locale) };
      const direct = isLeftToApp(order) ? messages.freeOrders.directPlaced : messages.direct.placed;
      const said = `:credit_card: ${isCharged(order) ? messages.direct.placedAutoPay(placed) : direct(placed)}`;
      return [said, priceDifference(order, ctx)].filter(Boolean).join('\n');
    }
    case 'rejected': {
      if (entry.by === order.requester) return null;
      return `:no_entry: ${direct.rejected({ ...facts, by: mention(entry.by) })}\n${blockquote(entry.reason)}`;
    }
    case 'cancelled':
      if (entry.by === order.requester) return null;
      return `:wastebasket: ${direct.cancelled({ ...facts, by: actor(entry.by, ctx) })}`;
    case 'approval_expired':
      return `:hourglass: ${direct.expired({ ...facts, command: ctx.app.command })}`;
    case 'failed': {
      const { what, toDo } = failureText(entry.failure, ctx);
      const outcome = hasOvhOrder(entry.failure) ? direct.ended(facts) : direct.failed(facts);
      return `:warning: ${outcome} ${what}\n*${messages.failureMessages.whatToDo}* ${toDo}`;
    }
    case 'ready':
      return [`${readyEmoji(order)} ${readyText(order, ctx, 'requester')}`, priceDifference(order, ctx)]
        .filter(Boolean)
        .join('\n');
    case 'payment_expired': {
      const { directPaymentExpired, directPaidAfterExpiry, directPaymentUnknown } = messages.fulfilment;
      const lapsed = entry.paymentUnknown ? directPaymentUnknown : directPaymentExpired;
      const said = wasPaidAfterExpiry(order, entry) ? directPaidAfterExpiry : lapsed;
      return `:hourglass: ${said({ ...facts, orderId: String(entry.orderId) })}`;
    }
    default:
      return null;
  }
}
