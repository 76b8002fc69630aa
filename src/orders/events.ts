import type { Conditions } from './conditions.ts';
import type { Progress, Project } from './delivery.ts';
import type { Failure } from './failure.ts';
import type { CartReference, PlacedOrder, Time } from './order.ts';
import type { ApprovalRules, Decider } from './policy.ts';
import type { Quote } from './quote.ts';
import { maskVoucher, type OrderRequest } from './request.ts';

/** What people do to an order. */
export type Decision =
  /** `lost`: people who approved before and are approvers no more. */
  | { type: 'approve'; decider: Decider; fingerprint: string; rules: ApprovalRules; lost: string[] }
  | { type: 'reject'; decider: Decider; reason: string }
  | { type: 'take_back'; by: string }
  | { type: 'cancel'; by: string }
  | { type: 'edit'; by: string; request: OrderRequest }
  | { type: 'try_again'; by: string; request: OrderRequest }
  /** Somebody opens the checkout URL with the button: a payment is likely. */
  | { type: 'set_out_to_pay'; by: string }
  /** Says which OVHcloud order a lost checkout became; null: none of those shown. */
  | { type: 'choose_order'; decider: Decider; orderId: number | null }
  | { type: 'give_up'; decider: Decider };

/** What OVHcloud, Slack and the clock do to an order. */
export type Happening =
  /** `request` is what the cart was built for: it may have changed meanwhile. */
  | {
      type: 'quoted';
      request: OrderRequest;
      quote: Quote;
      cart: CartReference;
      validUntil: Time;
      remindAt: Time | null;
      /** The cart that was approved held something else than what was put into it. */
      isCartChanged?: boolean;
    }
  | { type: 'conditions_known'; request: OrderRequest; conditions: Conditions }
  | { type: 'reminded'; pending: string[]; remindAt: Time | null }
  | { type: 'delayed'; failure: Failure }
  | { type: 'failed'; failure: Failure }
  | { type: 'expired' }
  /** Some who approved are approvers no more (`lost`), or the approvals that the row holds are not enough. */
  | { type: 'approvals_lost'; lost: string[] }
  /** `at`: on OVHcloud's clock. `approvers`: who of those that approved is an approver now. */
  | {
      type: 'checkout_started';
      cartId: string;
      fingerprint: string;
      knownBefore: number[];
      at: Time;
      approvers: string[];
      rules: ApprovalRules;
    }
  /** A checkout that the row knows nothing of: the database was restored from an older copy. */
  | { type: 'checkout_recovered'; cartId: string; at: Time; isCartSpent: boolean }
  /** OVHcloud orders that a former attempt may have made after all. */
  | { type: 'former_attempt_found'; cartId: string; orderIds: number[] }
  /** OVHcloud answered with a refusal, which alone does not prove that nothing was ordered. */
  | { type: 'checkout_refused'; cartId: string; failure: Failure; isTransient: boolean }
  | { type: 'checkout_unclear'; cartId: string }
  | { type: 'candidate_seen'; cartId: string; candidate: { orderId: number; since: Time } | null }
  | { type: 'checkout_fenced'; cartId: string; at: Time }
  /** `isUnsent`: the request never left. */
  | { type: 'checkout_had_no_effect'; cartId: string; isUnsent: boolean }
  | { type: 'orders_to_choose'; cartId: string; orderIds: number[] }
  | { type: 'order_not_found'; cartId: string }
  | { type: 'former_attempts_checked' }
  | { type: 'unexpected_order'; cartId: string | null; orderId: number | null }
  | { type: 'moved'; to: string }
  | { type: 'placed'; placed: PlacedOrder }
  | { type: 'payment_due'; payUntil: Time }
  /** The checkout URL of an order that is to be paid after all: it was erased when the order had ended. */
  | { type: 'url_read_again'; orderId: number; url: string }
  /** How far OVHcloud is; `says`: its own words, where it has some for people. */
  | { type: 'progressed'; orderId: number; progress: Progress; says: string | null }
  /** OVHcloud does not say how far it is, because of `failure`. */
  | { type: 'out_of_sight'; failure: Failure }
  | { type: 'seen_again' }
  | { type: 'payment_reminded' }
  | { type: 'lapsed' }
  /** By OVHcloud, or by somebody in its control panel; `reason` in OVHcloud's words. */
  | { type: 'cancelled_at_ovh'; orderId: number; reason: string | null }
  | { type: 'project_late' }
  | { type: 'project_ready'; project: Project }
  | { type: 'carts_removed' }
  /** Some time after the end: voucher and checkout URL. */
  | { type: 'secrets_erased' };

/** Everything that may happen to an order. */
export type OrderEvent = Decision | Happening;

/** Who made the event happen: a Slack user id, or null for the app itself. */
export function actorOf(event: OrderEvent): string | null {
  switch (event.type) {
    case 'approve':
    case 'reject':
    case 'choose_order':
    case 'give_up':
      return event.decider.id;
    case 'take_back':
    case 'cancel':
    case 'edit':
    case 'try_again':
    case 'set_out_to_pay':
      return event.by;
    default:
      return null;
  }
}

/** The event as the audit trail keeps it: without the checkout URL, and the voucher masked. */
export function auditRecord(event: OrderEvent): Record<string, unknown> {
  const { type: _type, ...facts } = event;
  switch (event.type) {
    case 'placed': {
      const { url: _url, ...placed } = event.placed;
      return { placed };
    }
    case 'url_read_again':
      return { orderId: event.orderId };
    case 'quoted':
    case 'conditions_known':
    case 'edit':
    case 'try_again':
      return { ...facts, request: auditRequest(event.request) };
    default:
      return facts;
  }
}

/** A request as the audit trail keeps it. */
export function auditRequest(request: OrderRequest): Record<string, unknown> {
  return { ...request, voucher: request.voucher && maskVoucher(request.voucher) };
}
