import { lastInStory, type Order, type Time } from '../order.ts';
import { whyNotReject } from '../policy.ts';
import type { Reason } from '../refusal.ts';
import { type EventOf, fail, notNow, type Rules, settled, tell } from './rule.ts';

/** The checkout of an approved order, and what becomes of one whose answer was lost. */
export const checkouts: Rules<
  | 'checkout_started'
  | 'checkout_refused'
  | 'checkout_unclear'
  | 'checkout_fenced'
  | 'checkout_had_no_effect'
  | 'orders_to_choose'
  | 'choose_order'
  | 'order_not_found'
  | 'give_up'
  | 'placed'
> = {
  checkout_started: { from: ['approved'], to: checkoutStarted },
  checkout_refused: {
    from: ['approved'],
    to: (order, event, now) =>
      isAttempt(order, event) && !order.attempt?.unclearSince ? fail(order, event.failure, now) : notNow,
  },
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
      return whyNotReject(decider) ?? fail(order, { kind: 'order_not_found' }, now);
    },
  },
  placed: { from: ['approved'], to: placed },
};

function checkoutStarted(order: Order, event: EventOf<'checkout_started'>, now: Time): Order | Reason {
  const { cartId, fingerprint, knownBefore, since = now } = event;
  if (order.attempt || order.cart?.cartId !== cartId || order.fingerprint !== fingerprint) return notNow;
  const unknown = { unclearSince: null, fencedAt: null, chosen: null, dismissed: [] };
  return { ...order, attempt: { cartId, at: since, knownBefore, ...unknown } };
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
  return tell(next, { kind: 'placed', orderId: event.placed.orderId }, now);
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
