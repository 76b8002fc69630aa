import type { Order } from '../../orders/order.ts';
import type { Words } from '../words/catalogue.ts';

/** How an order stands, in a few words. */
export function orderStanding(order: Order, { standing }: Words): string {
  switch (order.state) {
    case 'requested':
    case 'awaiting_approval':
    case 'approved':
    case 'unpaid':
      return standing[order.state];
    case 'delivering':
      return order.delivery?.progress === 'cancelling' ? standing.cancelling : standing.delivering;
    default:
      return standing.ended;
  }
}
