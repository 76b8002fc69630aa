import { countedApprovers } from '../../orders/approval-policy.ts';
import { type Order, type OrderState, wasOrderedAnyway } from '../../orders/order.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import type { Language, Messages } from '../i18n/catalogue.ts';
import { approvalsOf, decidedText } from './approvals-text.ts';
import { actor, channelMention, mention, mentions, slackDate } from './blocks.ts';
import { endedAs, failedStatus, failureText } from './failure-text.ts';
import { paidText, progressText, projectLink, readyEmoji, untilPaidText } from './fulfilment-text.ts';
import { quoted } from './markup.ts';
import { delayText, nextWhenApproved, trackingLostText } from './next-text.ts';
import { linkedName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { nothingOrderedText } from './unexpected-order-text.ts';

/** How an order is shown in one of its states. */
export type StateView = {
  /** On the root message: the status, in bold and after an emoji. */
  status: (order: Order, ctx: RenderContext) => string;
  /** What happens next, and by when, in one line; empty if nothing does. */
  next: (order: Order, ctx: RenderContext) => string;
  /** The status in a few words, for lists. */
  listed: (order: Order, messages: Messages) => string;
  /** On the question to the approvers, once it is decided: who decided what, and when. */
  decided: (order: Order, ctx: RenderContext) => string;
  /** To a person whose click is denied in this state. */
  denied: (order: Order, language: Language) => string;
  /** In the requester's direct message: why the order ended without a project; null if it did not. */
  outcome: (order: Order, ctx: RenderContext) => string | null;
};

const nothing = () => '';
const noOutcome = () => null;
const approvedText: StateView['decided'] = (order, ctx) =>
  `:white_check_mark: ${ctx.messages.approval.approved({ approvals: approvalsOf(order, ctx) })}`;

/** One entry for each state: a new one is a type error until it is shown everywhere. */
const stateViews = {
  requested: {
    status: ({ retrying }, { messages: { root } }) =>
      `:hourglass_flowing_sand: ${retrying ? root.status.noQuote : root.status.preparing}`,
    next({ retrying }, { messages: { root } }) {
      const { preparing, noQuote: noAnswer, noQuoteError: error } = root.next;
      return retrying ? delayText(retrying.failure, { noAnswer, error }) : preparing;
    },
    listed: (_order, { status }) => status.requested,
    decided: (_order, { messages }) => `:arrows_counterclockwise: ${messages.approval.noLonger}`,
    denied: (_order, { messages }) => messages.denials.preparing,
    outcome: noOutcome,
  },
  awaiting_approval: {
    status(order, { messages: { root }, approvalsRequired: required }) {
      const given = countedApprovers(order).length;
      const waiting = required > 1 ? root.status.waitingForMore({ given, required }) : root.status.waiting;
      return `:hourglass_flowing_sand: ${waiting}`;
    },
    next: nextWhenApproved,
    listed: (_order, { status }) => status.awaiting_approval,
    decided: nothing,
    denied: (_order, { messages }) => messages.denials.waiting,
    outcome: noOutcome,
  },
  approved: {
    status(order, ctx) {
      const { status } = ctx.messages.root;
      if (order.checkoutAttempt?.outcomeUnknownSince) return `:mag: ${status.outcomeUnknown}`;
      return `:white_check_mark: ${status.approved({ approvers: mentions(countedApprovers(order), ctx) })}`;
    },
    next({ checkoutAttempt, retrying }, { messages: { root } }) {
      if (checkoutAttempt?.outcomeUnknownSince) return root.next.outcomeUnknown;
      const { retrying: noAnswer, delayedError: error } = root.next;
      return retrying ? delayText(retrying.failure, { noAnswer, error }) : '';
    },
    listed: (_order, { status }) => status.approved,
    decided: approvedText,
    denied: (order, language) =>
      language.messages.denials.beingPlaced({ approvals: approvalsOf(order, language) }),
    outcome: noOutcome,
  },
  awaiting_payment: {
    status(order, ctx) {
      const { status } = ctx.messages.root;
      const approvers = mentions(countedApprovers(order), ctx);
      const orderId = ovhOrderId(order);
      return `:credit_card: ${approvers ? status.ordered({ approvers, orderId }) : status.recovered({ orderId })}`;
    },
    next: (order, ctx) => [trackingLostText(order, ctx), untilPaidText(order, ctx)].filter(Boolean).join(' '),
    listed: (order, { status, freeOrders }) =>
      isBeingSettled(order) ? freeOrders.listed : status.awaiting_payment,
    decided: approvedText,
    denied: (order, language) =>
      language.messages.denials.placed({
        approvals: approvalsOf(order, language),
        orderId: ovhOrderId(order),
      }),
    outcome: noOutcome,
  },
  delivering: {
    status(order, ctx) {
      const { cancelling } = ctx.messages.fulfilment;
      const paid = order.paidAt === null ? '' : paidText(order, ctx);
      const cancelled = isBeingCancelled(order) ? cancelling({ orderId: ovhOrderId(order) }) : '';
      return `:package: ${[paid, cancelled].filter(Boolean).join(' ')}`;
    },
    next: (order, ctx) =>
      trackingLostText(order, ctx) || (isBeingCancelled(order) ? '' : progressText(order, ctx)),
    listed: (order, { status }) => (isBeingCancelled(order) ? status.cancelling : status.delivering),
    decided: approvedText,
    denied(order, { messages: { denials } }) {
      const said = isBeingCancelled(order) ? denials.cancelling : denials.delivering;
      return said({ orderId: ovhOrderId(order) });
    },
    outcome: noOutcome,
  },
  ready: {
    status(order, ctx) {
      const { ready, readyUnverified } = ctx.messages.fulfilment;
      const said = order.project?.unverified ? readyUnverified : ready;
      const status = `${readyEmoji(order)} ${said({ projectId: order.project?.id ?? '?' })}`;
      return [status, projectLink(order, ctx)].filter(Boolean).join(' · ');
    },
    next: nothing,
    listed: (_order, { status }) => status.ready,
    decided: approvedText,
    denied: (_order, { messages }) => messages.denials.ready,
    outcome: noOutcome,
  },
  payment_expired: {
    status(order, { messages: { fulfilment } }) {
      const said = isPaymentUnknown(order) ? fulfilment.paymentUnknown : fulfilment.paymentExpired;
      return `:hourglass: ${said({ orderId: ovhOrderId(order) })}`;
    },
    next: (order, { messages: { fulfilment } }) =>
      isPaymentUnknown(order) ? fulfilment.nextPaymentUnknown : fulfilment.nextPaymentExpired,
    listed: (order, { status }) =>
      isPaymentUnknown(order) ? status.payment_unknown : status.payment_expired,
    decided: decidedText,
    denied: (order, { messages: { denials } }) =>
      isPaymentUnknown(order) ? denials.endedPlaced : denials.paymentExpired({ orderId: ovhOrderId(order) }),
    outcome(order, ctx) {
      const { paymentUnknown, paymentExpired } = ctx.messages.direct;
      const said = isPaymentUnknown(order) ? paymentUnknown : paymentExpired;
      return `:hourglass: ${said({ ...factsOf(order, ctx), orderId: ovhOrderId(order) })}`;
    },
  },
  rejected: {
    status: (order, { messages: { root } }) =>
      `:x: ${root.status.rejected({ by: mention(closedBy(order)) })}${quoted(order.closure?.reason ?? '')}`,
    next: nothing,
    listed: (order, { status }) =>
      order.closure?.by ? status.rejectedBy({ by: mention(order.closure.by) }) : status.rejected,
    decided: (order, ctx) =>
      decidedText(order, ctx, `:x: ${ctx.messages.approval.rejected(closureOf(order, ctx))}`) +
      quoted(order.closure?.reason ?? ''),
    denied: (order, language) =>
      `${language.messages.denials.rejected(closureOf(order, language))}${quoted(order.closure?.reason ?? '')}`,
    outcome(order, ctx) {
      if (closedBy(order) === order.requester) return null;
      const by = actor(closedBy(order), ctx);
      const said = ctx.messages.direct.rejected({ ...factsOf(order, ctx), by });
      return `:x: ${said}${nothingOrderedText(order, ctx)}${quoted(order.closure?.reason ?? '')}`;
    },
  },
  cancelled: {
    status: (order, ctx) =>
      `:wastebasket: ${ctx.messages.root.status.cancelled({ by: actor(closedBy(order), ctx) })}`,
    next: nothing,
    listed: (_order, { status }) => status.cancelled,
    decided: (order, ctx) =>
      decidedText(order, ctx, `:wastebasket: ${ctx.messages.approval.cancelled(closureOf(order, ctx))}`),
    denied: (order, language) => language.messages.denials.cancelled(closureOf(order, language)),
    outcome(order, ctx) {
      if (closedBy(order) === order.requester) return null;
      const by = actor(closedBy(order), ctx);
      const said = ctx.messages.direct.cancelled({ ...factsOf(order, ctx), by });
      return `:wastebasket: ${said}${nothingOrderedText(order, ctx)}`;
    },
  },
  approval_expired: {
    status: (_order, { messages: { root } }) => `:hourglass: ${root.status.expired}`,
    next: nothing,
    listed: (_order, { status }) => status.approval_expired,
    decided: (order, ctx) =>
      decidedText(order, ctx, `:hourglass: ${ctx.messages.approval.expired(closureOf(order, ctx))}`),
    denied: (order, language) => language.messages.denials.approvalExpired(closureOf(order, language)),
    outcome: (order, ctx) =>
      `:hourglass: ${ctx.messages.direct.expired(factsOf(order, ctx))}${nothingOrderedText(order, ctx)}`,
  },
  failed: {
    status: (order, ctx) => `:warning: ${failedStatus(order.closure?.failure ?? null, ctx)}`,
    next: nothing,
    listed: (order, { status }) => status[endedAs(order.closure?.failure ?? null)],
    decided: decidedText,
    denied: (order, { messages: { denials } }) =>
      wasOrderedAnyway(order, order.closure?.failure) ? denials.endedPlaced : denials.ended,
    outcome(order, ctx) {
      const { direct, failureMessages } = ctx.messages;
      const failure = order.closure?.failure;
      if (!failure) return null;
      const { what, toDo } = failureText(failure, ctx);
      const outcome = (wasOrderedAnyway(order, failure) ? direct.ended : direct.failed)(factsOf(order, ctx));
      return `:warning: ${outcome} ${what}\n*${failureMessages.whatToDo}* ${toDo}`;
    },
  },
} satisfies Record<OrderState, StateView>;

/** How an order is shown in the state that it is in. */
export function stateView({ state }: Order): StateView {
  return stateViews[state];
}

function isBeingCancelled({ fulfilment }: Order): boolean {
  return fulfilment?.progress === 'cancelling';
}

/** Whether OVHcloud did not say if the order was paid in time. */
function isPaymentUnknown({ closure }: Order): boolean {
  return Boolean(closure?.failure);
}

function closedBy({ closure, requester }: Order): string {
  return closure?.by ?? requester;
}

function closureOf(order: Order, language: Language): { by: string; at: string } {
  return {
    by: actor(closedBy(order), language),
    at: slackDate(order.closure?.at ?? order.createdAt, language),
  };
}

function ovhOrderId({ ovhOrder }: Order): string {
  return String(ovhOrder?.orderId);
}

function factsOf(order: Order, ctx: RenderContext): { name: string; channel: string } {
  return { name: linkedName(order, ctx), channel: channelMention(order.channel) };
}
