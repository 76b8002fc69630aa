import type { DenialReason } from '../denial.ts';
import type { OrderEvent } from '../events.ts';
import type { Failure } from '../failure.ts';
import type { Closure, Order, OrderState } from '../order.ts';
import type { Time } from '../time.ts';
import type { TimelineEntry } from '../timeline.ts';

/** The event of one type. */
export type EventOf<T extends OrderEvent['type']> = Extract<OrderEvent, { type: T }>;

/** What an event of one type may do to an order. */
export type Rule<T extends OrderEvent['type']> = {
  /** The states in which the event may happen. */
  from: readonly OrderState[];
  /** The next order, or the reason why not. */
  to: (order: Order, event: EventOf<T>, now: Time) => Order | DenialReason;
};

/** The rules for some types of events. */
export type Rules<T extends OrderEvent['type']> = { [Type in T]: Rule<Type> };

/** Whether a rule has denied the event. */
export function isDenied(outcome: Order | DenialReason): outcome is DenialReason {
  return 'kind' in outcome;
}

/** Adds what happened to the timeline that the thread shows. */
export function appendEntry(
  order: Order,
  what: DistributiveOmit<TimelineEntry, 'number' | 'at'>,
  now: Time,
): Order {
  const entry = { ...what, number: order.timeline.length + 1, at: now } as TimelineEntry;
  return { ...order, timeline: [...order.timeline, entry] };
}

/** Progress was made: clears the retry marker. */
export function clearRetrying(order: Order): Order {
  return order.retrying ? { ...order, retrying: null } : order;
}

/** The order closes, for now or for good. */
export function close(
  order: Order,
  { state, ...how }: { state: OrderState } & Partial<Omit<Closure, 'at'>>,
  now: Time,
): Order {
  const closure = { at: now, by: null, reason: null, failure: null, ...how };
  return clearRetrying({ ...order, state, closure });
}

/** The order closes without a project. */
export function fail(order: Order, failure: Failure, now: Time): Order {
  const failed = close({ ...order, checkoutAttempt: null }, { state: 'failed', failure }, now);
  return appendEntry(failed, { kind: 'failed', failure }, now);
}

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;
