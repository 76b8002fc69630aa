import type { Order } from '../../orders/order.ts';
import type { Words } from '../words/catalogue.ts';

/** How an order stands, in a few words. */
export function orderStanding(order: Order, { standing }: Words): string {
  switch (order.state) {
    case 'requested':
    case 'awaiting_approval':
    case 'approved':
    case 'unpaid':
    case 'delivering':
      return standing[order.state];
    default:
      return standing.ended;
  }
}
