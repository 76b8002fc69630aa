import type { Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import type { TimelineEntry } from '../../orders/timeline.ts';
import { actionButton, type Viewer } from '../actions/action.ts';
import { approve } from '../actions/approve.ts';
import { moreMenu } from '../actions/more.ts';
import { reject } from '../actions/reject.ts';
import { progressOf } from './approvals-text.ts';
import { actions, type Blocks, type Content, context, message, paragraph, slackDate } from './blocks.ts';
import { quoted, toMrkdwn, typedInMrkdwn } from './markup.ts';
import { price, projectName, quoteDetails, quoteWarnings, requesterName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { stateView } from './state-views.ts';

type ApprovalRequested = Extract<TimelineEntry, { kind: 'approval_requested' }>;

/** How much of a message's text a notification shows. */
const MAX_NOTIFICATION_LENGTH = 110;

/** The message in the thread in which approvers decide. Its buttons are removed once this quote is decided. */
export function approvalMessage(order: Order, entry: ApprovalRequested, ctx: RenderContext): Content {
  const latest = order.timeline.findLast(({ kind }) => kind === 'approval_requested');
  if (latest?.number !== entry.number) {
    const replaced = `:arrows_counterclockwise: ${ctx.messages.approval.replaced}`;
    return message(replaced, [paragraph(replaced)]);
  }
  if (order.state === 'awaiting_approval' && order.quote) {
    return {
      text: notification(order, order.quote, ctx),
      blocks: questionBlocks(order, order.quote, { ctx }),
    };
  }
  const decided = stateView(order).decided(order, ctx);
  return message(decided, [
    ...(order.quote ? [paragraph(questionText(order, order.quote, ctx))] : []),
    paragraph(decided),
    ...actions(order.state === 'approved' ? moreMenu(order, { ctx }) : null),
  ]);
}

/** The question with its buttons, for `viewer` or for everyone in the thread. */
export function questionBlocks(
  order: Order,
  quote: Quote,
  shown: { ctx: RenderContext; viewer?: Viewer },
): Blocks {
  const { ctx } = shown;
  const warnings = quoteWarnings(order, quote, ctx);
  return [
    paragraph(questionText(order, quote, ctx)),
    ...(warnings.length > 0 ? [paragraph(warnings.join('\n'))] : []),
    context(quoteDetails(order, quote, ctx).join('\n')),
    paragraph([progressOf(order, ctx), remindedText(order, ctx)].filter(Boolean).join(' · ')),
    ...actions(
      actionButton(approve, order, shown),
      actionButton(reject, order, shown),
      moreMenu(order, shown),
    ),
  ];
}

/** Who requests what for how much, and why. The requester is named, not mentioned: a mention would notify them. */
function questionText(order: Order, quote: Quote, ctx: RenderContext): string {
  const facts = { requester: requesterName(order, ctx), name: projectName(order), price: price(quote, ctx) };
  const { reason } = order.request;
  return `${ctx.messages.approval.question(facts)}${reason ? quoted(reason) : ''}`;
}

/** Empty before the first reminder. */
function remindedText(order: Order, ctx: RenderContext): string {
  const reminded = order.timeline.findLast(({ kind }) => kind === 'reminded');
  if (!reminded || order.remindersSent === 0) return '';
  return ctx.messages.approval.reminded({ at: slackDate(reminded.at, ctx) });
}

/** Who requests what, for how much and why, within the length of a notification. */
export function notification(order: Order, quote: Quote, ctx: RenderContext): string {
  const { notification: said, notificationReason } = ctx.messages.approval;
  const facts = {
    requester: ctx.requesterName ? typedInMrkdwn(ctx.requesterName, 24) : toMrkdwn(requesterName(order, ctx)),
    name: typedInMrkdwn(order.request.projectName, 40),
    price: price(quote, ctx),
  };
  const asked = said(facts);
  const rest = MAX_NOTIFICATION_LENGTH - asked.length - notificationReason({ reason: '' }).length - 1;
  if (!order.request.reason || rest < 12) return asked;
  return `${asked} ${notificationReason({ reason: typedInMrkdwn(order.request.reason, rest) })}`;
}
