import { isCharged, wasPaidAfterAll } from '../../orders/delivery.ts';
import { wasPlaced } from '../../orders/failure.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order, StoryItem } from '../../orders/order.ts';
import { mention, paragraph } from './blocks.ts';
import { priceDifference } from './checkout-message.ts';
import { readyInWords } from './delivery-words.ts';
import type { Content, Drawing } from './drawing.ts';
import { failureWords } from './failure-words.ts';
import { projectName, quoted } from './quote-facts.ts';

/**
 * Tells the requester in person how their order ended, in their own language; null for the rest of the story, for what
 * they did themselves, and where the order hangs in their direct messages anyway. The checkout URL is not in it: it
 * is posted where it is set to be.
 */
export function endingForRequester(order: Order, item: StoryItem, drawing: Drawing): Content | null {
  if (order.channel.startsWith('D')) return null;
  const text = ending(order, item, drawing);
  return text === null ? null : { text, blocks: [paragraph(text)] };
}

function ending(order: Order, item: StoryItem, drawing: Drawing): string | null {
  const { words, locale } = drawing;
  const { direct } = words;
  const facts = { name: projectName(order), channel: `<#${order.channel}>` };
  switch (item.kind) {
    case 'placed': {
      if (!order.placed || item.orderId !== order.placed.orderId) return null;
      const placed = { ...facts, price: formatMoney(order.placed.withTax, locale) };
      const said = `:credit_card: ${isCharged(order) ? direct.placedAutoPay(placed) : direct.placed(placed)}`;
      return [said, priceDifference(order, drawing)].filter(Boolean).join('\n');
    }
    case 'rejected': {
      if (item.by === order.requester) return null;
      return `:no_entry: ${direct.rejected({ ...facts, by: mention(item.by) })}\n${quoted(item.reason)}`;
    }
    case 'expired':
      return `:hourglass: ${direct.expired(facts)}`;
    case 'failed': {
      const { what, toDo } = failureWords(item.failure, words);
      const outcome = wasPlaced(item.failure) ? direct.ended(facts) : direct.failed(facts);
      return `:warning: ${outcome} ${what}\n*${words.failureMessages.whatToDo}* ${toDo}`;
    }
    case 'ready':
      return [`:tada: ${readyInWords(order, drawing, 'requester')}`, priceDifference(order, drawing)]
        .filter(Boolean)
        .join('\n');
    case 'lapsed': {
      const { directLapsed, directLapsedAndPaid } = words.delivery;
      const said = wasPaidAfterAll(order, item) ? directLapsedAndPaid : directLapsed;
      return `:hourglass: ${said({ ...facts, orderId: String(item.orderId) })}`;
    }
    default:
      return null;
  }
}
