import type { OrderEvent } from './events.ts';
import { type Failure, remedyFor } from './failure.ts';
import { lastInStory, OPEN, type Order, type OrderState, type StoryItem, type Time } from './order.ts';
import { approversOf, whyNotApprove, whyNotReject } from './policy.ts';
import { fingerprintOf } from './quote.ts';
import { type Reason, Refusal } from './refusal.ts';

type EventOf<T extends OrderEvent['type']> = Extract<OrderEvent, { type: T }>;
type Rule<E> = {
  /** The states in which the event may happen. */
  from: readonly OrderState[];
  /** The next order, or the reason why not. */
  to: (order: Order, event: E, now: Time) => Order | Reason;
};

const ENDED: readonly OrderState[] = ['rejected', 'cancelled', 'expired', 'failed'];

/** The state table: what may happen to an order, when, and what comes of it. */
const rules: { [T in OrderEvent['type']]: Rule<EventOf<T>> } = {
  quoted: { from: ['requested', 'approved'], to: quoted },
  approve: { from: ['awaiting_approval'], to: approve },
  reject: { from: ['awaiting_approval'], to: reject },
  cancel: { from: ['requested', 'awaiting_approval'], to: cancel },
  expired: {
    from: ['awaiting_approval'],
    to: (order, _event, now) =>
      order.validUntil !== null && now >= order.validUntil
        ? tell({ ...order, state: 'expired' }, { kind: 'expired' }, now)
        : notNow,
  },
  checkout_started: { from: ['approved'], to: checkoutStarted },
  checkout_unclear: { from: ['approved'], to: checkoutUnclear },
  checkout_fenced: {
    from: ['approved'],
    to: (order, event, now) =>
      order.attempt && isAttempt(order, event)
        ? { ...order, attempt: { ...order.attempt, fencedAt: now } }
        : notNow,
  },
  checkout_had_no_effect: {
    from: ['approved'],
    to: (order, event) => (isAttempt(order, event) ? { ...order, attempt: null, cart: null } : notNow),
  },
  orders_to_choose: {
    from: ['approved'],
    to: (order, event, now) =>
      order.attempt && isAttempt(order, event)
        ? tell(
            { ...order, attempt: { ...order.attempt, chosen: null } },
            { kind: 'orders_to_choose', orderIds: event.orderIds },
            now,
          )
        : notNow,
  },
  choose_order: { from: ['approved'], to: chooseOrder },
  order_not_found: {
    from: ['approved'],
    to: (order, event, now) =>
      isAttempt(order, event) ? tell(order, { kind: 'order_not_found' }, now) : notNow,
  },
  give_up: {
    from: ['approved'],
    to: (order, { decider }, now) => {
      if (lastInStory(order)?.kind !== 'order_not_found') return notNow;
      return whyNotReject(decider) ?? end(order, { kind: 'order_not_found' }, now);
    },
  },
  moved: {
    from: [...OPEN, ...ENDED],
    to: (order, { to }, now) =>
      order.channel === to
        ? notNow
        : tell({ ...order, channel: to }, { kind: 'moved', from: order.channel }, now),
  },
  placed: { from: ['approved'], to: placed },
  checkout_refused: {
    from: ['approved'],
    to: (order, event, now) =>
      isAttempt(order, event) && !order.attempt?.unclearSince ? end(order, event.failure, now) : notNow,
  },
  delayed: {
    from: ['requested', 'approved'],
    to: (order, { failure }, now) => ({ ...order, delayed: { since: now, failure } }),
  },
  failed: {
    from: ['requested', 'awaiting_approval', 'approved'],
    to: (order, { failure }, now) => (order.attempt ? notNow : end(order, failure, now)),
  },
  try_again: { from: ['failed'], to: tryAgain },
  payment_due: {
    from: ['unpaid'],
    to: (order, { payUntil }) =>
      order.placed ? { ...order, placed: { ...order.placed, payUntil } } : notNow,
  },
  carts_removed: {
    from: [...ENDED, 'unpaid'],
    to: (order) => ({ ...order, cart: null, cartsRemoved: true }),
  },
};

const notNow: Reason = { kind: 'not_now' };

/**
 * Turns (order, event) into the next order, or into a Refusal with a reason that can be shown to a person.
 * Pure: `now` (ms since 1970) is the only clock.
 */
export function transition(order: Order, event: OrderEvent, now: Time): Order | Refusal {
  const rule = rules[event.type] as Rule<OrderEvent>;
  if (!rule.from.includes(order.state)) return new Refusal(notNow, order);
  const outcome = rule.to(order, event, now);
  return 'kind' in outcome ? new Refusal(outcome, order) : outcome;
}

/** A first quote asks for approval; one at checkout time that differs voids the approvals and asks again. */
function quoted(order: Order, event: EventOf<'quoted'>, now: Time): Order | Reason {
  const isOutdated = JSON.stringify(event.request) !== JSON.stringify(order.request);
  if (order.attempt || isOutdated) return notNow;
  const fingerprint = fingerprintOf(order.request, event.quote);
  const { quote, cart, validUntil } = event;
  const next = settled({ ...order, state: 'awaiting_approval', quote, cart, fingerprint, validUntil });
  const ask = { kind: 'approval_asked', fingerprint, validUntil } as const;
  if (order.state === 'requested' || !order.quote) return tell({ ...next, approvals: [] }, ask, now);

  if (fingerprint === order.fingerprint) return { ...order, cart };
  const voided = approversOf(order);
  const changed = { kind: 'price_changed', before: order.quote, after: quote, voided } as const;
  return tell(tell({ ...next, approvals: [] }, changed, now), ask, now);
}

function approve(order: Order, event: EventOf<'approve'>, now: Time): Order | Reason {
  const whyNot = whyNotApprove(order, event.decider, event.rules);
  if (whyNot) return whyNot;
  if (event.fingerprint !== order.fingerprint) return { kind: 'quote_changed' };
  if (order.validUntil !== null && now >= order.validUntil) return notNow;
  const approval = { by: event.decider.id, at: now, fingerprint: event.fingerprint };
  const next = { ...order, approvals: [...order.approvals, approval] };
  return approversOf(next).length >= event.rules.required ? { ...next, state: 'approved' } : next;
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

function checkoutStarted(order: Order, event: EventOf<'checkout_started'>, now: Time): Order | Reason {
  const { cartId, fingerprint, knownBefore } = event;
  if (order.attempt || order.cart?.cartId !== cartId || order.fingerprint !== fingerprint) return notNow;
  const unknown = { unclearSince: null, fencedAt: null, chosen: null, dismissed: [] };
  return { ...order, attempt: { cartId, at: now, knownBefore, ...unknown } };
}

function checkoutUnclear(order: Order, event: EventOf<'checkout_unclear'>, now: Time): Order | Reason {
  if (!order.attempt || !isAttempt(order, event) || order.attempt.unclearSince !== null) return notNow;
  const next = { ...order, attempt: { ...order.attempt, unclearSince: now } };
  // Once for each approved quote is enough, however often OVHcloud's answer gets lost.
  const sinceAsked = order.story.slice(order.story.findLastIndex(({ kind }) => kind === 'approval_asked'));
  if (sinceAsked.some(({ kind }) => kind === 'checkout_unclear')) return next;
  return tell(next, { kind: 'checkout_unclear' }, now);
}

function placed(order: Order, event: EventOf<'placed'>, now: Time): Order | Reason {
  if (!isAttempt(order, event.placed)) return notNow;
  const next = settled({ ...order, state: 'unpaid', placed: event.placed, attempt: null });
  return tell(next, { kind: 'placed' }, now);
}

function end(order: Order, failure: Failure, now: Time): Order {
  return tell(settled({ ...order, state: 'failed', attempt: null }), { kind: 'failed', failure }, now);
}

/** An approver says which of the orders that were found it is, or that it is none of them. */
function chooseOrder(order: Order, event: EventOf<'choose_order'>, now: Time): Order | Reason {
  const asked = lastInStory(order);
  if (!order.attempt || asked?.kind !== 'orders_to_choose') return notNow;
  const whyNot = whyNotReject(event.decider);
  if (whyNot) return whyNot;
  const { orderId } = event;
  if (orderId !== null && !asked.orderIds.includes(orderId)) return notNow;
  const dismissed =
    orderId === null ? [...order.attempt.dismissed, ...asked.orderIds] : order.attempt.dismissed;
  const next = { ...order, attempt: { ...order.attempt, chosen: orderId, dismissed } };
  return tell(next, { kind: 'order_chosen', by: event.decider.id, orderId }, now);
}

/** News of a checkout counts only for the attempt that stands: another process may have settled it. */
function isAttempt(order: Order, news: { cartId: string }): boolean {
  return order.attempt?.cartId === news.cartId;
}

function tryAgain(order: Order, event: EventOf<'try_again'>, now: Time): Order | Reason {
  if (event.by !== order.requester) return { kind: 'not_the_requester' };
  const last = lastInStory(order);
  if (last?.kind !== 'failed' || remedyFor(last.failure) === 'none') return notNow;
  const fresh = { quote: null, fingerprint: null, validUntil: null, cart: null, approvals: [] };
  const next: Order = { ...order, ...fresh, state: 'requested', request: event.request, cartsRemoved: false };
  return tell(next, { kind: 'tried_again', by: event.by }, now);
}

/** The order has got on: whatever delayed it is over. */
function settled(order: Order): Order {
  return order.delayed ? { ...order, delayed: null } : order;
}

/** Adds what happened to the story that the thread shows. */
function tell(order: Order, what: DistributiveOmit<StoryItem, 'number' | 'at'>, now: Time): Order {
  const item = { ...what, number: order.story.length + 1, at: now } as StoryItem;
  return { ...order, story: [...order.story, item] };
}

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;

/** When the order wants the worker's attention next (ms since 1970), or null while it waits for nothing. */
export function dueAt(order: Order, now: Time): Time | null {
  switch (order.state) {
    case 'requested':
    case 'approved':
      return now;
    case 'awaiting_approval':
      return order.validUntil;
    default:
      return order.cartsRemoved ? null : now;
  }
}
