import { whyNotSettle } from '../approval-policy.ts';
import type { DenialReason } from '../denial.ts';
import type { Order } from '../order.ts';
import type { Time } from '../time.ts';
import { appendEntry, type EventOf, invalidState } from './rule.ts';

/** An approver says which of the orders that were found it is. */
export function confirmMatch(
  order: Order,
  event: EventOf<'match_confirmed'>,
  now: Time,
): Order | DenialReason {
  const { checkoutAttempt } = order;
  if (!checkoutAttempt?.askedAbout) return invalidState;
  const denied = whyNotSettle(event.actor);
  if (denied) return denied;
  const { orderId } = event;
  if (!checkoutAttempt.askedAbout.includes(orderId)) return invalidState;
  const answered = { ...checkoutAttempt, ...ANSWERED, confirmedOrderId: orderId, searchingSince: now };
  return appendEntry(
    { ...order, checkoutAttempt: answered },
    { kind: 'match_confirmed', by: event.actor.id, orderId },
    now,
  );
}

/** An approver says that it is none of the orders that were found: the search continues without them. */
export function rejectMatches(
  order: Order,
  event: EventOf<'matches_rejected'>,
  now: Time,
): Order | DenialReason {
  const { checkoutAttempt } = order;
  if (!checkoutAttempt?.askedAbout) return invalidState;
  const denied = whyNotSettle(event.actor);
  if (denied) return denied;
  const rejectedOrderIds = [...checkoutAttempt.rejectedOrderIds, ...checkoutAttempt.askedAbout];
  const answered = { ...checkoutAttempt, ...ANSWERED, rejectedOrderIds, searchingSince: now };
  return appendEntry(
    { ...order, checkoutAttempt: answered },
    { kind: 'matches_rejected', by: event.actor.id },
    now,
  );
}

/** What an answer of people changes in an attempt, whatever they say. */
const ANSWERED = { confirmedOrderId: null, askedAbout: null, isNotFoundNotified: false };
