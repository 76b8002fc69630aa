import { countedApprovers } from '../approval-policy.ts';
import type { DenialReason } from '../denial.ts';
import { CLOSED_STATES, OPEN_STATES, type Order } from '../order.ts';
import { fingerprintOf } from '../quote.ts';
import { containsSecrets, redact } from '../redaction.ts';
import type { OrderRequest } from '../request.ts';
import type { Time } from '../time.ts';
import { withoutApprovalsOf } from './approval.ts';
import { appendEntry, clearRetrying, close, type EventOf, fail, invalidState, type Rules } from './rule.ts';

/** What OVHcloud, Slack and the clock may do to an order around its quote. */
export const quoteRules: Rules<
  | 'quote_received'
  | 'eligibility_checked'
  | 'reminded'
  | 'approval_expired'
  | 'approvals_lost'
  | 'approvers_changed'
  | 'retry_scheduled'
  | 'failed'
  | 'channel_changed'
  | 'carts_cleaned_up'
  | 'secrets_redacted'
  | 'sync_requested'
> = {
  quote_received: { from: ['requested', 'approved'], to: quoteReceived },
  eligibility_checked: {
    from: ['requested'],
    to: (order, { request, eligibility }) =>
      isStaleResponse(order, request) ? invalidState : { ...order, eligibility },
  },
  reminded: {
    from: ['awaiting_approval'],
    to: (order, { pending, remindAt }, now) =>
      order.remindAt !== null && now >= order.remindAt
        ? appendEntry(
            { ...order, remindAt, remindersSent: order.remindersSent + 1 },
            { kind: 'reminded', pending },
            now,
          )
        : invalidState,
  },
  approval_expired: {
    from: ['awaiting_approval', 'approved'],
    to: (order, _event, now) =>
      !order.checkoutAttempt && order.validUntil !== null && now >= order.validUntil
        ? appendEntry(close(order, { state: 'approval_expired' }, now), { kind: 'approval_expired' }, now)
        : invalidState,
  },
  approvals_lost: {
    from: ['approved'],
    to: (order, { lost }, now) =>
      order.checkoutAttempt
        ? invalidState
        : clearRetrying({ ...withoutApprovalsOf(order, lost, now), state: 'awaiting_approval' }),
  },
  approvers_changed: { from: ['awaiting_approval'], to: approversChanged },
  retry_scheduled: {
    from: ['requested', 'approved'],
    to: (order, { failure }, now) => ({ ...order, retrying: { since: now, failure } }),
  },
  failed: {
    from: ['requested', 'awaiting_approval', 'approved', 'payment_expired'],
    to: (order, { failure }, now) => {
      const isOver = order.state === 'payment_expired' && failure.kind !== 'paid_after_expiry';
      return order.checkoutAttempt || isOver ? invalidState : fail(order, failure, now);
    },
  },
  channel_changed: {
    from: [...OPEN_STATES, ...CLOSED_STATES],
    to: (order, { to }, now) =>
      order.channel === to
        ? invalidState
        : appendEntry(
            { ...order, channel: to, previousChannels: [...order.previousChannels, order.channel] },
            { kind: 'channel_changed', from: order.channel },
            now,
          ),
  },
  secrets_redacted: {
    from: CLOSED_STATES,
    to: (order, _event, now) => (containsSecrets(order) ? redact(order, now) : invalidState),
  },
  // The order does not change: recording the event makes the worker process it and re-render its messages.
  sync_requested: { from: [...OPEN_STATES, ...CLOSED_STATES], to: (order) => ({ ...order }) },
  carts_cleaned_up: {
    from: [...CLOSED_STATES, 'awaiting_payment', 'delivering'],
    to: (order, _event, now) => ({ ...order, cart: null, cartsCleanedUpAt: now }),
  },
};

/** New approvers are called; former ones no longer count. */
function approversChanged(
  order: Order,
  event: EventOf<'approvers_changed'>,
  now: Time,
): Order | DenialReason {
  const { pending, lost } = event;
  const known = order.askedApprovers ?? pending;
  const added = pending.filter((id) => !known.includes(id));
  const isSame = added.length === 0 && pending.length === order.askedApprovers?.length;
  const remaining = withoutApprovalsOf(order, lost, now);
  if (isSame && remaining === order) return invalidState;
  const next = { ...remaining, askedApprovers: pending };
  return added.length > 0 ? appendEntry(next, { kind: 'approvers_called', people: added }, now) : next;
}

/** A first quote asks for approval; one at checkout time that differs voids the approvals and asks again. */
function quoteReceived(order: Order, event: EventOf<'quote_received'>, now: Time): Order | DenialReason {
  if (order.checkoutAttempt || isStaleResponse(order, event.request)) return invalidState;
  const fingerprint = fingerprintOf(order.request, event.quote);
  const { quote, cart, validUntil, remindAt } = event;
  const asked = { state: 'awaiting_approval', quote, cart, fingerprint, validUntil, remindAt } as const;
  const isNew = {
    approvalRequestedAt: now,
    remindersSent: 0,
    isOutcomeUnknownNotified: false,
    askedApprovers: event.asked ?? null,
  };
  const next = clearRetrying({ ...order, ...asked, ...isNew });
  const request = { kind: 'approval_requested', fingerprint, validUntil } as const;
  if (order.state === 'requested' || !order.quote)
    return appendEntry({ ...next, approvals: [] }, request, now);

  const voided = countedApprovers(order);
  if (event.isCartChanged) {
    const changed = { kind: 'cart_changed', voided } as const;
    return appendEntry(appendEntry({ ...next, approvals: [] }, changed, now), request, now);
  }
  if (fingerprint === order.fingerprint) return { ...order, cart };
  const changed = { kind: 'price_changed', before: order.quote, after: quote, voided } as const;
  return appendEntry(appendEntry({ ...next, approvals: [] }, changed, now), request, now);
}

/** Whether an answer of OVHcloud is about a request that was changed meanwhile. */
function isStaleResponse(order: Order, asked: OrderRequest): boolean {
  return JSON.stringify(asked) !== JSON.stringify(order.request);
}
