import type { OrderAction } from './action.ts';

/** `Show payment link`, for the requester and approvers, when Slack did not accept the message with the link. */
export const showPaymentLink: OrderAction = {
  id: 'order_show_link',
  label: ({ linkDelivery }) => linkDelivery.show,
  style: 'primary',
  isVisible: ({ state }) => state === 'awaiting_payment',
};
