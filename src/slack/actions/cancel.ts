import { isFor, type OrderAction } from './action.ts';

/** `Cancel order`, for the requester until the order is approved. What was cancelled can be ordered again. */
export const cancel: OrderAction = {
  id: 'order_cancel',
  label: ({ approval }) => approval.cancel,
  isVisible: ({ state, requester }, viewer) =>
    (state === 'requested' || state === 'awaiting_approval') && isFor(viewer, requester),
};
