import { changeOrder } from '../../../store/orders.ts';
import { clickedOrder, onLinkClick } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `Pay` opens the checkout URL in the browser. Slack tells the app as well: a payment is likely, so it looks sooner. */
export function pay(desk: Desk) {
  return onLinkClick(desk, async (click) => {
    const order = await clickedOrder(desk, click);
    if (order?.state !== 'unpaid') return;
    await changeOrder(desk.db, order.id, { type: 'set_out_to_pay', by: click.user }, desk.now());
    desk.wake();
  });
}
