import type { OrderAction } from './action.ts';

/** `Reject`: a modal asks for the reason. */
export const reject: OrderAction = {
  id: 'order_reject',
  label: ({ approval }) => approval.reject,
  isVisible: ({ state }, viewer) =>
    state === 'awaiting_approval' && (viewer === 'everyone' || viewer.isApprover),
};
