import type { OrderAction } from './action.ts';

/** `Show payment link`: for the requester and approvers, each alone, who have no other way to it. */
export const showPaymentLink: OrderAction = {
  id: 'order_show_link',
  label: ({ linkDelivery }) => linkDelivery.show,
  style: 'primary',
  isVisible: ({ state }) => state === 'awaiting_payment',
};
