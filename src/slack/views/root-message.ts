import { formatMoney } from '../../orders/money.ts';
import { isOpen, type Order } from '../../orders/order.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import { actionButton } from '../actions/action.ts';
import { moreMenu } from '../actions/more.ts';
import { showPaymentLink } from '../actions/show-payment-link.ts';
import { actions, type Content, context, header, mention, message, paragraph } from './blocks.ts';
import { priceDifference } from './checkout-message.ts';
import { supportText } from './failure-messages.ts';
import { typed } from './markup.ts';
import { linkRefusal } from './payment-link.ts';
import { projectName, requesterName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { stateView } from './state-views.ts';
import { unexpectedOrderText } from './unexpected-order-text.ts';

/**
 * The one message in the channel, updated in place: what is ordered, its status, what happens next. Once the order has
 * closed, its outcome.
 */
export function rootMessage(order: Order, ctx: RenderContext): Content {
  const { root } = ctx.messages;
  const view = stateView(order);
  const status = view.status(order, ctx);
  const next = view.next(order, ctx);
  const warnings = [unexpectedOrderText(order, ctx), priceDifference(order, ctx)].filter(Boolean);
  const label = ctx.app.label ? typed(ctx.app.label) : '';
  const requester = personOf(order, ctx);
  const isOver = !isOpen(order);
  const lines = [
    isOver ? root.requestedBy({ requester }) : '',
    next,
    supportText(order, ctx.messages),
    label,
  ].filter(Boolean);
  const blocks = [
    header(titleOf(order, ctx)),
    paragraph(isOver ? status : root.statusBy({ status: status.replace(/\.$/, ''), requester })),
    ...(warnings.length > 0 ? [paragraph(warnings.join('\n'))] : []),
    ...actions(
      needsLinkButton(order, ctx) ? actionButton(showPaymentLink, order, { ctx }) : null,
      // Until there is an approval message with the same menu.
      order.state === 'requested' && order.retrying ? moreMenu(order, { ctx }) : null,
    ),
    ...(lines.length > 0 ? [context(lines.join('  ·  '))] : []),
  ];
  const cost = priceOf(order, ctx);
  const facts = { requester: requesterName(order, ctx), name: projectName(order) };
  const asked = cost ? root.askedFor({ ...facts, price: cost }) : root.asked(facts);
  return message([asked, status, ...warnings, next, label].filter(Boolean).join(' '), blocks);
}

/** The name, and the price once it is known. */
function titleOf(order: Order, ctx: RenderContext): string {
  const name = order.request.projectName;
  const cost = priceOf(order, ctx);
  return cost ? ctx.messages.root.title({ name, price: cost }) : name;
}

function priceOf({ quote, ovhOrder }: Order, { locale }: RenderContext): string {
  const amount = ovhOrder?.withTax ?? quote?.withTax;
  return amount ? formatMoney(amount, locale) : '';
}

/** A name in the first post, where a mention would notify the requester of their own order; updates notify no one. */
function personOf(order: Order, ctx: RenderContext): string {
  return order.state === 'requested' ? requesterName(order, ctx) : mention(order.requester);
}

/** Whether the payment link needs a button here, because Slack does not accept the message in the thread. */
function needsLinkButton(order: Order, ctx: RenderContext): boolean {
  if (order.state !== 'awaiting_payment' || isBeingSettled(order)) return false;
  return ctx.checkoutUrlTo === 'channel' && linkRefusal(ctx) !== null;
}
