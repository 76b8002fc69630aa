import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import {
  approve,
  CART,
  CONDITIONS,
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
  quoted: () => quoted(),
  approve: (of) => approve(of, 'U0APP2'),
  take_back: (of) => ({ type: 'take_back', by: of.approvals[0]?.by ?? 'U0APP1' }),
  edit: (of) => ({ type: 'edit', by: 'U0REQ', request: { ...of.request, projectName: 'other' } }),
  conditions_known: (of) => ({ type: 'conditions_known', request: of.request, conditions: CONDITIONS }),
  reminded: () => ({ type: 'reminded', pending: ['U0APP2'], remindAt: null }),
  reject: () => ({ type: 'reject', decider: approver, reason: 'no' }),
  cancel: () => ({ type: 'cancel', by: 'U0REQ' }),
  try_again: (of) => ({ type: 'try_again', by: 'U0REQ', request: of.request }),
  delayed: () => ({ type: 'delayed', failure }),
  failed: () => ({ type: 'failed', failure }),
  expired: () => ({ type: 'expired' }),
  checkout_started: (of) => started(of),
  checkout_refused: () => ({ type: 'checkout_refused', cartId, failure, isTransient: true }),
  checkout_recovered: () => ({ type: 'checkout_recovered', cartId, at: NOW, isCartSpent: true }),
  checkout_unclear: () => ({ type: 'checkout_unclear', cartId }),
  candidate_seen: () => ({ type: 'candidate_seen', cartId, candidate: { orderId: 4711, since: NOW } }),
  checkout_fenced: () => ({ type: 'checkout_fenced', cartId, at: NOW }),
  checkout_had_no_effect: () => ({ type: 'checkout_had_no_effect', cartId, isUnsent: false }),
  former_attempt_found: () => ({ type: 'former_attempt_found', cartId, orderIds: [1, 2] }),
  former_attempts_checked: () => ({ type: 'former_attempts_checked' }),
  unexpected_order: () => ({ type: 'unexpected_order', cartId, orderId: 4712 }),
  approvals_lost: (of) => ({ type: 'approvals_lost', lost: of.approvals.map(({ by }) => by) }),
  orders_to_choose: () => ({ type: 'orders_to_choose', cartId, orderIds: [1, 2] }),
  choose_order: () => ({ type: 'choose_order', decider: approver, orderId: 2 }),
  order_not_found: () => ({ type: 'order_not_found', cartId }),
  give_up: () => ({ type: 'give_up', decider: approver }),
  moved: () => ({ type: 'moved', to: 'D0REQ' }),
  placed: () => placed,
  payment_due: () => ({ type: 'payment_due', payUntil: NOW }),
  url_read_again: () => ({
    type: 'url_read_again',
    orderId: 4711,
    url: 'https://pay.example/?orderPassword=sesame',
  }),
  out_of_sight: () => ({ type: 'out_of_sight', failure }),
  seen_again: () => ({ type: 'seen_again' }),
  set_out_to_pay: () => ({ type: 'set_out_to_pay', by: 'U0APP1' }),
  payment_reminded: () => ({ type: 'payment_reminded' }),
  progressed: (of) => progressed(of.delivery?.progress === 'delivering' ? 'delivered' : 'delivering'),
  lapsed: () => ({ type: 'lapsed' }),
  cancelled_at_ovh: () => ({ type: 'cancelled_at_ovh', orderId: 4711, reason: null }),
  project_late: () => ({ type: 'project_late' }),
  project_ready: () => ({ type: 'project_ready', project: { id: PROJECT_ID, description: 'myproject' } }),
  secrets_erased: () => ({ type: 'secrets_erased' }),
  carts_removed: () => ({ type: 'carts_removed' }),
};
