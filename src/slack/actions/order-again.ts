import { isFor, type OrderAction } from './action.ts';

const CLOSED_UNPLACED = ['rejected', 'cancelled', 'approval_expired'];

/** `Order again`, for the requester of an order that was not placed: the form for a new one, filled in. */
export const orderAgain: OrderAction = {
  id: 'order_again',
  label: ({ approval }) => approval.orderAgain,
  isVisible: ({ state, requester }, viewer) => CLOSED_UNPLACED.includes(state) && isFor(viewer, requester),
};
