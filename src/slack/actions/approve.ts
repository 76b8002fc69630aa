import { countedApprovers } from '../../orders/approval-policy.ts';
import type { Order } from '../../orders/order.ts';
import { chargesAccount, isSettledByApp, type Quote } from '../../orders/quote.ts';
import { truncate } from '../../orders/typed-text.ts';
import { confirm } from '../views/blocks.ts';
import { price } from '../views/quote-text.ts';
import { type RenderContext, waivesWithdrawal } from '../views/render-context.ts';
import type { OrderAction } from './action.ts';

/** Dialogs hold 300 characters of plain text. */
const MAX_NAME_LENGTH = 50;

/** `Approve`, for exactly the quote that the person saw; its dialog says what one more approval brings about. */
export const approve: OrderAction = {
  id: 'order_approve',
  label: ({ approval }) => approval.approve,
  style: 'primary',
  isVisible: (order, viewer) =>
    order.state === 'awaiting_approval' &&
    order.quote !== null &&
    (viewer === 'everyone' || (viewer.isApprover && !countedApprovers(order).includes(viewer.id))),
  subject: ({ fingerprint }) => fingerprint ?? '',
  confirm(order, ctx) {
    const { approval } = ctx.messages;
    const effects = order.quote
      ? [
          effectOf(order, order.quote, ctx),
          ...(order.quote.contracts.length > 0 ? [approval.acceptsContracts] : []),
          ...(waivesWithdrawal(order, ctx) ? [approval.withdrawalWaived] : []),
        ]
      : [];
    const { approveTitle: title, approve: yes, notNow: no } = approval;
    return confirm({ title, text: effects.join(' '), yes, no });
  },
};

/** What one more approval brings about. */
function effectOf(order: Order, quote: Quote, ctx: RenderContext): string {
  const { approval, freeOrders } = ctx.messages;
  const required = ctx.approvalsRequired;
  const number = countedApprovers(order).length + 1;
  const charges = chargesAccount(quote);
  const name = truncate(order.request.projectName, MAX_NAME_LENGTH);
  const facts = { name, price: price(quote, ctx), number, required };
  if (isSettledByApp(quote) && number >= required) {
    return required === 1 ? freeOrders.orders(facts) : freeOrders.countsAsLast(facts);
  }
  if (required === 1) return charges ? approval.chargesFor(facts) : approval.orders(facts);
  if (number < required) return charges ? approval.countsAutoPay(facts) : approval.counts(facts);
  return charges ? approval.countsAsLastAutoPay(facts) : approval.countsAsLast(facts);
}
