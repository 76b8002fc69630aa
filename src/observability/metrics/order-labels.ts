import type { DenialReason } from '../../orders/denial.ts';
import type { OrderEvent, Unresolved, UserCommand } from '../../orders/events.ts';
import { CLOSED_STATES, OPEN_STATES, type OrderState } from '../../orders/order.ts';
import { BUDGET_THRESHOLDS } from '../../orders/spending.ts';

export const STATES = [...new Set([...OPEN_STATES, ...CLOSED_STATES])];

/** What people in Slack can do to an order: each may be denied. */
export const COMMANDS = Object.keys({
  approved: true,
  rejected: true,
  approval_withdrawn: true,
  cancelled: true,
  edited: true,
  retried: true,
  pay_clicked: true,
  match_confirmed: true,
  matches_rejected: true,
  search_abandoned: true,
  voucher_entered: true,
} satisfies Record<Exclude<UserCommand['type'], 'sync_requested'>, true>);

/** The events that count as decisions: by people, or by expiry. */
export const DECISIONS: readonly OrderEvent['type'][] = [
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

/** Labels of budget notices: the thresholds in percent, and a forecast above the budget. */
export const BUDGET_NOTICES: readonly string[] = [...BUDGET_THRESHOLDS.map(String), 'forecast'];

/** The possible outcomes of an approval request. */
export const OUTCOMES: readonly OrderState[] = ['approved', 'rejected', 'cancelled', 'approval_expired'];
