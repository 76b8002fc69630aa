import { countedApprovers } from '../../orders/approval-policy.ts';
import type { OrderAction } from './action.ts';

/** `Withdraw approval`, for those who gave one, until the checkout begins. */
export const withdrawApproval: OrderAction = {
  id: 'order_withdraw_approval',
  label: ({ approval }) => approval.withdrawApproval,
  isVisible(order, viewer) {
    const isWithdrawable = order.state === 'awaiting_approval' || order.state === 'approved';
    const given = countedApprovers(order);
    if (!isWithdrawable || order.checkoutAttempt || given.length === 0) return false;
    return viewer === 'everyone' || given.includes(viewer.id);
  },
  command: { type: 'approval_withdrawn' },
};
