import type { Order } from '../../orders/order.ts';
import type { TimelineEntry } from '../../orders/timeline.ts';
import { actionButton } from '../actions/action.ts';
import { orderAgain } from '../actions/order-again.ts';
import { tryAgain } from '../actions/try-again.ts';
import { actions, type Content, message, paragraph } from './blocks.ts';
import { paymentMessage } from './checkout-message.ts';
import { linkedName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { stateView } from './state-views.ts';
import { unexpectedOrderText } from './unexpected-order-text.ts';

type Placed = Extract<TimelineEntry, { kind: 'placed' }>;

/**
 * The requester's direct message about a placed order: how to pay it, and then its progress. Posted once, and updated in
 * place.
 */
export function paymentCard(order: Order, entry: Placed, ctx: RenderContext): Content {
  return paymentMessage(order, entry, { to: 'requester', ctx });
}

/**
 * The requester's direct message about an order that has ended without a project: why, and what they can do. Null if it has
 * not, if they ended it themselves, and if they read it in the form.
 */
export function outcomeCard(order: Order, ctx: RenderContext): Content | null {
  const outcome = stateView(order).outcome(order, ctx);
  if (outcome === null) return null;
  const warning = unexpectedOrderText(order, ctx);
  return message([outcome, warning].filter(Boolean).join('\n'), [
    paragraph(outcome),
    ...(warning ? [paragraph(warning)] : []),
    ...actions(
      actionButton(tryAgain, order, { ctx, style: 'primary' }),
      actionButton(orderAgain, order, { ctx, viewer: { id: order.requester, isApprover: false } }),
    ),
  ]);
}

/** What remains of an outcome once the order continues. */
export function formerOutcomeCard(order: Order, ctx: RenderContext): Content {
  const text = `:leftwards_arrow_with_hook: ${ctx.messages.direct.goesOn({ name: linkedName(order, ctx) })}`;
  return message(text, [paragraph(text)]);
}
