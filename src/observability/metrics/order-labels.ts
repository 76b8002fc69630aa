import type { DenialReason } from '../../orders/denial.ts';
import type { OrderEvent, Unresolved } from '../../orders/events.ts';
import type { FailureCause } from '../../orders/failure.ts';
import { CLOSED_STATES, OPEN_STATES, type OrderState } from '../../orders/order.ts';
import { BUDGET_THRESHOLDS } from '../../orders/spending.ts';

export const STATES = [...new Set([...OPEN_STATES, ...CLOSED_STATES])];

/** What decides about an order: people, and the clock. */
export const COMMANDS: readonly OrderEvent['type'][] = [
  'approved',
  'rejected',
  'approval_withdrawn',
  'cancelled',
  'edited',
  'retried',
  'match_confirmed',
  'matches_rejected',
  'search_abandoned',
  'approval_expired',
];

/** Every reason exists from the start: a counter that first appears with 1 has not increased. */
export const FAILURES = Object.keys({
  ovh_unavailable: true,
  ovh_server_error: true,
  rate_limited: true,
  key_invalid: true,
  service_account_refused: true,
  clock_skew: true,
  right_missing: true,
  account_not_allowed: true,
  checkout_not_allowed: true,
  not_eligible: true,
  payment_refused: true,
  voucher_refused: true,
  configuration_missing: true,
  configuration_duplicated: true,
  input_refused: true,
  subsidiary_refused: true,
  plan_not_offered: true,
  cart_lost: true,
  checkout_unconfirmed: true,
  ovh_order_not_found: true,
  ovh_order_cancelled: true,
  status_unknown: true,
  project_not_found: true,
  paid_after_expiry: true,
  answer_not_understood: true,
  refused_otherwise: true,
  channel_unavailable: true,
  internal: true,
} satisfies Record<FailureCause['kind'], true>);

export const DENIALS = Object.keys({
  invalid_state: true,
  not_an_approver: true,
  own_order: true,
  approved_already: true,
  quote_changed: true,
  quorum_missing: true,
  not_the_requester: true,
  nothing_changed: true,
  too_many_open: true,
  no_approval_given: true,
  being_placed: true,
  name_taken: true,
} satisfies Record<DenialReason['kind'], true>);

export const UNRESOLVED: readonly Unresolved[] = [
  'payment_unknown',
  'status_unknown',
  'project_not_found',
  'project_unverified',
];

/** What people hear of budgets: the thresholds in percent, and a forecast that passes one. */
export const BUDGET_NOTICES: readonly string[] = [...BUDGET_THRESHOLDS.map(String), 'forecast'];

/** How a question to the approvers can end. */
export const OUTCOMES: readonly OrderState[] = ['approved', 'rejected', 'cancelled', 'approval_expired'];
