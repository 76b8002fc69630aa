import { formatMoney } from '../../orders/money.ts';
import type { Order, StoryItem } from '../../orders/order.ts';
import { mention, paragraph } from './blocks.ts';
import type { Content, Drawing } from './drawing.ts';
import { failureMessage } from './failure-messages.ts';
import { price, projectName, quoted } from './quote-facts.ts';

/** The message in the thread that tells one part of the order's story. */
export function storyMessage(order: Order, item: StoryItem, drawing: Drawing): Content {
  if (item.kind === 'failed') return failureMessage(order, item);
  const text = tell(order, item, drawing);
  return { text, blocks: [paragraph(text)] };
}

function tell(order: Order, item: Exclude<StoryItem, { kind: 'failed' }>, drawing: Drawing): string {
  const requester = mention(order.requester);
  switch (item.kind) {
    case 'price_changed':
      return priceChanged(item, drawing);
    case 'checkout_unclear':
      return (
        ':mag: OVHcloud’s answer to the checkout was lost, so it is not known whether the order was placed. ' +
        'It is being checked; nothing is ordered again before that is clear.'
      );
    case 'several_orders_found':
      return (
        `:warning: ${requester} the checkout’s answer was lost, and these OVHcloud orders could be it: ` +
        `${item.orderIds.join(', ')}. Please look at them in OVHcloud’s control panel (Billing > My orders): ` +
        `the one for “${projectName(order)}” is yours. Nothing more is ordered here.`
      );
    case 'placed': {
      const amount = order.placed ? formatMoney(order.placed.withTax, drawing.locale) : '';
      return `:credit_card: OVHcloud order ${order.placed?.orderId} was placed (${amount} with tax). The checkout URL went to ${requester} in a direct message.`;
    }
    case 'rejected':
      return `:no_entry: ${requester} your order was rejected by ${mention(item.by)}. Nothing was ordered.\n${quoted(item.reason)}`;
    case 'cancelled':
      return `:wastebasket: ${mention(item.by)} cancelled the order. Nothing was ordered.`;
    case 'expired':
      return `:hourglass: ${requester} nobody decided in time, so the order has expired. Nothing was ordered; type /order-cloud to ask again.`;
    case 'tried_again':
      return `:repeat: ${mention(item.by)} tries again: OVHcloud is asked for a new quote.`;
    case 'approval_asked':
      return ':hand: Waiting for approval.';
  }
}

function priceChanged(item: Extract<StoryItem, { kind: 'price_changed' }>, drawing: Drawing): string {
  const [before, after] = [price(item.before, drawing.locale), price(item.after, drawing.locale)];
  const change =
    before === after
      ? `the price is still ${after} with tax, but its terms or contracts have changed`
      : `the price with tax was ${before} when it was approved and is ${after} now`;
  const voided = item.voided.map(mention).join(', ');
  return `:warning: Nothing was ordered: ${change}. The approval of ${voided} is void; please decide again on the new quote below.`;
}
