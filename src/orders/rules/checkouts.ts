import type { CheckoutAttempt, Order, Time } from '../order.ts';
import { approversOf, whyNotReject } from '../policy.ts';
import { chargesAccount } from '../quote.ts';
import type { Reason } from '../refusal.ts';
import { type EventOf, fail, notNow, type Rules, settled, tell } from './rule.ts';

/** The checkout of an approved order, and what becomes of one whose outcome is unknown. */
export const checkouts: Rules<
  | 'checkout_started'
  | 'checkout_recovered'
  | 'checkout_refused'
  | 'checkout_unclear'
  | 'candidate_seen'
  | 'checkout_fenced'
  | 'checkout_had_no_effect'
  | 'orders_to_choose'
  | 'choose_order'
  | 'order_not_found'
  | 'give_up'
  | 'placed'
> = {
  checkout_started: { from: ['approved'], to: checkoutStarted },
  checkout_recovered: { from: ['requested', 'approved'], to: checkoutRecovered },
  checkout_refused: {
    from: ['approved'],
    to: (order, { cartId, failure, isTransient }, now) => {
      if (order.attempt?.unclearSince !== null) return notNow;
      return changeAttempt(order, cartId, { unclearSince: now, refusal: { failure, isTransient } });
    },
  },
  checkout_unclear: { from: ['approved'], to: checkoutUnclear },
  candidate_seen: {
    from: ['approved'],
    to: (order, { cartId, candidate }) => changeAttempt(order, cartId, { soleCandidate: candidate }),
  },
  checkout_fenced: {
    from: ['approved'],
    to: (order, { cartId, at }) => changeAttempt(order, cartId, { fencedAt: at }),
  },
  checkout_had_no_effect: { from: ['approved'], to: hadNoEffect },
  orders_to_choose: {
    from: ['approved'],
    to: (order, { cartId, orderIds }, now) => {
      const asked = changeAttempt(order, cartId, { chosen: null, askedAbout: orderIds });
      return 'kind' in asked ? asked : tell(asked, { kind: 'orders_to_choose', orderIds }, now);
    },
  },
  choose_order: { from: ['approved'], to: chooseOrder },
  order_not_found: {
    from: ['approved'],
    to: (order, { cartId }, now) => {
      const told = changeAttempt(order, cartId, { isNotFoundTold: true });
      return 'kind' in told ? told : tell(told, { kind: 'order_not_found' }, now);
    },
  },
  give_up: {
    from: ['approved'],
    to: (order, { decider }, now) => {
      const { attempt } = order;
      if (!attempt?.isNotFoundTold || attempt.askedAbout) return notNow;
      return (
        whyNotReject(decider) ?? fail(giveUpAttempt(order, attempt, now), { kind: 'order_not_found' }, now)
      );
    },
  },
  placed: { from: ['approved'], to: placed },
};

/** A row is not believed: approvals, quorum, requester and deadline are counted once more before money can move. */
function checkoutStarted(order: Order, event: EventOf<'checkout_started'>, now: Time): Order | Reason {
  const { cartId, fingerprint, knownBefore, at, approvers, rules } = event;
  if (order.attempt || order.cart?.cartId !== cartId || order.fingerprint !== fingerprint) return notNow;
  if (order.validUntil !== null && now >= order.validUntil) return notNow;
  const counting = approversOf(order).filter(
    (id) => approvers.includes(id) && (rules.allowSelfApproval || id !== order.requester),
  );
  if (counting.length < rules.required) return { kind: 'quorum_missing' };
  return { ...order, attempt: newAttempt({ cartId, at, knownBefore }, now) };
}

/** From here on it is resolved as a checkout whose answer was lost; without its cart nothing proves which order it made. */
function checkoutRecovered(order: Order, event: EventOf<'checkout_recovered'>, now: Time): Order | Reason {
  if (order.attempt) return notNow;
  const { cartId, at, isCartSpent } = event;
  const attempt = { ...newAttempt({ cartId, at, knownBefore: [] }, now), fencedAt: isCartSpent ? null : at };
  const formerAttempts = order.formerAttempts.filter((former) => former.cartId !== cartId);
  return { ...settled(order), state: 'approved', attempt, formerAttempts };
}

function checkoutUnclear(order: Order, event: EventOf<'checkout_unclear'>, now: Time): Order | Reason {
  if (order.attempt?.unclearSince !== null) return notNow;
  const next = changeAttempt(order, event.cartId, { unclearSince: now });
  // Once for each approved quote is enough, however often OVHcloud's answer gets lost.
  if ('kind' in next || order.isUnclearTold) return next;
  return tell({ ...next, isUnclearTold: true }, { kind: 'checkout_unclear' }, now);
}

/**
 * The cart was not checked out. What OVHcloud refused for good ends the order; after a lost answer another checkout
 * may follow, but where it charges the account only after a person's click.
 */
function hadNoEffect(order: Order, event: EventOf<'checkout_had_no_effect'>, now: Time): Order | Reason {
  const { attempt } = order;
  if (attempt?.cartId !== event.cartId) return notNow;
  if (event.isUnsent) return { ...order, attempt: null };
  const cart = attempt.fencedAt === null ? order.cart : null;
  const next = { ...giveUpAttempt(order, attempt, now), cart };
  if (attempt.refusal && !attempt.refusal.isTransient) return fail(next, attempt.refusal.failure, now);
  // Recovered without a quote: it begins where it was before.
  if (!order.quote) return { ...next, state: 'requested' };
  if (!chargesAccount(order.quote)) return next;
  return fail(next, attempt.refusal?.failure ?? { kind: 'checkout_unconfirmed' }, now);
}

function placed(order: Order, event: EventOf<'placed'>, now: Time): Order | Reason {
  const { cartId, orderId } = event.placed;
  const isFormer = !order.attempt && order.formerAttempts.some((former) => former.cartId === cartId);
  if (order.attempt?.cartId !== cartId && !isFormer) return notNow;
  const formerAttempts = order.formerAttempts.filter((former) => former.cartId !== cartId);
  const next = settled({
    ...order,
    state: 'unpaid',
    placed: event.placed,
    attempt: null,
    formerAttempts,
    lateOrderChecks: formerAttempts.length > 0 ? { since: now, done: 0 } : null,
  });
  return tell(next, { kind: 'placed', orderId }, now);
}

/** An approver says which of the orders that were found it is, or that it is none of them. */
function chooseOrder(order: Order, event: EventOf<'choose_order'>, now: Time): Order | Reason {
  const { attempt } = order;
  if (!attempt?.askedAbout) return notNow;
  const whyNot = whyNotReject(event.decider);
  if (whyNot) return whyNot;
  const { orderId } = event;
  if (orderId !== null && !attempt.askedAbout.includes(orderId)) return notNow;
  const dismissed = orderId === null ? [...attempt.dismissed, ...attempt.askedAbout] : attempt.dismissed;
  const answered = {
    chosen: orderId,
    dismissed,
    askedAbout: null,
    isNotFoundTold: false,
    searchingSince: now,
  };
  const next = { ...order, attempt: { ...attempt, ...answered } };
  return tell(next, { kind: 'order_chosen', by: event.decider.id, orderId }, now);
}

/** A checkout that begins, or is taken up again. */
export function newAttempt(
  known: Pick<CheckoutAttempt, 'cartId' | 'at' | 'knownBefore'> & { dismissed?: number[] },
  now: Time,
): CheckoutAttempt {
  return {
    cartId: known.cartId,
    at: known.at,
    knownBefore: known.knownBefore,
    unclearSince: null,
    refusal: null,
    fencedAt: null,
    soleCandidate: null,
    askedAbout: null,
    isNotFoundTold: false,
    searchingSince: now,
    chosen: null,
    dismissed: known.dismissed ?? [],
  };
}

/** The attempt stays known, and is looked for some more: its order may appear late. */
function giveUpAttempt(order: Order, attempt: CheckoutAttempt, now: Time): Order {
  const { cartId, at, knownBefore, dismissed } = attempt;
  const formerAttempts = [...order.formerAttempts, { cartId, at, knownBefore, dismissed }];
  return { ...order, attempt: null, formerAttempts, lateOrderChecks: { since: now, done: 0 } };
}

/** News of a checkout counts only for the attempt that stands: another process may have settled it. */
function changeAttempt(order: Order, cartId: string, change: Partial<CheckoutAttempt>): Order | Reason {
  if (order.attempt?.cartId !== cartId) return notNow;
  return { ...order, attempt: { ...order.attempt, ...change } };
}
