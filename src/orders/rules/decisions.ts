import { remedyFor } from '../failure.ts';
import { lastInStory, type Order, type Time } from '../order.ts';
import { approversOf, whyNotApprove, whyNotReject } from '../policy.ts';
import type { Reason } from '../refusal.ts';
import { changedFields } from '../request.ts';
import { type EventOf, notNow, type Rules, settled, tell } from './rule.ts';

/** What people may do to an order while they decide about it. */
export const decisions: Rules<'approve' | 'take_back' | 'reject' | 'cancel' | 'edit' | 'try_again'> = {
  approve: { from: ['awaiting_approval'], to: approve },
  take_back: { from: ['awaiting_approval', 'approved'], to: takeBack },
  reject: { from: ['awaiting_approval'], to: reject },
  cancel: { from: ['requested', 'awaiting_approval'], to: cancel },
  edit: { from: ['requested', 'awaiting_approval'], to: edit },
  try_again: { from: ['failed', 'lapsed'], to: tryAgain },
};

function approve(order: Order, event: EventOf<'approve'>, now: Time): Order | Reason {
  const whyNot = whyNotApprove(order, event.decider, event.rules);
  if (whyNot) return whyNot;
  if (event.fingerprint !== order.fingerprint) return { kind: 'quote_changed' };
  if (order.validUntil !== null && now >= order.validUntil) return notNow;
  const approval = { by: event.decider.id, at: now, fingerprint: event.fingerprint };
  const remaining = withoutApprovalsOf(order, event.lost, now);
  const next = { ...remaining, approvals: [...remaining.approvals, approval] };
  return approversOf(next).length >= event.rules.required ? { ...next, state: 'approved' } : next;
}

/** An approval counts only while its giver is an approver. */
export function withoutApprovalsOf(order: Order, people: string[], now: Time): Order {
  const lost = approversOf(order).filter((id) => people.includes(id));
  if (lost.length === 0) return order;
  const approvals = order.approvals.filter(({ by }) => !lost.includes(by));
  return tell({ ...order, approvals }, { kind: 'approvals_lost', lost }, now);
}

/** An approval may be taken back until the checkout begins, also from an order that has enough of them. */
function takeBack(order: Order, { by }: EventOf<'take_back'>, now: Time): Order | Reason {
  if (!approversOf(order).includes(by)) return { kind: 'no_approval_given' };
  if (order.attempt) return { kind: 'being_placed' };
  const approvals = order.approvals.filter((approval) => approval.by !== by);
  const next = settled({ ...order, state: 'awaiting_approval', approvals });
  return tell(next, { kind: 'taken_back', by }, now);
}

function reject(order: Order, event: EventOf<'reject'>, now: Time): Order | Reason {
  const whyNot = whyNotReject(event.decider);
  if (whyNot) return whyNot;
  const told = { kind: 'rejected', by: event.decider.id, reason: event.reason } as const;
  return tell({ ...order, state: 'rejected' }, told, now);
}

function cancel(order: Order, event: EventOf<'cancel'>, now: Time): Order | Reason {
  if (event.by !== order.requester) return { kind: 'not_the_requester' };
  return tell(settled({ ...order, state: 'cancelled' }), { kind: 'cancelled', by: event.by }, now);
}

/**
 * The requester changes the request. Another reason is only shown; anything else is part of what is approved: the
 * cart is changed, OVHcloud is asked for a new quote, and the approvals given so far are void.
 */
function edit(order: Order, { by, request }: EventOf<'edit'>, now: Time): Order | Reason {
  if (by !== order.requester) return { kind: 'not_the_requester' };
  const changed = changedFields(order.request, request);
  if (changed.length === 0) return { kind: 'nothing_changed' };
  const isSameOrder = changed.every((field) => field === 'reason');
  if (isSameOrder) return tell({ ...order, request }, { kind: 'edited', by, changed, voided: [] }, now);
  const conditions = changed.includes('voucher') ? null : order.conditions;
  const unquoted = settled({ ...order, ...UNQUOTED, state: 'requested', request, conditions });
  return tell(unquoted, { kind: 'edited', by, changed, voided: approversOf(order) }, now);
}

function tryAgain(order: Order, event: EventOf<'try_again'>, now: Time): Order | Reason {
  if (event.by !== order.requester) return { kind: 'not_the_requester' };
  const last = lastInStory(order);
  const mayBeTried = last?.kind === 'failed' ? remedyFor(last.failure) !== 'none' : last?.kind === 'lapsed';
  if (!mayBeTried) return notNow;
  // What is left of an erased voucher is none.
  const { voucher } = event.request;
  if (order.secretsErasedAt !== null && voucher !== null && voucher === order.request.voucher) return notNow;
  const former = order.placed ? [{ orderId: order.placed.orderId, cartId: order.placed.cartId }] : [];
  const fresh = {
    state: 'requested',
    request: event.request,
    conditions: null,
    cartsRemovedAt: null,
    secretsErasedAt: null,
    placed: null,
    delivery: null,
  } as const;
  const formerOrders = [...order.formerOrders, ...former];
  // The cart of an order that was placed is spent.
  const cart = order.placed ? null : order.cart;
  return tell(
    { ...order, ...UNQUOTED, ...fresh, formerOrders, cart },
    { kind: 'tried_again', by: event.by },
    now,
  );
}

const UNQUOTED = { quote: null, fingerprint: null, validUntil: null, remindAt: null, approvals: [] };
