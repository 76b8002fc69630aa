import type { CheckoutAttempt, FormerAttempt, UnexpectedOrder } from './checkout-attempt.ts';
import { type Failure, hasOvhOrder } from './failure.ts';
import type { Fulfilment, Project } from './fulfilment.ts';
import type { Money } from './money.ts';
import type { Eligibility, Quote } from './quote.ts';
import type { OrderRequest } from './request.ts';
import type { Spending } from './spending.ts';
import type { Time } from './time.ts';
import type { TimelineEntry } from './timeline.ts';

/** Every state of an order, and its phase; its life is the table in state-machine.ts. A ready one has ended well. */
const PHASES = {
  requested: 'before_checkout',
  awaiting_approval: 'before_checkout',
  approved: 'before_checkout',
  awaiting_payment: 'placed',
  delivering: 'placed',
  ready: 'closed',
  payment_expired: 'closed',
  rejected: 'closed',
  cancelled: 'closed',
  approval_expired: 'closed',
  failed: 'closed',
} as const;

/** The state of an order. */
export type OrderState = keyof typeof PHASES;

/** The cart at OVHcloud that holds the project, ready for its checkout. */
export type CartReference = {
  cartId: string;
  itemId: number;
  expiresAt: Time | null;
  /** What the item was configured with. `value` is null for the voucher, which only the request holds. */
  configurations: { id: number; label: string; value: string | null }[];
};

/** One person's approval of exactly what `fingerprint` names. */
export type Approval = { by: string; at: Time; fingerprint: string };

/**
 * The outcome of confirming a placed order that costs nothing: OVHcloud accepted it, and its status has to show
 * that; or it failed, and a person confirms the order with the payment link.
 */
type Settlement = { at: Time } & (
  | { outcome: 'accepted' }
  /** `failure`: null where the app was not to confirm it any more, or OVHcloud took its confirmation back. */
  | { outcome: 'failed'; failure: Failure | null }
);

/** The order at OVHcloud. `url` holds its password: anyone who has it can see and pay the order. */
export type OvhOrder = {
  orderId: number;
  cartId: string;
  url: string;
  withTax: Money;
  at: Time;
  /** When the unpaid order ends, if OVHcloud said so. */
  paymentDueAt: Time | null;
  /** The outcome of confirming it, where it costs nothing and the app does that. */
  settlement?: Settlement;
};

/**
 * A voucher that the requester adds to the project once it is ready, and OVHcloud's answer. `code` is masked as soon
 * as that is known.
 */
export type ProjectVoucher = { code: string; at: Time } & (
  | { outcome: 'pending' }
  | { outcome: 'added' }
  | { outcome: 'refused'; failure: Failure }
);

/** An order at OVHcloud that ended without a project, and its cart, which is spent. */
type PreviousOvhOrder = { orderId: number; cartId: string };

/** How an order ended. `by`: the person who ended it, if one did; `reason`: of a rejection. */
export type Closure = { at: Time; by: string | null; reason: string | null; failure: Failure | null };

/**
 * The order, the source of truth: Slack's messages are a projection of it, and its cart at OVHcloud is a resource
 * that it owns.
 */
export type Order = {
  /** Also the description of its carts at OVHcloud, so that they can be found again. */
  id: string;
  state: OrderState;
  createdAt: Time;
  /** When the request was last changed. */
  requestedAt: Time;
  /** Null while the order is open. */
  closure: Closure | null;
  requester: string;
  /** Where the order is shown: the channel it was asked for in, or the direct messages of its requester or an approver. */
  channel: string;
  /** Where it was shown before. */
  previousChannels: string[];
  request: OrderRequest;
  cart: CartReference | null;
  quote: Quote | null;
  /** What OVHcloud said about this request; null until it was asked. */
  eligibility: Eligibility | null;
  fingerprint: string | null;
  validUntil: Time | null;
  /** When people were asked to approve the quote, and how often they were reminded since. */
  approvalRequestedAt: Time | null;
  remindersSent: number;
  /** The people and groups that were asked to decide on the quote; null if there is none, or Slack did not say. */
  askedApprovers: string[] | null;
  /** When those who have not decided are reminded next. */
  remindAt: Time | null;
  approvals: Approval[];
  checkoutAttempt: CheckoutAttempt | null;
  /** Every earlier checkout whose outcome was not an order, in the order in which they were given up. */
  formerAttempts: FormerAttempt[];
  /** When the search for orders of former attempts began, and how often it was repeated. */
  lateOrderChecks: { since: Time; done: number } | null;
  unexpectedOrders: UnexpectedOrder[];
  /** Whether people were notified, since they were asked to approve, that the outcome of a checkout is unknown. */
  isOutcomeUnknownNotified: boolean;
  ovhOrder: OvhOrder | null;
  /** Since when OVHcloud has the money for `ovhOrder`, as far as is known; null if it has not. */
  paidAt: Time | null;
  paymentRemindersSent: number;
  /** Whether people were notified that the project of `ovhOrder` takes longer than usual. */
  isOverdueNotified: boolean;
  /** How far OVHcloud is with the placed order; null until it has said so. */
  fulfilment: Fulfilment | null;
  /** What was bought, once it exists. */
  project: Project | null;
  /** A voucher that was entered for the project once it was ready. */
  projectVoucher: ProjectVoucher | null;
  /** What the project spends, once that was asked for; only where there is a budget. */
  spending: Spending | null;
  /** OVHcloud orders that were placed for this one before, and ended without a project. */
  previousOvhOrders: PreviousOvhOrder[];
  /** When voucher and payment link were redacted after the order closed. */
  redactedAt: Time | null;
  /**
   * Set while OVHcloud does not answer and the step is retried; `notified`: long enough that the requester was
   * notified.
   */
  retrying: { since: Time; failure: Failure; notified?: boolean } | null;
  /** When the carts of an ended order were removed at OVHcloud, the last time. */
  cartsCleanedUpAt: Time | null;
  timeline: TimelineEntry[];
};

/** The states in which an order still reserves its project name. */
export const OPEN_STATES = statesIn('before_checkout', 'placed');

/** The states of an order that has closed, well or not. An expired one may still turn out to be paid. */
export const CLOSED_STATES = statesIn('closed');

/** The states in which people wait for the app: for a price, for a decision, or for the order to be placed. */
export const PRE_CHECKOUT_STATES = statesIn('before_checkout');

function statesIn(...phases: (typeof PHASES)[OrderState][]): readonly OrderState[] {
  return (Object.keys(PHASES) as OrderState[]).filter((state) => phases.includes(PHASES[state]));
}

/** Whether the order still reserves its project name: no second order with that name is accepted. */
export function isOpen(order: Order): boolean {
  return OPEN_STATES.includes(order.state);
}

/** Whether OVHcloud has an order of it although it ended without one here: “nothing was ordered” would be wrong. */
export function wasOrderedAnyway({ unexpectedOrders }: Order, failure: Failure | null = null): boolean {
  return unexpectedOrders.length > 0 || (failure !== null && hasOvhOrder(failure));
}

/** The fields of an order without a quote. */
export const UNQUOTED = {
  quote: null,
  fingerprint: null,
  validUntil: null,
  approvalRequestedAt: null,
  askedApprovers: null,
  remindAt: null,
  approvals: [],
} satisfies Partial<Order>;

/** The fields of an order that is not placed at OVHcloud. */
export const UNPLACED = {
  ovhOrder: null,
  paidAt: null,
  paymentRemindersSent: 0,
  isOverdueNotified: false,
  fulfilment: null,
} satisfies Partial<Order>;

/** A new order, as the submitted modal asks for it. */
export function newOrder(asked: {
  id: string;
  requester: string;
  channel: string;
  request: OrderRequest;
  now: Time;
}): Order {
  return {
    id: asked.id,
    state: 'requested',
    createdAt: asked.now,
    requestedAt: asked.now,
    closure: null,
    requester: asked.requester,
    channel: asked.channel,
    previousChannels: [],
    request: asked.request,
    cart: null,
    ...UNQUOTED,
    eligibility: null,
    remindersSent: 0,
    checkoutAttempt: null,
    formerAttempts: [],
    lateOrderChecks: null,
    unexpectedOrders: [],
    isOutcomeUnknownNotified: false,
    ...UNPLACED,
    project: null,
    projectVoucher: null,
    spending: null,
    previousOvhOrders: [],
    redactedAt: null,
    retrying: null,
    cartsCleanedUpAt: null,
    timeline: [],
  };
}
