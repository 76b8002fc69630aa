import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import {
  approve,
  CART,
  ELIGIBILITY,
  NOW,
  PROJECT_ID,
  placed,
  progressed,
  quoted,
  started,
} from './samples.ts';

const approver = { id: 'U0APP1', isApprover: true };
const failure = { kind: 'ovh_unavailable' } as const;
const { cartId } = CART;

/** One event of each kind, as likely to be allowed as can be. */
export const events: Record<OrderEvent['type'], (of: Order) => OrderEvent> = {
  quote_received: () => quoted(),
  approved: (of) => approve(of, 'U0APP2'),
  approval_withdrawn: (of) => ({ type: 'approval_withdrawn', by: of.approvals[0]?.by ?? 'U0APP1' }),
  edited: (of) => ({ type: 'edited', by: 'U0REQ', request: { ...of.request, projectName: 'other' } }),
  eligibility_checked: (of) => ({
    type: 'eligibility_checked',
    request: of.request,
    eligibility: ELIGIBILITY,
  }),
  reminded: () => ({ type: 'reminded', pending: ['U0APP2'], remindAt: null }),
  rejected: () => ({ type: 'rejected', actor: approver, reason: 'no' }),
  cancelled: () => ({ type: 'cancelled', by: 'U0REQ' }),
  retried: (of) => ({ type: 'retried', by: 'U0REQ', request: of.request }),
  retry_scheduled: () => ({ type: 'retry_scheduled', failure }),
  failed: () => ({ type: 'failed', failure }),
  approval_expired: () => ({ type: 'approval_expired' }),
  checkout_started: (of) => started(of),
  checkout_refused: () => ({ type: 'checkout_refused', cartId, failure, isTransient: true }),
  checkout_recovered: () => ({ type: 'checkout_recovered', cartId, at: NOW, isCartSpent: true }),
  checkout_outcome_unknown: () => ({ type: 'checkout_outcome_unknown', cartId }),
  candidate_seen: () => ({ type: 'candidate_seen', cartId, candidate: { orderId: 4711, since: NOW } }),
  cart_fenced: () => ({ type: 'cart_fenced', cartId, at: NOW }),
  checkout_not_placed: () => ({ type: 'checkout_not_placed', cartId, isUnsent: false }),
  former_attempt_found: () => ({ type: 'former_attempt_found', cartId, orderIds: [1, 2] }),
  former_attempts_checked: () => ({ type: 'former_attempts_checked' }),
  unexpected_order: () => ({ type: 'unexpected_order', cartId, orderId: 4712 }),
  approvals_lost: (of) => ({ type: 'approvals_lost', lost: of.approvals.map(({ by }) => by) }),
  match_ambiguous: () => ({ type: 'match_ambiguous', cartId, orderIds: [1, 2] }),
  match_confirmed: () => ({ type: 'match_confirmed', actor: approver, orderId: 2 }),
  match_not_found: () => ({ type: 'match_not_found', cartId }),
  search_abandoned: () => ({ type: 'search_abandoned', actor: approver }),
  channel_changed: () => ({ type: 'channel_changed', to: 'D0REQ' }),
  placed: () => placed,
  payment_deadline_set: () => ({ type: 'payment_deadline_set', paymentDueAt: NOW }),
  checkout_url_refreshed: () => ({
    type: 'checkout_url_refreshed',
    orderId: 4711,
    url: 'https://pay.example/?orderPassword=sesame',
  }),
  tracking_lost: () => ({ type: 'tracking_lost', failure }),
  tracking_restored: () => ({ type: 'tracking_restored' }),
  pay_clicked: () => ({ type: 'pay_clicked', by: 'U0APP1' }),
  payment_reminded: () => ({ type: 'payment_reminded' }),
  status_changed: (of) => progressed(of.fulfilment?.progress === 'delivering' ? 'delivered' : 'delivering'),
  payment_expired: () => ({ type: 'payment_expired' }),
  cancelled_at_ovh: () => ({ type: 'cancelled_at_ovh', orderId: 4711, reason: null }),
  project_overdue: () => ({ type: 'project_overdue' }),
  project_ready: () => ({ type: 'project_ready', project: { id: PROJECT_ID, description: 'myproject' } }),
  secrets_redacted: () => ({ type: 'secrets_redacted' }),
  carts_cleaned_up: () => ({ type: 'carts_cleaned_up' }),
};
