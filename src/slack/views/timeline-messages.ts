import { countedApprovers } from '../../orders/approval-policy.ts';
import { formatMoney } from '../../orders/money.ts';
import { isOperator } from '../../orders/operator.ts';
import { latestEntry, type Order, type TimelineEntry } from '../../orders/order.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar.ts';
import { actor, type Blocks, context, mention, mentions, section } from './blocks.ts';
import { budgetNoticeText } from './budget-text.ts';
import { otherPriceWarning } from './checkout-message.ts';
import { readyMessage } from './direct-messages.ts';
import { failureMessage, tryAgainButton } from './failure-messages.ts';
import { fulfilmentText } from './fulfilment-text.ts';
import { matchButtons } from './match-buttons.ts';
import { isLinkDelivered, linkRefusal, showLinkButton } from './payment-link.ts';
import { firstSteps } from './project-start.ts';
import { blockquote, price, projectName } from './quote-blocks.ts';
import type { Content, RenderContext } from './render-context.ts';

/** The message in the thread that tells one part of the order's timeline. */
export function timelineMessage(order: Order, entry: TimelineEntry, ctx: RenderContext): Content {
  if (entry.kind === 'failed') return failureMessage(order, entry, ctx);
  const text = timelineText(order, entry, ctx);
  if (entry.kind === 'ready') return readyInThread(order, text, ctx);
  return {
    text,
    blocks: [section(text), ...buttonsOf(order, entry, ctx), ...supportNote(entry, ctx.messages)],
  };
}

/** The first steps for everybody; in direct messages with the requester also what is for them alone. */
function readyInThread(order: Order, text: string, ctx: RenderContext): Content {
  if (order.channel.startsWith('D')) return readyMessage(order, text, ctx);
  const steps = firstSteps(order, ctx);
  return {
    text: [text, steps].filter(Boolean).join(' '),
    blocks: [section(text), ...(steps ? [section(steps)] : [])],
  };
}

/** The number by which OVHcloud's support finds a refused confirmation. */
function supportNote(entry: TimelineEntry, { failureMessages }: Messages): Blocks {
  const queryId = entry.kind === 'settlement_failed' ? entry.failure?.queryId : null;
  return queryId ? [context(failureMessages.support({ queryId }))] : [];
}

/** What can be done about the last thing that happened. */
function buttonsOf(order: Order, entry: TimelineEntry, ctx: RenderContext): Blocks {
  const { messages } = ctx;
  if (entry.kind === 'placed')
    return isLinkMissing(order, entry, ctx) ? [showLinkButton(order, messages)] : [];
  if (latestEntry(order)?.number !== entry.number) return [];
  if (order.state === 'approved') return matchButtons(order, entry, messages);
  return order.state === 'payment_expired' ? [tryAgainButton(order, messages)] : [];
}

function timelineText(
  order: Order,
  entry: Exclude<TimelineEntry, { kind: 'failed' }>,
  ctx: RenderContext,
): string {
  const { thread } = ctx.messages;
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
      return `:mag: ${matchConfirmedText(entry, ctx)}`;
    case 'match_not_found':
      return `:warning: ${thread.matchNotFound({ requester, name })}`;
    case 'channel_changed': {
      if (entry.from.startsWith('D')) {
        return `:warning: ${ctx.messages.linkDelivery.movedFromRequester({ requester })}`;
      }
      const from = `<#${entry.from}>`;
      const isUndecided = order.state === 'awaiting_approval';
      return `:warning: ${isUndecided ? thread.channelChangedUndecided({ from }) : thread.channelChanged({ from })}`;
    }
    case 'placed':
      return placedText(order, entry, requester, ctx);
    case 'rejected':
      return `:no_entry: ${thread.rejected({ by: mention(entry.by) })}\n${blockquote(entry.reason)}`;
    case 'cancelled':
      return `:wastebasket: ${isOperator(entry.by) ? thread.cancelledBy({ by: actor(entry.by, ctx) }) : thread.cancelled}`;
    case 'approval_expired':
      return `:hourglass: ${thread.expired(ctx.app)}`;
    case 'edited':
      return `:pencil2: ${editedText(entry, ctx)}`;
    case 'approval_withdrawn':
      return `:leftwards_arrow_with_hook: ${thread.approvalWithdrawn({ by: mention(entry.by) })}`;
    case 'reminded':
      return `:bell: ${reminderText(order, entry, ctx)}`;
    case 'retried':
      return `:repeat: ${isOperator(entry.by) ? thread.triedAgainBy({ by: actor(entry.by, ctx) }) : thread.retried}`;
    case 'approval_requested':
      return `:hand: ${thread.approvalRequested}`;
    case 'budget_notice':
      return budgetNoticeText(order, entry, ctx);
    default:
      return fulfilmentText(order, entry, ctx);
  }
}

/** In the thread, where the checkout URL goes to the requester alone. */
function placedText(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'placed' }>,
  requester: string,
  ctx: RenderContext,
): string {
  const { fulfilment, linkDelivery, thread } = ctx.messages;
  if (!order.ovhOrder || order.ovhOrder.orderId !== entry.orderId) {
    return `:credit_card: ${fulfilment.over({ orderId: String(entry.orderId) })}`;
  }
  const facts = {
    orderId: String(order.ovhOrder.orderId),
    price: formatMoney(order.ovhOrder.withTax, ctx.locale),
    requester,
  };
  if (isBeingSettled(order)) {
    return `:credit_card: ${ctx.messages.freeOrders.placed({ ...facts, name: projectName(order) })}`;
  }
  const warning = otherPriceWarning(order, order.ovhOrder, 'thread', ctx);
  return [`:credit_card: ${said()}`, warning].filter(Boolean).join('\n');

  function said(): string {
    if (isLinkDelivered(ctx)) return thread.placed(facts);
    const errorCode = linkRefusal(ctx);
    if (errorCode === null || !isLinkMissing(order, entry, ctx)) return linkDelivery.placed(facts);
    if (ctx.linkDelivery?.state === 'retrying') return linkDelivery.retrying({ ...facts, errorCode });
    const approverMentions = countedApprovers(order).map(mention).join(' ');
    return linkDelivery.failed({ ...facts, errorCode, approverMentions });
  }
}

/** Whether somebody still has to pay with a link that has not reached the requester. */
function isLinkMissing(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'placed' }>,
  ctx: RenderContext,
): boolean {
  const isCurrent = order.state === 'awaiting_payment' && order.ovhOrder?.orderId === entry.orderId;
  return isCurrent && linkRefusal(ctx) !== null;
}

function matchConfirmedText(
  entry: Extract<TimelineEntry, { kind: 'match_confirmed' }>,
  ctx: RenderContext,
): string {
  const { thread } = ctx.messages;
  const by = actor(entry.by, ctx);
  if (entry.orderId === null) return thread.matchesRejected({ by });
  return thread.matchConfirmed({ by, orderId: String(entry.orderId) });
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

function reminderText(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'reminded' }>,
  ctx: RenderContext,
): string {
  if (order.state !== 'awaiting_approval') return ctx.messages.thread.reminded;
  const approverMentions = entry.pending.map(mention).join(' ');
  const cost = order.quote ? price(order.quote, ctx) : '?';
  return ctx.messages.thread.reminder({ approverMentions, name: projectName(order), price: cost });
}
