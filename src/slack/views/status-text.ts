import type { Order } from '../../orders/order.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import type { Messages } from '../i18n/catalogue.ts';

/** How an order stands, in a few words. */
export function statusText(order: Order, { status, freeOrders }: Messages): string {
  if (isBeingSettled(order)) return freeOrders.standing;
  switch (order.state) {
    case 'requested':
    case 'awaiting_approval':
    case 'approved':
    case 'awaiting_payment':
      return status[order.state];
    case 'delivering':
      return order.fulfilment?.progress === 'cancelling' ? status.cancelling : status.delivering;
    default:
      return status.ended;
  }
}
