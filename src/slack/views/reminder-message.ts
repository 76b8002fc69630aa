import type { Order } from '../../orders/order.ts';
import { notification, questionBlocks } from './approval-message.ts';
import { type Content, message, paragraph } from './blocks.ts';
import { linkedName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { stateView } from './state-views.ts';

/**
 * Reminds a pending approver in a direct message: the question with its buttons, and a link to the thread. `isLatest`: the
 * quote has not changed since the reminder. Once it is decided, the outcome.
 */
export function reminderMessage(
  order: Order,
  { approver, isLatest }: { approver: string; isLatest: boolean },
  ctx: RenderContext,
): Content {
  const { approval } = ctx.messages;
  const { quote } = order;
  if (order.state === 'awaiting_approval' && quote && isLatest) {
    const viewer = { id: approver, isApprover: true };
    const reminder = `:bell: ${approval.reminder({ name: linkedName(order, ctx) })}`;
    return {
      text: notification(order, quote, ctx),
      blocks: [paragraph(reminder), ...questionBlocks(order, quote, { ctx, viewer })],
    };
  }
  const outcome = isLatest
    ? stateView(order).decided(order, ctx)
    : `:arrows_counterclockwise: ${approval.noLonger}`;
  const text = `*${linkedName(order, ctx)}*\n${outcome}`;
  return message(text, [paragraph(text)]);
}
