import { hasOvhOrder } from '../../orders/failure.ts';
import type { Order } from '../../orders/order.ts';
import type { TimelineEntry } from '../../orders/timeline.ts';
import { actionButton } from '../actions/action.ts';
import { orderAgain } from '../actions/order-again.ts';
import { tryAgain } from '../actions/try-again.ts';
import { actions, actor, type Content, channelMention, message, paragraph } from './blocks.ts';
import { paymentMessage } from './checkout-message.ts';
import { failureText } from './failure-text.ts';
import { quoted } from './markup.ts';
import { linkedName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';

type Placed = Extract<TimelineEntry, { kind: 'placed' }>;

/**
 * The requester's direct message about a placed order: how to pay it, and then how it goes on. Posted once, and updated
 * in place.
 */
export function paymentCard(order: Order, entry: Placed, ctx: RenderContext): Content {
  return paymentMessage(order, entry, 'requester', ctx);
}

/**
 * The requester's direct message about an order that has ended without a project: why, and what they can do. Null while
 * it has not, for what they did themselves, and where Slack has told them in the form.
 */
export function outcomeCard(order: Order, ctx: RenderContext): Content | null {
  const text = outcomeText(order, ctx);
  if (text === null) return null;
  return message(text, [
    paragraph(text),
    ...actions(
      actionButton(tryAgain, order, { ctx, style: 'primary' }),
      actionButton(orderAgain, order, { ctx, viewer: { id: order.requester, isApprover: false } }),
    ),
  ]);
}

/** What stays of an outcome once the order goes on. */
export function formerOutcomeCard(order: Order, ctx: RenderContext): Content {
  const text = `:leftwards_arrow_with_hook: ${ctx.messages.direct.goesOn({ name: linkedName(order, ctx) })}`;
  return message(text, [paragraph(text)]);
}

function outcomeText(order: Order, ctx: RenderContext): string | null {
  const { direct, failureMessages } = ctx.messages;
  const { closure, state, requester } = order;
  const facts = { name: linkedName(order, ctx), channel: channelMention(order.channel) };
  const by = closure?.by ?? requester;
  switch (state) {
    case 'rejected':
      if (by === requester) return null;
      return `:x: ${direct.rejected({ ...facts, by: actor(by, ctx) })}${quoted(closure?.reason ?? '')}`;
    case 'cancelled':
      return by === requester ? null : `:wastebasket: ${direct.cancelled({ ...facts, by: actor(by, ctx) })}`;
    case 'approval_expired':
      return `:hourglass: ${direct.expired(facts)}`;
    case 'payment_expired': {
      const said = closure?.failure ? direct.paymentUnknown : direct.paymentExpired;
      return `:hourglass: ${said({ ...facts, orderId: String(order.ovhOrder?.orderId) })}`;
    }
    case 'failed': {
      if (!closure?.failure) return null;
      const { what, toDo } = failureText(closure.failure, ctx);
      const outcome = hasOvhOrder(closure.failure) ? direct.ended(facts) : direct.failed(facts);
      return `:warning: ${outcome} ${what}\n*${failureMessages.whatToDo}* ${toDo}`;
    }
    case 'requested':
    case 'awaiting_approval':
    case 'approved':
    case 'awaiting_payment':
    case 'delivering':
    case 'ready':
      return null;
  }
}
