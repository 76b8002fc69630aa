import { countedApprovers } from '../../orders/approval-policy.ts';
import type { Order } from '../../orders/order.ts';
import { chargesAccount, isSettledByApp, type Quote } from '../../orders/quote.ts';
import { truncate } from '../../orders/typed-text.ts';
import { confirm } from '../views/blocks.ts';
import { toPlainText } from '../views/markup.ts';
import { onceAndMonthly, price } from '../views/quote-text.ts';
import { type RenderContext, waivesWithdrawal } from '../views/render-context.ts';
import type { OrderAction } from './action.ts';

/** Dialogs hold 300 characters of plain text: a name gets what the rest leaves. */
const MAX_TEXT_LENGTH = 300;
const MAX_NAME_LENGTH = 50;
const MIN_NAME_LENGTH = 12;

/** `Approve`, for exactly the quote that the person saw; its dialog says what one more approval does. */
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
    const { projectName } = order.request;
    const said = (name: string, parts: string) => effectsOf(order, { name, parts }, ctx);
    const parts = order.quote ? toPlainText(onceAndMonthly(order.quote, ctx), ctx.messages.denials) : '';
    const left = MAX_TEXT_LENGTH - said('', parts).length;
    // The message above the button shows the parts of the price in any case.
    const text =
      left < MIN_NAME_LENGTH
        ? said(truncate(projectName, MAX_NAME_LENGTH), '')
        : said(truncate(projectName, Math.min(MAX_NAME_LENGTH, left)), parts);
    const { approveTitle: title, approve: yes, notNow: no } = approval;
    return confirm({ title, text, yes, no });
  },
};

/** What one more approval does, and on what terms; `name` is the project's, `parts` are those of the price. */
function effectsOf(
  order: Order,
  { name, parts }: { name: string; parts: string },
  ctx: RenderContext,
): string {
  const { quote } = order;
  const { approval } = ctx.messages;
  if (!quote) return '';
  return [
    effectOf(order, { quote, name }, ctx),
    ...(parts ? [`${parts}.`] : []),
    ...(quote.contracts.length > 0 ? [approval.acceptsContracts] : []),
    ...(waivesWithdrawal(order, ctx) ? [approval.withdrawalWaived] : []),
  ].join(' ');
}

function effectOf(order: Order, { quote, name }: { quote: Quote; name: string }, ctx: RenderContext): string {
  const { approval, freeOrders } = ctx.messages;
  const required = ctx.approvalsRequired;
  const number = countedApprovers(order).length + 1;
  const charges = chargesAccount(quote);
  const facts = { name, price: price(quote, ctx), number, required };
  if (isSettledByApp(quote) && number >= required) {
    return required === 1 ? freeOrders.orders(facts) : freeOrders.countsAsLast(facts);
  }
  if (required === 1) return charges ? approval.chargesFor(facts) : approval.orders(facts);
  if (number < required) return charges ? approval.countsAutoPay(facts) : approval.counts(facts);
  return charges ? approval.countsAsLastAutoPay(facts) : approval.countsAsLast(facts);
}
