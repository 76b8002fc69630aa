import type { OrderEvent } from './events.ts';
import type { Order, Time } from './order.ts';
import type { Refusal } from './refusal.ts';

/** An event that has happened to an order and is written down; `requested` is the first of each. */
export type OrderChange = {
  type: 'requested' | OrderEvent['type'];
  /** The order before it; null when it is new. */
  before: Order | null;
  after: Order;
  /** A Slack user id, or null for the app itself. */
  by: string | null;
  at: Time;
};

/** A decision that somebody wanted to make and may not. */
export type RefusedDecision = { type: OrderEvent['type']; by: string; refusal: Refusal };
