import type { Failure } from './failure.ts';
import type { Money } from './money.ts';
import type { Time } from './time.ts';

/** What a checkout was for. Its order is searched for by this, even if the request changes later. */
export type Purchase = { projectName: string; planCode: string; withTax: Money | null };

/** Saved before POST checkout, so that a lost answer is never followed by a second checkout. */
export type CheckoutAttempt = {
  cartId: string;
  /** When POST checkout was about to be sent, on OVHcloud's clock: the clock of the orders it is compared with. */
  at: Time;
  /** OVHcloud orders that existed before the attempt, so none of them is its result. */
  preexistingOrderIds: number[];
  /** Missing if unknown: then it is what the order is for now. */
  purchase?: Purchase;
  /** Since when the outcome is unknown: the answer was lost, or was a refusal, which alone proves nothing. */
  outcomeUnknownSince: Time | null;
  /** What OVHcloud refused the checkout with, and whether the same may work in a moment. */
  refusal: { failure: Failure; isTransient: boolean } | null;
  /** When cart deletion started (the fence), so that no late checkout can use it. On OVHcloud's clock. */
  fencedAt: Time | null;
  /** The only OVHcloud order found that it could be, and since when. On OVHcloud's clock. */
  soleCandidate: { orderId: number; since: Time } | null;
  /** When the search for its outcome at OVHcloud began, on OVHcloud's clock; missing before the first poll. */
  lookedSince?: Time;
  /** Every OVHcloud order that was a candidate at some poll: later lists may omit it. */
  seenOrderIds?: number[];
  /** Whether the cart was once seen checked out: it stays so even if it is later shown as open or gone. */
  isCartSpent?: boolean;
  /** The OVHcloud orders that approvers are asked to choose from; null if there is no such question. */
  askedAbout: number[] | null;
  /** Whether people were notified that no order can be found. */
  isNotFoundNotified: boolean;
  /** Since when the app has been searching without notifying people, or without their answer. */
  searchingSince: Time;
  /** The OVHcloud order that an approver said it is. */
  confirmedOrderId: number | null;
  /** OVHcloud orders that an approver said are others. */
  rejectedOrderIds: number[];
};

/** A checkout that the app gave up on. It stays known: OVHcloud may still turn out to have carried it out. */
export type FormerAttempt = Pick<
  CheckoutAttempt,
  'cartId' | 'at' | 'preexistingOrderIds' | 'purchase' | 'rejectedOrderIds'
>;

/**
 * An OVHcloud order that an earlier checkout of this order made, found too late. `orderId` is null if only its cart
 * shows it.
 */
export type UnexpectedOrder = { cartId: string | null; orderId: number | null };
