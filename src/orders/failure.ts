/** An action that OVHcloud asks for before it sells a project (GET /cloud/eligibility, checkout refusals). */
export type EligibilityAction =
  | 'addPaymentMethod'
  | 'askIncreaseProjectsQuota'
  | 'challengePaymentMethod'
  | 'verifyPaypal'
  | (string & {});

/** Why an order could not go on, in terms of the order; the words for people are made elsewhere. */
export type FailureCause =
  | { kind: 'ovh_unavailable' }
  | { kind: 'key_invalid' }
  | { kind: 'right_missing' }
  | { kind: 'account_not_allowed' }
  | { kind: 'checkout_not_allowed' }
  | { kind: 'not_eligible'; actions: EligibilityAction[] }
  | { kind: 'voucher_refused'; code: string }
  | { kind: 'configuration_missing'; label: string }
  | { kind: 'configuration_duplicated'; label: string }
  | { kind: 'input_refused'; message: string }
  | { kind: 'subsidiary_refused' }
  | { kind: 'plan_not_offered'; planCode: string }
  | { kind: 'cart_lost' }
  /** The checkout's answer was lost, and no order was found: with automatic payment, people decide whether to try again. */
  | { kind: 'checkout_unconfirmed' }
  /** The cart became an order that nobody could find; an approver gave up looking. */
  | { kind: 'ovh_order_not_found' }
  /** The order was placed, and OVHcloud (or somebody in its control panel) cancelled it. */
  | { kind: 'ovh_order_cancelled'; orderId: number; reason: string | null; wasPaid: boolean }
  /** An order placed here before had lapsed, and was paid after all: there must not be a second one. */
  | { kind: 'paid_after_expiry'; orderId: number }
  | { kind: 'answer_not_understood' }
  | { kind: 'refused_otherwise'; message: string }
  /** Slack takes no message in the channel; `notified`: the requester read that in the modal already. */
  | { kind: 'channel_unavailable'; errorCode: string; notified: boolean }
  | { kind: 'internal' };

/** A failure with what an operator or OVHcloud's support needs to find it again. */
export type Failure = FailureCause & {
  /** The call, as method and path template. */
  call?: string;
  /** OVHcloud's X-OVH-QUERYID. */
  queryId?: string | null;
};

/** Whether the order was placed at OVHcloud all the same, and ended there: "nothing was ordered" would be wrong. */
export function hasOvhOrder({ kind }: FailureCause): boolean {
  return kind === 'ovh_order_not_found' || kind === 'ovh_order_cancelled' || kind === 'paid_after_expiry';
}

/**
 * What can help after a failure: trying the same again (somebody mended something meanwhile),
 * changing the request first, or nothing within this order.
 */
export function retryOption(failure: Failure): 'try_same' | 'change_request' | 'none' {
  switch (failure.kind) {
    case 'voucher_refused':
    case 'input_refused':
    // A voucher may be what asks for it.
    case 'not_eligible':
      return 'change_request';
    case 'channel_unavailable':
    case 'ovh_order_not_found':
    case 'paid_after_expiry':
      return 'none';
    default:
      return 'try_same';
  }
}
