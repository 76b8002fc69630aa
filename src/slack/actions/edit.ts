import { isFor, type OrderAction } from './action.ts';

/** `Edit`, for the requester until the order is approved: the form, filled in. */
export const edit: OrderAction = {
  id: 'order_edit',
  label: ({ approval }) => approval.edit,
  isVisible: ({ state, requester }, viewer) =>
    (state === 'requested' || state === 'awaiting_approval') && isFor(viewer, requester),
};
