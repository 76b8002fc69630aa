import {
  approvalDenialReason,
  countedApprovers,
  rejectionDenialReason,
  requesterDenialReason,
} from '../approval-policy.ts';
import { type DenialReason, invalidState } from '../denial.ts';
import { retryOption } from '../failure.ts';
import { type Order, UNPLACED, UNQUOTED } from '../order.ts';
import { changedFields } from '../request.ts';
import type { Time } from '../time.ts';
import { appendEntry, clearRetrying, close, type EventOf, type Rules } from './rule.ts';

/** What people may do to an order while it awaits approval, how they are reminded, and when it expires. */
export const approvalRules: Rules<
  | 'approved'
  | 'approval_withdrawn'
  | 'rejected'
  | 'cancelled'
  | 'edited'
  | 'retried'
  | 'reminded'
  | 'approval_expired'
  | 'approvals_lost'
  | 'approvers_changed'
> = {
  approved: { from: ['awaiting_approval'], to: approve },
  approval_withdrawn: { from: ['awaiting_approval', 'approved'], to: withdrawApproval },
  rejected: { from: ['awaiting_approval'], to: reject },
  cancelled: { from: ['requested', 'awaiting_approval'], to: cancel },
  edited: { from: ['requested', 'awaiting_approval'], to: edit },
  retried: { from: ['failed', 'payment_expired'], to: retry },
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
};

function approve(order: Order, event: EventOf<'approved'>, now: Time): Order | DenialReason {
  const denied = approvalDenialReason(order, event.actor, event.rules);
  if (denied) return denied;
  if (event.fingerprint !== order.fingerprint) return { kind: 'quote_changed' };
  if (order.validUntil !== null && now >= order.validUntil) return invalidState;
  const approval = { by: event.actor.id, at: now, fingerprint: event.fingerprint };
  const remaining = withoutApprovalsOf(order, event.lost, now);
  const next = { ...remaining, approvals: [...remaining.approvals, approval] };
  return countedApprovers(next).length >= event.rules.required ? { ...next, state: 'approved' } : next;
}

/** An approval counts only while its giver is an approver. */
function withoutApprovalsOf(order: Order, people: string[], now: Time): Order {
  const lost = countedApprovers(order).filter((id) => people.includes(id));
  if (lost.length === 0) return order;
  const approvals = order.approvals.filter(({ by }) => !lost.includes(by));
  return appendEntry({ ...order, approvals }, { kind: 'approvals_lost', lost }, now);
}

/** An approval can be withdrawn until the checkout begins, even once there are enough. */
function withdrawApproval(
  order: Order,
  { by }: EventOf<'approval_withdrawn'>,
  now: Time,
): Order | DenialReason {
  if (!countedApprovers(order).includes(by)) return { kind: 'no_approval_given' };
  if (order.checkoutAttempt) return { kind: 'being_placed' };
  const approvals = order.approvals.filter((approval) => approval.by !== by);
  const next = clearRetrying({ ...order, state: 'awaiting_approval', approvals });
  return appendEntry(next, { kind: 'approval_withdrawn', by }, now);
}

function reject(order: Order, event: EventOf<'rejected'>, now: Time): Order | DenialReason {
  const denied = rejectionDenialReason(event.actor);
  if (denied) return denied;
  const entry = { kind: 'rejected', by: event.actor.id, reason: event.reason } as const;
  const { by, reason } = entry;
  return appendEntry(close(order, { state: 'rejected', by, reason }, now), entry, now);
}

function cancel(order: Order, event: EventOf<'cancelled'>, now: Time): Order | DenialReason {
  const whyNot = requesterDenialReason(order, event.by);
  if (whyNot) return whyNot;
  const { by } = event;
  return appendEntry(close(order, { state: 'cancelled', by }, now), { kind: 'cancelled', by }, now);
}

/**
 * The requester edits the request. A new reason is only shown; anything else is part of what is approved: the cart is
 * changed, a new quote is requested, and the approvals so far are void.
 */
function edit(order: Order, { by, request }: EventOf<'edited'>, now: Time): Order | DenialReason {
  if (by !== order.requester) return { kind: 'not_the_requester' };
  const changed = changedFields(order.request, request);
  if (changed.length === 0) return { kind: 'nothing_changed' };
  const isSameOrder = changed.every((field) => field === 'reason');
  if (isSameOrder)
    return appendEntry({ ...order, request }, { kind: 'edited', by, changed, voided: [] }, now);
  const eligibility = changed.includes('voucher') ? null : order.eligibility;
  const unquoted = clearRetrying({
    ...order,
    ...UNQUOTED,
    state: 'requested',
    request,
    requestedAt: now,
    eligibility,
  });
  return appendEntry(unquoted, { kind: 'edited', by, changed, voided: countedApprovers(order) }, now);
}

function retry(order: Order, event: EventOf<'retried'>, now: Time): Order | DenialReason {
  const whyNot = requesterDenialReason(order, event.by);
  if (whyNot) return whyNot;
  const failure = order.state === 'failed' ? order.closure?.failure : null;
  if (failure && retryOption(failure) === 'none') return invalidState;
  // A redacted voucher counts as no voucher.
  const { voucher } = event.request;
  if (order.redactedAt !== null && voucher !== null && voucher === order.request.voucher) return invalidState;
  const previous = order.ovhOrder ? [{ orderId: order.ovhOrder.orderId, cartId: order.ovhOrder.cartId }] : [];
  const fresh = {
    state: 'requested',
    request: event.request,
    requestedAt: now,
    closure: null,
    eligibility: null,
    cartsCleanedUpAt: null,
    redactedAt: null,
  } as const;
  const previousOvhOrders = [...order.previousOvhOrders, ...previous];
  // The cart of an order that was placed is spent.
  const cart = order.ovhOrder ? null : order.cart;
  return appendEntry(
    { ...order, ...UNQUOTED, ...UNPLACED, ...fresh, previousOvhOrders, cart },
    { kind: 'retried', by: event.by },
    now,
  );
}

/** New approvers are asked; approvals of former ones no longer count. */
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
