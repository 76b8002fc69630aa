/**
 * An action that OVHcloud asks for before it sells a project (GET /cloud/eligibility, checkout refusals).
 * `replacePaymentMethod` is a name of this app's own: the default payment method is not valid.
 */
export type EligibilityAction =
  | 'addPaymentMethod'
  | 'replacePaymentMethod'
  | 'askIncreaseProjectsQuota'
  | 'challengePaymentMethod'
  | 'verifyPaypal'
  | (string & {});

/** Why an order could not continue, in terms of the order; texts for people are made elsewhere. */
export type FailureCause =
  /** No answer came. */
  | { kind: 'ovh_unavailable' }
  /** OVHcloud, or something on the way, answered with a 5xx or with a page of its own. */
  | { kind: 'ovh_server_error'; status: number }
  | { kind: 'rate_limited' }
  | { kind: 'key_invalid' }
  | { kind: 'service_account_refused' }
  | { kind: 'clock_skew' }
  /** `actions`: IAM’s names for the missing permissions, where OVHcloud gives them. */
  | { kind: 'right_missing'; actions?: string[] }
  | { kind: 'account_not_allowed'; actions?: string[] }
  | { kind: 'checkout_not_allowed' }
  | { kind: 'not_eligible'; actions: EligibilityAction[] }
  /** An automatic payment is not possible; `method` as OVHcloud calls it. */
  | { kind: 'payment_refused'; method: string | null }
  /** `code` is `unknown` if OVHcloud's words (`message`) match none that are known. */
  | { kind: 'voucher_refused'; code: string }
  | { kind: 'configuration_missing'; labels: string[] }
  | { kind: 'configuration_duplicated'; label: string }
  | { kind: 'input_refused'; message: string }
  | { kind: 'subsidiary_refused' }
  | { kind: 'plan_not_offered'; planCode: string }
  | { kind: 'cart_lost' }
  /** The checkout's answer was lost, and no order was found: with automatic payment, people decide whether to try again. */
  | { kind: 'checkout_unconfirmed' }
  /** The cart became an order that could not be found; an approver stopped the search. */
  | { kind: 'ovh_order_not_found' }
  /** The order was placed, and OVHcloud (or someone in its control panel) cancelled it. */
  | { kind: 'ovh_order_cancelled'; orderId: number; reason: string | null; wasPaid: boolean }
  /** The order was placed, and OVHcloud does not say how far it is (any more). */
  | { kind: 'status_unknown'; orderId: number }
  /** OVHcloud says that the order is delivered, and no project of it was ever found. */
  | { kind: 'project_not_found'; orderId: number }
  /** An earlier order had expired here, and was paid after all: there must not be a second one. */
  | { kind: 'paid_after_expiry'; orderId: number }
  | { kind: 'answer_not_understood' }
  | { kind: 'refused_otherwise'; message: string }
  /** Slack takes no message in the channel; `notified`: the requester read that in the modal already. */
  | { kind: 'channel_unavailable'; errorCode: string; notified: boolean }
  /** Slack does not tell the app whether those who approved still may; `subject`: the user or user group it hides. */
  | { kind: 'approvers_hidden'; subject: string; errorCode: string }
  | { kind: 'internal' };

/** A failure with what an operator or OVHcloud's support needs to find it again. */
export type Failure = FailureCause & {
  /** The call, as method and path template. */
  call?: string;
  /** OVHcloud's X-OVH-QUERYID. */
  queryId?: string | null;
  /** OVHcloud's own words, in English, with the voucher masked. */
  message?: string | null;
};

/** What can help after a failure: see retryOption. */
type RetryOption = 'try_same' | 'change_request' | 'none';

const RETRY_OPTIONS: Record<FailureCause['kind'], RetryOption> = {
  ovh_unavailable: 'try_same',
  ovh_server_error: 'try_same',
  rate_limited: 'try_same',
  key_invalid: 'try_same',
  service_account_refused: 'try_same',
  clock_skew: 'try_same',
  right_missing: 'try_same',
  account_not_allowed: 'try_same',
  checkout_not_allowed: 'try_same',
  // A voucher may be what requires it.
  not_eligible: 'change_request',
  payment_refused: 'try_same',
  voucher_refused: 'change_request',
  configuration_missing: 'try_same',
  configuration_duplicated: 'try_same',
  input_refused: 'change_request',
  subsidiary_refused: 'try_same',
  plan_not_offered: 'try_same',
  cart_lost: 'try_same',
  checkout_unconfirmed: 'try_same',
  ovh_order_not_found: 'none',
  ovh_order_cancelled: 'try_same',
  status_unknown: 'try_same',
  project_not_found: 'none',
  paid_after_expiry: 'none',
  answer_not_understood: 'try_same',
  refused_otherwise: 'try_same',
  channel_unavailable: 'none',
  approvers_hidden: 'try_same',
  internal: 'try_same',
};

/** All kinds of failures there are. */
export const FAILURE_KINDS = Object.keys(RETRY_OPTIONS) as FailureCause['kind'][];

/**
 * What can help after a failure: retrying unchanged (someone fixed the cause),
 * changing the request first, or nothing within this order.
 */
export function retryOption({ kind }: FailureCause): RetryOption {
  return RETRY_OPTIONS[kind];
}

/** The failures of orders that were placed at OVHcloud anyway, and ended there. */
const PLACED: readonly FailureCause['kind'][] = [
  'ovh_order_not_found',
  'ovh_order_cancelled',
  'status_unknown',
  'project_not_found',
  'paid_after_expiry',
];

/** Whether the order was placed at OVHcloud anyway, and ended there. */
export function hasOvhOrder({ kind }: FailureCause): boolean {
  return PLACED.includes(kind);
}
