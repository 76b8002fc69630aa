import { isCharged } from '../../orders/quote.ts';
import { isWebAddress } from '../views/web-address.ts';
import type { OrderAction } from './action.ts';

const PLACED_STATES = ['awaiting_payment', 'delivering', 'ready'];

/** `Pay`, while an order is to be paid. The page shows the order before and after that, too. */
export const pay: OrderAction = {
  id: 'order_pay',
  label: ({ checkout }, order) =>
    order.state === 'awaiting_payment' && !isCharged(order) ? checkout.pay : checkout.seeOrder,
  // The link may have been redacted and not been read again yet; Slack would refuse one that is not a web address.
  isVisible: ({ state, ovhOrder }) => PLACED_STATES.includes(state) && isWebAddress(ovhOrder?.url ?? ''),
  url: ({ ovhOrder }) => ovhOrder?.url ?? '',
};
