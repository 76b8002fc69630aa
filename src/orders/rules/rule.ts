import type { OrderEvent } from '../events.ts';
import type { Failure } from '../failure.ts';
import type { Order, OrderState, StoryItem, Time } from '../order.ts';
import type { Reason } from '../refusal.ts';

/** The event of one type. */
export type EventOf<T extends OrderEvent['type']> = Extract<OrderEvent, { type: T }>;

/** What may become of an order when an event of one type happens. */
export type Rule<T extends OrderEvent['type']> = {
  /** The states in which the event may happen. */
  from: readonly OrderState[];
  /** The next order, or the reason why not. */
  to: (order: Order, event: EventOf<T>, now: Time) => Order | Reason;
};

/** The rules for some types of events. */
export type Rules<T extends OrderEvent['type']> = { [Type in T]: Rule<Type> };

/** Too late or too early: what the order tells itself says why. */
export const notNow: Reason = { kind: 'not_now' };

/** Adds what happened to the story that the thread shows. */
export function tell(order: Order, what: DistributiveOmit<StoryItem, 'number' | 'at'>, now: Time): Order {
  const item = { ...what, number: order.story.length + 1, at: now } as StoryItem;
  return { ...order, story: [...order.story, item] };
}

/** The order has got on: whatever delayed it is over. */
export function settled(order: Order): Order {
  return order.delayed ? { ...order, delayed: null } : order;
}

/** The order has ended without a project. */
export function fail(order: Order, failure: Failure, now: Time): Order {
  return tell(settled({ ...order, state: 'failed', attempt: null }), { kind: 'failed', failure }, now);
}

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;
