import type { Order, Time } from '../order.ts';
import { ENDED, OPEN } from '../order.ts';
import type { Reason } from '../refusal.ts';
import { newAttempt } from './checkouts.ts';
import { type EventOf, notNow, type Rules, tell } from './rule.ts';

/** Checkouts that were given up, and OVHcloud orders that they turn out to have made. */
export const formerAttempts: Rules<'former_attempt_found' | 'former_attempts_checked' | 'unexpected_order'> =
  {
    former_attempt_found: { from: ['requested', 'approved'], to: formerAttemptFound },
    former_attempts_checked: {
      from: [...OPEN, ...ENDED],
      to: (order) => {
        const { lateOrderChecks: checks } = order;
        return checks ? { ...order, lateOrderChecks: { ...checks, done: checks.done + 1 } } : notNow;
      },
    },
    unexpected_order: { from: [...OPEN, ...ENDED], to: unexpectedOrder },
  };

/** Before another checkout is sent: people say whether the former one made one of these orders. */
function formerAttemptFound(order: Order, event: EventOf<'former_attempt_found'>, now: Time): Order | Reason {
  const former = order.formerAttempts.find(({ cartId }) => cartId === event.cartId);
  if (order.attempt || !former) return notNow;
  const others = order.formerAttempts.filter((each) => each !== former);
  const asked = { unclearSince: now, fencedAt: former.at, askedAbout: event.orderIds };
  const attempt = { ...newAttempt(former, now), ...asked };
  const next: Order = { ...order, state: 'approved', attempt, formerAttempts: others };
  return tell(next, { kind: 'orders_to_choose', orderIds: event.orderIds }, now);
}

function unexpectedOrder(order: Order, event: EventOf<'unexpected_order'>, now: Time): Order | Reason {
  const { cartId, orderId } = event;
  const isKnown =
    (orderId !== null && order.placed?.orderId === orderId) ||
    order.formerOrders.some((former) => former.orderId === orderId) ||
    order.unexpectedOrders.some((each) =>
      orderId === null ? each.cartId === cartId : each.orderId === orderId,
    );
  if (isKnown) return notNow;
  const unexpectedOrders = [...order.unexpectedOrders, { cartId, orderId }];
  return tell({ ...order, unexpectedOrders }, { kind: 'unexpected_order', orderId }, now);
}
