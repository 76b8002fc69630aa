import type { Actor, ApprovalRules } from './approval-policy.ts';
import type { Purchase } from './checkout-attempt.ts';
import type { Denial } from './denial.ts';
import type { Failure } from './failure.ts';
import type { Progress, Project } from './fulfilment.ts';
import type { CartReference, Order, OvhOrder } from './order.ts';
import type { Eligibility, Quote } from './quote.ts';
import type { OrderRequest } from './request.ts';
import type { Usage } from './spending.ts';
import type { Time } from './time.ts';

/**
 * What an approver accepts in the account's name, for the audit log: the contracts by name and digest, and whether they
 * ticked the clauses under articles 1341 and 1342 of the Codice Civile.
 */
type Accepted = { contracts: { name: string; digest: string }[]; clauses: boolean };

/** What people do to an order. */
export type UserCommand =
  /** `lost`: people who approved before and are no longer approvers. */
  | {
      type: 'approved';
      actor: Actor;
      fingerprint: string;
      rules: ApprovalRules;
      lost: string[];
      accepted?: Accepted;
    }
  | { type: 'rejected'; actor: Actor; reason: string }
  | { type: 'approval_withdrawn'; by: string }
  | { type: 'cancelled'; by: string }
  | { type: 'edited'; by: string; request: OrderRequest }
  | { type: 'retried'; by: string; request: OrderRequest }
  /** The requester clicked Pay: a payment is likely. */
  | { type: 'pay_clicked'; by: string }
  /** Says which OVHcloud order a lost checkout became, or that it is none of those shown. */
  | { type: 'match_confirmed'; actor: Actor; orderId: number }
  | { type: 'matches_rejected'; actor: Actor }
  | { type: 'search_abandoned'; actor: Actor }
  /** The requester enters a voucher for the project that is ready. */
  | { type: 'voucher_entered'; by: string; code: string }
  /** An operator has the order processed, and its messages in Slack rendered, once more. */
  | { type: 'sync_requested'; by: string };

/** What OVHcloud, Slack and the clock do to an order. */
type SystemEvent =
  /** `request` is what the cart was built for: it may have changed meanwhile. */
  | {
      type: 'quote_received';
      request: OrderRequest;
      quote: Quote;
      cart: CartReference;
      validUntil: Time;
      remindAt: Time | null;
      /** Who is asked to decide; missing if Slack does not say. */
      asked?: string[];
      /** The approved cart contained something other than what was put into it. */
      isCartChanged?: boolean;
    }
  | { type: 'eligibility_checked'; request: OrderRequest; eligibility: Eligibility }
  | { type: 'reminded'; pending: string[]; remindAt: Time | null }
  | { type: 'retry_scheduled'; failure: Failure }
  | { type: 'failed'; failure: Failure }
  | { type: 'approval_expired' }
  /** Some who approved are no longer approvers (`lost`), or the approvals in the row are not enough. */
  | { type: 'approvals_lost'; lost: string[] }
  /** The approvers changed: `pending` are those to ask now, `lost` those who approved and are no longer approvers. */
  | { type: 'approvers_changed'; pending: string[]; lost: string[] }
  /** `at`: on OVHcloud's clock. `approvers`: who of those that approved is an approver now. */
  | {
      type: 'checkout_started';
      cartId: string;
      fingerprint: string;
      preexistingOrderIds: number[];
      purchase?: Purchase;
      at: Time;
      approvers: string[];
      rules: ApprovalRules;
    }
  /** A checkout that is missing from the row: the database was restored from an older copy. */
  | { type: 'checkout_recovered'; cartId: string; at: Time; isCartSpent: boolean }
  /** OVHcloud orders that a former attempt may have created after all. */
  | { type: 'former_attempt_found'; cartId: string; orderIds: number[] }
  /** OVHcloud answered with a refusal, which alone does not prove that nothing was ordered. */
  | { type: 'checkout_refused'; cartId: string; failure: Failure; isTransient: boolean }
  | { type: 'checkout_outcome_unknown'; cartId: string }
  /** `orderIds`: all candidates; `at`: on OVHcloud's clock. */
  | {
      type: 'candidate_seen';
      cartId: string;
      candidate: { orderId: number; since: Time } | null;
      at?: Time;
      orderIds?: number[];
      isCartSpent?: boolean;
    }
  | { type: 'cart_fenced'; cartId: string; at: Time }
  /** `isUnsent`: the request never left. */
  | { type: 'checkout_not_placed'; cartId: string; isUnsent: boolean }
  | { type: 'match_ambiguous'; cartId: string; orderIds: number[] }
  | { type: 'match_not_found'; cartId: string }
  | { type: 'former_attempts_checked' }
  | { type: 'unexpected_order'; cartId: string | null; orderId: number | null }
  | { type: 'channel_changed'; to: string }
  | { type: 'placed'; ovhOrder: OvhOrder }
  /** OVHcloud accepted the app's confirmation of an order that costs nothing. */
  | { type: 'settlement_accepted'; orderId: number }
  /** The app cannot confirm it, or (null) no longer may by its settings: a person has to. */
  | { type: 'settlement_failed'; orderId: number; failure: Failure | null }
  | { type: 'payment_deadline_set'; paymentDueAt: Time | null }
  /** The payment link of an order that can be paid after all: it was redacted after the order closed. */
  | { type: 'checkout_url_refreshed'; orderId: number; url: string }
  /** The status at OVHcloud; `message`: OVHcloud's own words for people, if any. */
  | { type: 'status_changed'; orderId: number; progress: Progress; message: string | null }
  /** OVHcloud does not return the status, because of `failure`. */
  | { type: 'tracking_lost'; failure: Failure }
  | { type: 'tracking_restored' }
  | { type: 'payment_reminded' }
  /** `paymentUnknown`: why OVHcloud did not say whether it was paid. */
  | { type: 'payment_expired'; paymentUnknown?: Failure }
  /** OVHcloud has not returned the status of a paid order for a long time. */
  | { type: 'tracking_abandoned' }
  /** By OVHcloud, or by someone in its control panel; `reason` in OVHcloud's words. */
  | { type: 'cancelled_at_ovh'; orderId: number; reason: string | null }
  | { type: 'project_overdue' }
  | { type: 'project_not_found' }
  | { type: 'project_ready'; project: Project }
  /** OVHcloud's answer to the voucher for the project: its credit was added, or not. */
  | { type: 'voucher_added' }
  | { type: 'voucher_refused'; failure: Failure }
  /** What a ready project has spent, for its budget; `nextReadAt`: when to ask again. */
  | { type: 'usage_read'; usage: Usage; nextReadAt: Time }
  /** `isMissing`: OVHcloud knows no such project. */
  | { type: 'usage_read_failed'; failure: Failure; isMissing: boolean; nextReadAt: Time }
  | { type: 'carts_cleaned_up' }
  /** Some time after the end: voucher and payment link. */
  | { type: 'secrets_redacted' };

/** Everything that may happen to an order. */
export type OrderEvent = UserCommand | SystemEvent;

/** Who made the event happen: a Slack user id, an operator (`operator:alice`), or null for the app itself. */
export function actorOf(event: OrderEvent): string | null {
  switch (event.type) {
    case 'approved':
    case 'rejected':
    case 'match_confirmed':
    case 'matches_rejected':
    case 'search_abandoned':
      return event.actor.id;
    case 'approval_withdrawn':
    case 'cancelled':
    case 'edited':
    case 'retried':
    case 'pay_clicked':
    case 'voucher_entered':
    case 'sync_requested':
      return event.by;
    default:
      // A new command is a type error until it says who gave it.
      event satisfies SystemEvent;
      return null;
  }
}

/** An event that has happened to an order and is written down; `requested` is the first of each. */
export type OrderChange = {
  type: 'requested' | OrderEvent['type'];
  /** The order before it; null when it is new. */
  before: Order | null;
  after: Order;
  /** A Slack user id, an operator (`operator:alice`), or null for the app itself. */
  by: string | null;
  at: Time;
};

/** What an operator should check: an order that ended with an unknown outcome at OVHcloud. */
export type Unresolved = 'payment_unknown' | 'status_unknown' | 'project_not_found' | 'project_unverified';

/** Whether an order has just ended that way. */
export function unresolvedBy({ before, after }: OrderChange): Unresolved | null {
  if (before === null || before.state === after.state) return null;
  const why = after.closure?.failure?.kind ?? null;
  if (after.state === 'payment_expired' && why) return 'payment_unknown';
  if (after.state === 'ready' && after.project?.unverified) return 'project_unverified';
  return why === 'status_unknown' || why === 'project_not_found' ? why : null;
}

/** A command that was denied. */
export type DeniedCommand = { type: OrderEvent['type']; by: string; denial: Denial };
