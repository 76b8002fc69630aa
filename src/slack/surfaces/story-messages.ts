import { formatMoney } from '../../orders/money.ts';
import { lastInStory, type Order, type StoryItem } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, confirm, mention, paragraph } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import type { Content, Drawing } from './drawing.ts';
import { failureMessage } from './failure-messages.ts';
import { price, projectName, quoted } from './quote-facts.ts';

/** The message in the thread that tells one part of the order's story. */
export function storyMessage(order: Order, item: StoryItem, drawing: Drawing): Content {
  if (item.kind === 'failed') return failureMessage(order, item);
  const text = tell(order, item, drawing);
  const isLast = order.state === 'approved' && lastInStory(order)?.number === item.number;
  return { text, blocks: [paragraph(text), ...(isLast ? settlingButtons(order, item) : [])] };
}

/** The buttons with which an approver settles what became of a checkout whose answer was lost. */
function settlingButtons(order: Order, item: StoryItem): Blocks {
  const value = (choice: string) => buttonValue({ orderId: order.id, fingerprint: choice });
  if (item.kind === 'orders_to_choose') {
    const choices = item.orderIds
      .slice(0, 10)
      .map((orderId, index) =>
        button(`${ACTIONS.chooseOrder}${index}`, `It is ${orderId}`, { value: value(String(orderId)) }),
      );
    const sure = confirm(
      'None of these orders?',
      `Make sure of it in OVHcloud’s control panel first: the project “${order.request.projectName}” may then be ordered again.`,
      'None of these',
      'Back',
    );
    const none = button(`${ACTIONS.chooseOrder}none`, 'None of these', { value: value(''), confirm: sure });
    return [buttons(...choices, none)];
  }
  if (item.kind !== 'order_not_found') return [];
  const sure = confirm(
    'Stop looking for it?',
    `The order of “${order.request.projectName}” then ends here. If OVHcloud did place it, it can be found and paid in the control panel only.`,
    'Stop looking',
    'Back',
  );
  return [buttons(button(ACTIONS.giveUp, 'Stop looking', { value: value(''), confirm: sure }))];
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
    case 'orders_to_choose':
      return (
        `:warning: ${requester} ${drawing.approvers.map(mention).join(' ')} the checkout’s answer was lost, and it ` +
        `may have become one of these OVHcloud orders: ${item.orderIds.join(', ')}. An approver has to look at them ` +
        `in OVHcloud’s control panel (Billing > My orders) and say which one is for “${projectName(order)}”. ` +
        'Nothing more is ordered before that.'
      );
    case 'order_chosen':
      return item.orderId === null
        ? `:mag: ${mention(item.by)} says that it is none of these orders. It is being looked for further.`
        : `:mag: ${mention(item.by)} says that it is OVHcloud order ${item.orderId}.`;
    case 'order_not_found':
      return (
        `:warning: ${requester} OVHcloud has checked the cart out, but its order for “${projectName(order)}” is not ` +
        'to be seen. Please look for it in OVHcloud’s control panel (Billing > My orders). It is still looked for ' +
        'here; an approver may stop that. Nothing is ordered again.'
      );
    case 'moved':
      return (
        `:warning: The app cannot write in <#${item.from}> any more, so this order goes on here. ` +
        (order.state === 'awaiting_approval'
          ? 'Approvers do not see it here: cancel it and order again where the app may write, or invite it there and wait for the end of this one.'
          : 'What was decided there counts.')
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
