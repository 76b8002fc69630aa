import { changeOrder } from '../../../store/change-order.ts';
import { clickedOrder, onLinkClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Pay` opens the checkout URL in the browser. Slack tells the app as well: a payment is likely, so it looks sooner. */
export function pay(ctx: ListenerContext) {
  return onLinkClick(ctx, async (click) => {
    const order = clickedOrder(click);
    if (order?.state !== 'awaiting_payment') return;
    await changeOrder(ctx, order.id, { type: 'pay_clicked', by: click.by });
    ctx.nudge();
  });
}
