import { type DenialReason, invalidState } from '../denial.ts';
import type { Order } from '../order.ts';
import { CLOSED_STATES, OPEN_STATES } from '../order.ts';
import type { Time } from '../time.ts';
import { newAttempt } from './checkout.ts';
import { appendEntry, type EventOf, type Rules } from './rule.ts';

/** Abandoned checkouts, and OVHcloud orders that they turn out to have created. */
export const formerAttemptRules: Rules<
  'former_attempt_found' | 'former_attempts_checked' | 'unexpected_order'
> = {
  former_attempt_found: { from: ['requested', 'approved'], to: formerAttemptFound },
  former_attempts_checked: {
    from: [...OPEN_STATES, ...CLOSED_STATES],
    to: (order, _event, now) => {
      const { lateOrderChecks: checks } = order;
      if (!checks) return invalidState;
      // A clock that was ahead must not postpone the next check.
      const since = Math.min(checks.since, now);
      return { ...order, lateOrderChecks: { since, done: checks.done + 1 } };
    },
  },
  unexpected_order: { from: [...OPEN_STATES, ...CLOSED_STATES], to: unexpectedOrder },
};

/** Before another checkout is sent, people say whether the former one created one of these orders. */
function formerAttemptFound(
  order: Order,
  event: EventOf<'former_attempt_found'>,
  now: Time,
): Order | DenialReason {
  const former = order.formerAttempts.find(({ cartId }) => cartId === event.cartId);
  if (order.checkoutAttempt || !former) return invalidState;
  const others = order.formerAttempts.filter((each) => each !== former);
  const asked = { outcomeUnknownSince: now, fencedAt: former.at, askedAbout: event.orderIds };
  const checkoutAttempt = { ...newAttempt(former, now), ...asked };
  const next: Order = { ...order, state: 'approved', checkoutAttempt, formerAttempts: others };
  return appendEntry(next, { kind: 'match_ambiguous', orderIds: event.orderIds }, now);
}

function unexpectedOrder(order: Order, event: EventOf<'unexpected_order'>, now: Time): Order | DenialReason {
  const { cartId, orderId } = event;
  const isKnown =
    (orderId !== null && order.ovhOrder?.orderId === orderId) ||
    order.previousOvhOrders.some((former) => former.orderId === orderId) ||
    order.unexpectedOrders.some((each) =>
      orderId === null ? each.cartId === cartId : each.orderId === orderId,
    );
  if (isKnown) return invalidState;
  const unexpectedOrders = [...order.unexpectedOrders, { cartId, orderId }];
  return appendEntry({ ...order, unexpectedOrders }, { kind: 'unexpected_order', orderId }, now);
}
