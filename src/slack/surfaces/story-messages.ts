import { formatMoney } from '../../orders/money.ts';
import { lastInStory, type Order, type StoryItem } from '../../orders/order.ts';
import type { Words } from '../words/catalogue.ts';
import { listed } from '../words/grammar.ts';
import { type Blocks, mention, mentions, paragraph } from './blocks.ts';
import { otherPriceWarning } from './checkout-message.ts';
import { deliveryStory } from './delivery-words.ts';
import type { Content, Drawing } from './drawing.ts';
import { failureMessage, tryAgainButton } from './failure-messages.ts';
import { price, projectName, quoted } from './quote-facts.ts';
import { settlingButtons } from './settling-buttons.ts';

/** The message in the thread that tells one part of the order's story. */
export function storyMessage(order: Order, item: StoryItem, drawing: Drawing): Content {
  if (item.kind === 'failed') return failureMessage(order, item, drawing);
  const text = tell(order, item, drawing);
  return { text, blocks: [paragraph(text), ...buttonsOf(order, item, drawing)] };
}

/** What can be done about the last thing that happened. */
function buttonsOf(order: Order, item: StoryItem, { words }: Drawing): Blocks {
  if (lastInStory(order)?.number !== item.number) return [];
  if (order.state === 'approved') return settlingButtons(order, item, words);
  return order.state === 'lapsed' ? [tryAgainButton(order, words)] : [];
}

function tell(order: Order, item: Exclude<StoryItem, { kind: 'failed' }>, drawing: Drawing): string {
  const { thread } = drawing.words;
  const requester = mention(order.requester);
  const name = projectName(order);
  switch (item.kind) {
    case 'price_changed':
      return `:warning: ${priceChanged(item, drawing)}`;
    case 'cart_changed': {
      const voided = { names: mentions(item.voided, drawing), count: item.voided.length };
      return `:warning: ${voided.count > 0 ? thread.cartChanged(voided) : thread.cartChangedUnapproved}`;
    }
    case 'approvals_lost': {
      const lost = { names: mentions(item.lost, drawing), count: item.lost.length };
      return `:warning: ${lost.count > 0 ? thread.approvalsLost(lost) : thread.approvalsNotEnough}`;
    }
    case 'unexpected_order': {
      const asks = drawing.approvers.map(mention).join(' ');
      const { orderId } = item;
      const facts = { requester, asks, name };
      return `:rotating_light: ${orderId === null ? thread.unexpectedOrderUnknown(facts) : thread.unexpectedOrder({ ...facts, orderId: String(orderId) })}`;
    }
    case 'checkout_unclear':
      return `:mag: ${order.attempt?.unclearSince ? thread.unclear : thread.unclearSettled}`;
    case 'orders_to_choose': {
      const asks = drawing.approvers.map(mention).join(' ');
      const orderIds = listed(drawing.locale, item.orderIds.map(String));
      return `:warning: ${thread.ordersToChoose({ requester, asks, orderIds, name })}`;
    }
    case 'order_chosen':
      return `:mag: ${chosen(item, drawing.words)}`;
    case 'order_not_found':
      return `:warning: ${thread.orderNotFound({ requester, name })}`;
    case 'moved': {
      const from = `<#${item.from}>`;
      const isUndecided = order.state === 'awaiting_approval';
      return `:warning: ${isUndecided ? thread.movedUndecided({ from }) : thread.moved({ from })}`;
    }
    case 'placed':
      return placed(order, item, requester, drawing);
    case 'rejected':
      return `:no_entry: ${thread.rejected({ by: mention(item.by) })}\n${quoted(item.reason)}`;
    case 'cancelled':
      return `:wastebasket: ${thread.cancelled}`;
    case 'expired':
      return `:hourglass: ${thread.expired}`;
    case 'edited':
      return `:pencil2: ${edited(item, drawing)}`;
    case 'taken_back':
      return `:leftwards_arrow_with_hook: ${thread.takenBack({ by: mention(item.by) })}`;
    case 'reminder':
      return `:bell: ${reminder(order, item, drawing)}`;
    case 'tried_again':
      return `:repeat: ${thread.triedAgain}`;
    case 'approval_asked':
      return `:hand: ${thread.approvalAsked}`;
    default:
      return deliveryStory(order, item, drawing);
  }
}

/** In the thread, where the checkout URL went to the requester alone. */
function placed(
  order: Order,
  item: Extract<StoryItem, { kind: 'placed' }>,
  requester: string,
  drawing: Drawing,
): string {
  if (!order.placed || order.placed.orderId !== item.orderId) {
    return `:credit_card: ${drawing.words.delivery.over({ orderId: String(item.orderId) })}`;
  }
  const facts = {
    orderId: String(order.placed.orderId),
    price: formatMoney(order.placed.withTax, drawing.locale),
    requester,
  };
  const warning = otherPriceWarning(order, order.placed, 'thread', drawing);
  return [`:credit_card: ${drawing.words.thread.placed(facts)}`, warning].filter(Boolean).join('\n');
}

function chosen(item: Extract<StoryItem, { kind: 'order_chosen' }>, { thread }: Words): string {
  const by = mention(item.by);
  if (item.orderId === null) return thread.noOrderChosen({ by });
  return thread.orderChosen({ by, orderId: String(item.orderId) });
}

function priceChanged(item: Extract<StoryItem, { kind: 'price_changed' }>, drawing: Drawing): string {
  const [before, after] = [price(item.before, drawing), price(item.after, drawing)];
  const voided = { names: mentions(item.voided, drawing), count: item.voided.length };
  const { priceChanged: changed, termsChanged } = drawing.words.thread;
  return before === after ? termsChanged({ price: after, ...voided }) : changed({ before, after, ...voided });
}

function edited(item: Extract<StoryItem, { kind: 'edited' }>, drawing: Drawing): string {
  const { thread } = drawing.words;
  if (item.changed.every((field) => field === 'reason')) return thread.editedReason;
  const fields = listed(
    drawing.locale,
    item.changed.map((field) => thread.fields[field]),
  );
  const count = item.voided.length;
  if (count === 0) return thread.edited({ fields });
  return thread.editedVoiding({ fields, names: mentions(item.voided, drawing), count });
}

function reminder(order: Order, item: Extract<StoryItem, { kind: 'reminder' }>, drawing: Drawing): string {
  if (order.state !== 'awaiting_approval') return drawing.words.thread.reminded;
  const asks = item.pending.map(mention).join(' ');
  const cost = order.quote ? price(order.quote, drawing) : '?';
  return drawing.words.thread.reminder({ asks, name: projectName(order), price: cost });
}
