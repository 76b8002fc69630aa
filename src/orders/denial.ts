import type { Order } from './order.ts';

/** Why an event is denied, with what the explanation for the person needs. */
export type DenialReason =
  /** Too late or too early: the order's own state and timeline say what happened instead. */
  | { kind: 'invalid_state' }
  | { kind: 'not_an_approver' }
  | { kind: 'own_order' }
  | { kind: 'approved_already'; given: number; required: number }
  | { kind: 'quote_changed' }
  /** The approvals that count are not enough for a checkout. */
  | { kind: 'quorum_missing' }
  | { kind: 'not_the_requester' }
  /** The edit changes nothing. */
  | { kind: 'nothing_changed' }
  /** The user has not approved. */
  | { kind: 'no_approval_given' }
  /** The checkout has begun: it is too late to withdraw an approval. */
  | { kind: 'being_placed' }
  /** The requester has reached the limit of open orders, so a closed one cannot be reopened. */
  | { kind: 'too_many_open'; limit: number }
  /** Another open order has this project's name, or one that looks like it. */
  | { kind: 'name_taken'; other: Pick<Order, 'id' | 'channel' | 'requester'> };

export const invalidState: DenialReason = { kind: 'invalid_state' };

/** The answer to an event that is not allowed: nothing was changed. `order` is the unchanged order. */
export class Denial {
  readonly reason: DenialReason;
  readonly order: Order;

  constructor(reason: DenialReason, order: Order) {
    this.reason = reason;
    this.order = order;
  }
}
