import { isOperator } from '../../orders/operator.ts';
import type { Order } from '../../orders/order.ts';
import { latestEntry, type TimelineEntry } from '../../orders/timeline.ts';
import { actionButton, type OrderAction } from '../actions/action.ts';
import { abandonSearch, confirmMatch, rejectMatches } from '../actions/match.ts';
import { showPaymentLink } from '../actions/show-payment-link.ts';
import { tryAgain } from '../actions/try-again.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar.ts';
import { isDirectMessage, isGroupId } from '../id-kinds.ts';
import {
  actions,
  actor,
  type Blocks,
  type Content,
  channelMention,
  context,
  mention,
  mentions,
  message,
  paragraph,
} from './blocks.ts';
import { budgetNoticeText } from './budget-text.ts';
import {
  documentsText,
  paymentFailedText,
  paymentReminderText,
  projectOverdueText,
  settlementFailedText,
} from './fulfilment-text.ts';
import { typed } from './markup.ts';
import { isLinkMissing, placedText } from './placed-text.ts';
import { price, projectName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';

/** The entries that other messages show: the root message, the question, or one of their own. */
type ShownElsewhere =
  | 'approval_requested'
  | 'failed'
  | 'paid'
  | 'ready'
  | 'rejected'
  | 'cancelled'
  | 'approval_expired';
/** The entries of the timeline that are a sentence in the thread. */
export type SentenceEntry = Exclude<TimelineEntry, { kind: ShownElsewhere }>;

/** The message in the thread for one entry of the order's timeline. */
export function timelineMessage(order: Order, entry: SentenceEntry, ctx: RenderContext): Content {
  const text = timelineText(order, entry, ctx);
  return message(text, [
    paragraph(text),
    ...buttonsOf(order, entry, ctx),
    ...supportNote(entry, ctx.messages),
  ]);
}

/** The number by which OVHcloud's support finds a refused confirmation. */
function supportNote(entry: SentenceEntry, { failureMessages }: Messages): Blocks {
  const queryId = entry.kind === 'settlement_failed' ? entry.failure?.queryId : null;
  return queryId ? [context(failureMessages.support({ queryId: typed(queryId, 100) }))] : [];
}

/** What can be done about the latest entry. */
function buttonsOf(order: Order, entry: SentenceEntry, ctx: RenderContext): Blocks {
  const shown = possibleActions(order, entry, ctx);
  return actions(...shown.map((action) => actionButton(action, order, { ctx })));
}

function possibleActions(order: Order, entry: SentenceEntry, ctx: RenderContext): OrderAction[] {
  if (entry.kind === 'placed') return isLinkMissing(order, entry, ctx) ? [showPaymentLink] : [];
  if (latestEntry(order)?.number !== entry.number) return [];
  if (entry.kind === 'match_ambiguous')
    return [...entry.orderIds.slice(0, 10).map(confirmMatch), rejectMatches];
  if (entry.kind === 'match_not_found') return [abandonSearch];
  return entry.kind === 'payment_expired' ? [tryAgain] : [];
}

function timelineText(order: Order, entry: SentenceEntry, ctx: RenderContext): string {
  const { thread, fulfilment } = ctx.messages;
  const requester = mention(order.requester);
  const name = projectName(order);
  switch (entry.kind) {
    case 'price_changed':
      return `:warning: ${priceChangedText(entry, ctx)}`;
    case 'cart_changed': {
      const voided = { names: mentions(entry.voided, ctx), count: entry.voided.length };
      return `:warning: ${voided.count > 0 ? thread.cartChanged(voided) : thread.cartChangedUnapproved}`;
    }
    case 'approvals_lost': {
      const lost = { names: mentions(entry.lost, ctx), count: entry.lost.length };
      return `:warning: ${lost.count > 0 ? thread.approvalsLost(lost) : thread.approvalsNotEnough}`;
    }
    case 'unexpected_order': {
      const approverMentions = ctx.approvers.map(mention).join(' ');
      const { orderId } = entry;
      const facts = { requester, approverMentions, name };
      return `:rotating_light: ${orderId === null ? thread.unexpectedOrderUnknown(facts) : thread.unexpectedOrder({ ...facts, orderId: String(orderId) })}`;
    }
    case 'checkout_outcome_unknown':
      return `:mag: ${order.checkoutAttempt?.outcomeUnknownSince ? thread.outcomeUnknown : thread.outcomeResolved}`;
    case 'match_ambiguous': {
      const approverMentions = ctx.approvers.map(mention).join(' ');
      const orderIds = formatList(ctx.locale, entry.orderIds.map(String));
      return `:warning: ${thread.matchAmbiguous({ requester, approverMentions, orderIds, name })}`;
    }
    case 'match_confirmed':
      return `:mag: ${thread.matchConfirmed({ by: actor(entry.by, ctx), orderId: String(entry.orderId) })}`;
    case 'matches_rejected':
      return `:mag: ${thread.matchesRejected({ by: actor(entry.by, ctx) })}`;
    case 'match_not_found':
      return `:warning: ${thread.matchNotFound({ requester, name })}`;
    case 'channel_changed': {
      if (isDirectMessage(entry.from)) {
        return `:warning: ${ctx.messages.linkDelivery.movedFromRequester({ requester })}`;
      }
      const from = channelMention(entry.from);
      const isUndecided = order.state === 'awaiting_approval';
      return `:warning: ${isUndecided ? thread.channelChangedUndecided({ from }) : thread.channelChanged({ from })}`;
    }
    case 'placed':
      return placedText(order, entry, ctx);
    case 'edited':
      return `:pencil2: ${editedText(entry, ctx)}`;
    case 'approvers_called':
      return `:wave: ${thread.approversCalled({ people: mentions(entry.people, ctx), name: projectName(order) })}`;
    case 'approval_withdrawn':
      return `:leftwards_arrow_with_hook: ${thread.approvalWithdrawn({ by: mention(entry.by) })}`;
    case 'reminded':
      return `:bell: ${reminderText(order, entry, ctx)}`;
    case 'retried':
      return `:repeat: ${isOperator(entry.by) ? thread.triedAgainBy({ by: actor(entry.by, ctx) }) : thread.retried}`;
    case 'budget_notice':
      return budgetNoticeText(order, entry, ctx);
    case 'payment_reminded':
      return paymentReminderText(order, entry, ctx);
    case 'payment_failed':
      return paymentFailedText(order, entry, ctx);
    case 'settlement_failed':
      return `:warning: ${settlementFailedText(order, entry, ctx)}`;
    case 'documents_requested':
      return documentsText(order, entry, ctx);
    case 'project_overdue':
      return projectOverdueText(order, entry, ctx);
    case 'payment_expired': {
      const expired = entry.paymentUnknown ? fulfilment.orderPaymentUnknown : fulfilment.orderExpired;
      const said = wasPaidAfterExpiry(order, entry) ? fulfilment.paidAfterExpiry : expired;
      return `:hourglass: ${said({ orderId: String(entry.orderId) })}`;
    }
  }
}

function priceChangedText(
  entry: Extract<TimelineEntry, { kind: 'price_changed' }>,
  ctx: RenderContext,
): string {
  const [before, after] = [price(entry.before, ctx), price(entry.after, ctx)];
  const voided = { names: mentions(entry.voided, ctx), count: entry.voided.length };
  const { priceChanged: changed, termsChanged } = ctx.messages.thread;
  return before === after ? termsChanged({ price: after, ...voided }) : changed({ before, after, ...voided });
}

function editedText(entry: Extract<TimelineEntry, { kind: 'edited' }>, ctx: RenderContext): string {
  const { thread } = ctx.messages;
  if (entry.changed.every((field) => field === 'reason')) return thread.editedReason;
  const fields = formatList(
    ctx.locale,
    entry.changed.map((field) => thread.fields[field]),
  );
  const count = entry.voided.length;
  if (count === 0) return thread.edited({ fields });
  return thread.editedVoiding({ fields, names: mentions(entry.voided, ctx), count });
}

/** Mentions only groups: everyone else gets a direct message. */
function reminderText(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'reminded' }>,
  ctx: RenderContext,
): string {
  const groups = entry.pending.filter(isGroupId);
  if (order.state !== 'awaiting_approval') return ctx.messages.thread.reminded;
  const cost = order.quote ? price(order.quote, ctx) : '?';
  const approverMentions = groups.map(mention).join(' ');
  return ctx.messages.thread.reminder({ approverMentions, name: projectName(order), price: cost });
}

/** Whether an expired OVHcloud order was paid later, as far as the thread shows it. */
function wasPaidAfterExpiry({ timeline }: Order, expired: { number: number; orderId: number }): boolean {
  return timeline.slice(expired.number).some((entry) => {
    if (entry.kind === 'paid') return entry.orderId === expired.orderId;
    if (entry.kind !== 'failed' || entry.failure.kind !== 'paid_after_expiry') return false;
    return entry.failure.orderId === expired.orderId;
  });
}
