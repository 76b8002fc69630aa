import { countedApprovers, resolutionDenialReason } from '../approval-policy.ts';
import type { CheckoutAttempt, FormerAttempt } from '../checkout-attempt.ts';
import { type DenialReason, invalidState } from '../denial.ts';
import type { Order } from '../order.ts';
import { chargesAccount } from '../quote.ts';
import type { Time } from '../time.ts';
import { confirmMatch, rejectMatches } from './match.ts';
import { appendEntry, clearRetrying, type EventOf, fail, isDenied, type Rules } from './rule.ts';

/** The checkout of an approved order, and the resolution of one whose outcome is unknown. */
export const checkoutRules: Rules<
  | 'checkout_started'
  | 'checkout_recovered'
  | 'checkout_refused'
  | 'checkout_outcome_unknown'
  | 'candidate_seen'
  | 'cart_fenced'
  | 'checkout_not_placed'
  | 'match_ambiguous'
  | 'match_confirmed'
  | 'matches_rejected'
  | 'match_not_found'
  | 'search_abandoned'
  | 'placed'
> = {
  checkout_started: { from: ['approved'], to: checkoutStarted },
  checkout_recovered: { from: ['requested', 'approved'], to: checkoutRecovered },
  checkout_refused: {
    from: ['approved'],
    to: (order, { cartId, failure, isTransient }, now) => {
      if (order.checkoutAttempt?.outcomeUnknownSince !== null) return invalidState;
      const refusal = { failure, isTransient };
      return changeAttempt(order, cartId, { outcomeUnknownSince: now, refusal });
    },
  },
  checkout_outcome_unknown: { from: ['approved'], to: checkoutOutcomeUnknown },
  candidate_seen: {
    from: ['approved'],
    to: (order, { cartId, candidate, at, orderIds, isCartSpent }) => {
      const lookedSince = order.checkoutAttempt?.lookedSince ?? at;
      const seen = new Set([...(order.checkoutAttempt?.seenOrderIds ?? []), ...(orderIds ?? [])]);
      return changeAttempt(order, cartId, {
        soleCandidate: candidate,
        ...(lookedSince !== undefined && { lookedSince }),
        ...(seen.size > 0 && { seenOrderIds: [...seen] }),
        ...(isCartSpent && { isCartSpent }),
      });
    },
  },
  cart_fenced: {
    from: ['approved'],
    to: (order, { cartId, at }) => changeAttempt(order, cartId, { fencedAt: at }),
  },
  checkout_not_placed: { from: ['approved'], to: checkoutNotPlaced },
  match_ambiguous: {
    from: ['approved'],
    to: (order, { cartId, orderIds }, now) => {
      const asked = changeAttempt(order, cartId, { confirmedOrderId: null, askedAbout: orderIds });
      return isDenied(asked) ? asked : appendEntry(asked, { kind: 'match_ambiguous', orderIds }, now);
    },
  },
  match_confirmed: { from: ['approved'], to: confirmMatch },
  matches_rejected: { from: ['approved'], to: rejectMatches },
  match_not_found: {
    from: ['approved'],
    to: (order, { cartId }, now) => {
      const notified = changeAttempt(order, cartId, { isNotFoundNotified: true });
      return isDenied(notified) ? notified : appendEntry(notified, { kind: 'match_not_found' }, now);
    },
  },
  search_abandoned: {
    from: ['approved'],
    to: (order, { actor }, now) => {
      const { checkoutAttempt } = order;
      if (!checkoutAttempt?.isNotFoundNotified || checkoutAttempt.askedAbout) return invalidState;
      return (
        resolutionDenialReason(actor) ??
        fail(abandonAttempt(order, checkoutAttempt, now), { kind: 'ovh_order_not_found' }, now)
      );
    },
  },
  placed: { from: ['approved'], to: placed },
};

/** The row is not trusted: approvals, quorum, requester and deadline are checked once more before money can move. */
function checkoutStarted(order: Order, event: EventOf<'checkout_started'>, now: Time): Order | DenialReason {
  const { cartId, fingerprint, preexistingOrderIds, purchase, at, approvers, rules } = event;
  if (order.checkoutAttempt || order.cart?.cartId !== cartId || order.fingerprint !== fingerprint)
    return invalidState;
  if (order.validUntil !== null && now >= order.validUntil) return invalidState;
  const counting = countedApprovers(order).filter(
    (id) => approvers.includes(id) && (rules.allowSelfApproval || id !== order.requester),
  );
  if (counting.length < rules.required) return { kind: 'quorum_missing' };
  const known = { cartId, at, preexistingOrderIds, ...(purchase && { purchase }), rejectedOrderIds: [] };
  return { ...order, checkoutAttempt: newAttempt(known, now) };
}

/**
 * From here on it is resolved as a checkout whose answer was lost; without its cart nothing proves which order it
 * created.
 */
function checkoutRecovered(
  order: Order,
  event: EventOf<'checkout_recovered'>,
  now: Time,
): Order | DenialReason {
  if (order.checkoutAttempt) return invalidState;
  const { cartId, at, isCartSpent } = event;
  // What is known of earlier checkouts is kept: orders that they cannot have created, this one cannot either.
  const former = order.formerAttempts.find((each) => each.cartId === cartId);
  const rejectedOrderIds = order.formerAttempts.flatMap((each) => each.rejectedOrderIds);
  const known = former ?? { cartId, at, preexistingOrderIds: [], rejectedOrderIds };
  const checkoutAttempt = {
    ...newAttempt(known, now),
    ...(isCartSpent ? { isCartSpent } : { fencedAt: at }),
  };
  const formerAttempts = order.formerAttempts.filter((former) => former.cartId !== cartId);
  return { ...clearRetrying(order), state: 'approved', checkoutAttempt, formerAttempts };
}

function checkoutOutcomeUnknown(
  order: Order,
  event: EventOf<'checkout_outcome_unknown'>,
  now: Time,
): Order | DenialReason {
  if (order.checkoutAttempt?.outcomeUnknownSince !== null) return invalidState;
  const next = changeAttempt(order, event.cartId, { outcomeUnknownSince: now });
  // Notify once per approved quote, however often OVHcloud's answer gets lost.
  if (isDenied(next) || order.isOutcomeUnknownNotified) return next;
  return appendEntry({ ...next, isOutcomeUnknownNotified: true }, { kind: 'checkout_outcome_unknown' }, now);
}

/**
 * The cart was not checked out. A permanent refusal fails the order; after a lost answer another checkout may follow,
 * but with automatic payment only after a person's click.
 */
function checkoutNotPlaced(
  order: Order,
  event: EventOf<'checkout_not_placed'>,
  now: Time,
): Order | DenialReason {
  const { checkoutAttempt } = order;
  if (checkoutAttempt?.cartId !== event.cartId) return invalidState;
  if (event.isUnsent) return { ...order, checkoutAttempt: null };
  const cart = checkoutAttempt.fencedAt === null ? order.cart : null;
  const next = { ...abandonAttempt(order, checkoutAttempt, now), cart };
  if (checkoutAttempt.refusal && !checkoutAttempt.refusal.isTransient)
    return fail(next, checkoutAttempt.refusal.failure, now);
  // Recovered without a quote: it begins where it was before.
  if (!order.quote) return { ...next, state: 'requested' };
  if (!chargesAccount(order.quote)) return next;
  return fail(next, checkoutAttempt.refusal?.failure ?? { kind: 'checkout_unconfirmed' }, now);
}

function placed(order: Order, event: EventOf<'placed'>, now: Time): Order | DenialReason {
  const { cartId, orderId } = event.ovhOrder;
  const isFormer = !order.checkoutAttempt && order.formerAttempts.some((former) => former.cartId === cartId);
  if (order.checkoutAttempt?.cartId !== cartId && !isFormer) return invalidState;
  const formerAttempts = order.formerAttempts.filter((former) => former.cartId !== cartId);
  const next = clearRetrying({
    ...order,
    state: 'awaiting_payment',
    ovhOrder: event.ovhOrder,
    checkoutAttempt: null,
    formerAttempts,
    lateOrderChecks: formerAttempts.length > 0 ? { since: now, done: 0 } : null,
  });
  return appendEntry(next, { kind: 'placed', orderId }, now);
}

/** A checkout that starts or resumes. */
export function newAttempt(known: FormerAttempt, now: Time): CheckoutAttempt {
  return {
    ...known,
    outcomeUnknownSince: null,
    refusal: null,
    fencedAt: null,
    soleCandidate: null,
    askedAbout: null,
    isNotFoundNotified: false,
    searchingSince: now,
    confirmedOrderId: null,
  };
}

/** The attempt is kept, and searched for a while longer: its order may appear late. */
function abandonAttempt(order: Order, attempt: CheckoutAttempt, now: Time): Order {
  const { cartId, at, preexistingOrderIds, purchase, rejectedOrderIds } = attempt;
  const former = { cartId, at, preexistingOrderIds, ...(purchase && { purchase }), rejectedOrderIds };
  const formerAttempts = [...order.formerAttempts, former];
  return { ...order, checkoutAttempt: null, formerAttempts, lateOrderChecks: { since: now, done: 0 } };
}

/** The outcome of a checkout counts only for the current attempt: another process may have resolved it. */
function changeAttempt(order: Order, cartId: string, change: Partial<CheckoutAttempt>): Order | DenialReason {
  if (order.checkoutAttempt?.cartId !== cartId) return invalidState;
  return { ...order, checkoutAttempt: { ...order.checkoutAttempt, ...change } };
}
