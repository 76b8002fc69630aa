import { ENDED, OPEN, type Order, type Time } from '../order.ts';
import { approversOf } from '../policy.ts';
import { fingerprintOf } from '../quote.ts';
import type { Reason } from '../refusal.ts';
import type { OrderRequest } from '../request.ts';
import { holdsSecrets, withoutSecrets } from '../secrets.ts';
import { withoutApprovalsOf } from './decisions.ts';
import { type EventOf, fail, notNow, type Rules, settled, tell } from './rule.ts';

/** What OVHcloud, Slack and the clock may do to an order around its quote. */
export const quotes: Rules<
  | 'quoted'
  | 'conditions_known'
  | 'reminded'
  | 'expired'
  | 'approvals_lost'
  | 'delayed'
  | 'failed'
  | 'moved'
  | 'carts_removed'
  | 'secrets_erased'
> = {
  quoted: { from: ['requested', 'approved'], to: quoted },
  conditions_known: {
    from: ['requested'],
    to: (order, { request, conditions }) => (isOutdated(order, request) ? notNow : { ...order, conditions }),
  },
  reminded: {
    from: ['awaiting_approval'],
    to: (order, { pending, remindAt }, now) =>
      order.remindAt !== null && now >= order.remindAt
        ? tell({ ...order, remindAt }, { kind: 'reminder', pending }, now)
        : notNow,
  },
  expired: {
    from: ['awaiting_approval', 'approved'],
    to: (order, _event, now) =>
      !order.attempt && order.validUntil !== null && now >= order.validUntil
        ? tell(settled({ ...order, state: 'expired' }), { kind: 'expired' }, now)
        : notNow,
  },
  approvals_lost: {
    from: ['approved'],
    to: (order, { lost }, now) =>
      order.attempt
        ? notNow
        : settled({ ...withoutApprovalsOf(order, lost, now), state: 'awaiting_approval' }),
  },
  delayed: {
    from: ['requested', 'approved'],
    to: (order, { failure }, now) => ({ ...order, delayed: { since: now, failure } }),
  },
  failed: {
    from: ['requested', 'awaiting_approval', 'approved', 'lapsed'],
    to: (order, { failure }, now) => {
      const isOver = order.state === 'lapsed' && failure.kind !== 'paid_after_all';
      return order.attempt || isOver ? notNow : fail(order, failure, now);
    },
  },
  moved: {
    from: [...OPEN, ...ENDED],
    to: (order, { to }, now) =>
      order.channel === to
        ? notNow
        : tell({ ...order, channel: to }, { kind: 'moved', from: order.channel }, now),
  },
  secrets_erased: {
    from: ENDED,
    to: (order, _event, now) => (holdsSecrets(order) ? withoutSecrets(order, now) : notNow),
  },
  carts_removed: {
    from: [...ENDED, 'unpaid', 'delivering'],
    to: (order, _event, now) => ({ ...order, cart: null, cartsRemovedAt: now }),
  },
};

/** A first quote asks for approval; one at checkout time that differs voids the approvals and asks again. */
function quoted(order: Order, event: EventOf<'quoted'>, now: Time): Order | Reason {
  if (order.attempt || isOutdated(order, event.request)) return notNow;
  const fingerprint = fingerprintOf(order.request, event.quote);
  const { quote, cart, validUntil, remindAt } = event;
  const asked = { state: 'awaiting_approval', quote, cart, fingerprint, validUntil, remindAt } as const;
  const next = settled({ ...order, ...asked, isUnclearTold: false });
  const ask = { kind: 'approval_asked', fingerprint, validUntil } as const;
  if (order.state === 'requested' || !order.quote) return tell({ ...next, approvals: [] }, ask, now);

  const voided = approversOf(order);
  if (event.isCartChanged) {
    const changed = { kind: 'cart_changed', voided } as const;
    return tell(tell({ ...next, approvals: [] }, changed, now), ask, now);
  }
  if (fingerprint === order.fingerprint) return { ...order, cart };
  const changed = { kind: 'price_changed', before: order.quote, after: quote, voided } as const;
  return tell(tell({ ...next, approvals: [] }, changed, now), ask, now);
}

/** Whether an answer of OVHcloud is about a request that was changed meanwhile. */
function isOutdated(order: Order, asked: OrderRequest): boolean {
  return JSON.stringify(asked) !== JSON.stringify(order.request);
}
