import { type Actor, resolutionDenialReason } from '../approval-policy.ts';
import type { CheckoutAttempt } from '../checkout-attempt.ts';
import { type DenialReason, invalidState } from '../denial.ts';
import type { Order } from '../order.ts';
import type { Time } from '../time.ts';
import { appendEntry, type EventOf } from './rule.ts';

/** An approver says which of the orders that were found it is. */
export function confirmMatch(
  order: Order,
  event: EventOf<'match_confirmed'>,
  now: Time,
): Order | DenialReason {
  const { actor, orderId } = event;
  const asked = askedAbout(order, actor);
  if ('kind' in asked) return asked;
  if (!asked.orderIds.includes(orderId)) return invalidState;
  const answered = answer(asked.attempt, { confirmedOrderId: orderId }, now);
  return appendEntry(
    { ...order, checkoutAttempt: answered },
    { kind: 'match_confirmed', by: actor.id, orderId },
    now,
  );
}

/** An approver says that it is none of the orders that were found: the search continues without them. */
export function rejectMatches(
  order: Order,
  event: EventOf<'matches_rejected'>,
  now: Time,
): Order | DenialReason {
  const { actor } = event;
  const asked = askedAbout(order, actor);
  if ('kind' in asked) return asked;
  const rejectedOrderIds = [...asked.attempt.rejectedOrderIds, ...asked.orderIds];
  const answered = answer(asked.attempt, { confirmedOrderId: null, rejectedOrderIds }, now);
  return appendEntry(
    { ...order, checkoutAttempt: answered },
    { kind: 'matches_rejected', by: actor.id },
    now,
  );
}

/** The OVHcloud orders that approvers are asked to choose from, or why this person may not choose. */
function askedAbout(
  { checkoutAttempt: attempt }: Order,
  actor: Actor,
): { attempt: CheckoutAttempt; orderIds: number[] } | DenialReason {
  if (!attempt?.askedAbout) return invalidState;
  return resolutionDenialReason(actor) ?? { attempt, orderIds: attempt.askedAbout };
}

/** Either answer closes the question, and the search continues from now. */
function answer(attempt: CheckoutAttempt, given: Partial<CheckoutAttempt>, now: Time): CheckoutAttempt {
  return { ...attempt, askedAbout: null, isNotFoundNotified: false, searchingSince: now, ...given };
}
