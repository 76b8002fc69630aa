import { retryOption } from '../../orders/failure.ts';
import type { OrderAction } from './action.ts';

/** `Try again`, for the requester: a new quote in the same thread. */
export const tryAgain: OrderAction = {
  id: 'order_try_again',
  label: ({ failureMessages }) => failureMessages.tryAgain,
  isVisible({ state, closure }) {
    if (state === 'payment_expired') return true;
    return (
      state === 'failed' &&
      closure?.failure !== null &&
      closure !== null &&
      retryOption(closure.failure) !== 'none'
    );
  },
};
