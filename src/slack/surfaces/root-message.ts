import { lastInStory, type Order } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import { type Blocks, header, mention, paragraph, smallPrint } from './blocks.ts';
import type { Content, Drawing } from './drawing.ts';
import { price, projectName, quoteBlocks } from './quote-facts.ts';

/** The one message in the channel: what is asked for, how it stands, what happens next. Updated in place. */
export function rootMessage(order: Order, drawing: Drawing): Content {
  const { status, next } = standing(order, drawing);
  const cost = order.quote ? ` (${price(order.quote, drawing.locale)} with tax)` : '';
  const blocks: Blocks = [
    header(`Public Cloud project “${order.request.projectName}”`),
    paragraph(status),
    ...(order.quote ? quoteBlocks(order, order.quote, drawing.locale) : []),
    smallPrint([next, `Order ${order.id}`].filter(Boolean).join('  ·  ')),
  ];
  const asked = `${mention(order.requester)} asked for the Public Cloud project “${projectName(order)}”${cost}.`;
  return { text: `${asked} ${status} ${next}`.trim(), blocks };
}

function standing(order: Order, drawing: Drawing): { status: string; next: string } {
  const ended = lastInStory(order);
  const approvers = approversOf(order).map(mention).join(', ');
  switch (order.state) {
    case 'requested':
      return order.delayed
        ? {
            status: ':hourglass_flowing_sand: *OVHcloud does not give a quote at the moment.*',
            next: 'It is asked again by itself for ten minutes; there is nothing to do.',
          }
        : {
            status: `:hourglass_flowing_sand: *Preparing the quote* for ${mention(order.requester)}…`,
            next: 'Next: the price appears here, and approvers decide in the thread.',
          };
    case 'awaiting_approval': {
      const given = approversOf(order).length;
      const count = drawing.approvalsRequired > 1 ? ` ${given} of ${drawing.approvalsRequired} given.` : '';
      return {
        status: `:hand: *Waiting for approval* in the thread.${count}`,
        next: order.quote?.autoPay
          ? 'Next: once approved, the order is placed and charged to the account’s payment method.'
          : 'Next: once approved, the order is placed and the checkout URL appears here. Nothing is paid before that.',
      };
    }
    case 'approved':
      if (order.attempt?.unclearSince) {
        return {
          status: ':mag: *Checking with OVHcloud whether the order was placed.*',
          next: 'Its answer was lost. It is not ordered again before this is known.',
        };
      }
      return {
        status: `:white_check_mark: *Approved* by ${approvers}. The order is being placed…`,
        next: order.delayed ? 'OVHcloud does not answer at the moment; it is asked again by itself.' : '',
      };
    case 'unpaid':
      return {
        status: `:credit_card: *Ordered*, approved by ${approvers}. OVHcloud order ${order.placed?.orderId}.`,
        next: order.quote?.autoPay
          ? 'OVHcloud charges the account’s payment method.'
          : 'Next: somebody pays at the checkout URL; OVHcloud then delivers the project.',
      };
    case 'rejected':
      return {
        status: `:no_entry: *Rejected* by ${ended?.kind === 'rejected' ? mention(ended.by) : 'an approver'}.`,
        next: 'Nothing was ordered.',
      };
    case 'cancelled':
      return {
        status: `:wastebasket: *Cancelled* by ${mention(order.requester)}.`,
        next: 'Nothing was ordered.',
      };
    case 'expired':
      return {
        status: ':hourglass: *Expired*: nobody decided in time.',
        next: 'Nothing was ordered. Type /order-cloud to ask again.',
      };
    case 'failed':
      return ended?.kind === 'failed' && ended.failure.kind === 'order_not_found'
        ? { status: ':warning: *Ended*: OVHcloud’s order could not be found. See the thread.', next: '' }
        : { status: ':warning: *Not ordered*: see the thread for why, and what to do.', next: '' };
  }
}
