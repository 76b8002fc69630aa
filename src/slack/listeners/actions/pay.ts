import { changeOrder } from '../../../store/orders.ts';
import { clickedOrder, onLinkClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Pay` opens the checkout URL in the browser. Slack tells the app as well: a payment is likely, so it looks sooner. */
export function pay(ctx: ListenerContext) {
  return onLinkClick(ctx, async (click) => {
    const order = await clickedOrder(ctx, click);
    if (order?.state !== 'awaiting_payment') return;
    await changeOrder(ctx.db, order.id, { type: 'pay_clicked', by: click.user }, ctx.now());
    ctx.nudge();
  });
}
