import { decide } from '../../../application/decide.ts';
import { onLinkClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Pay` opens the checkout URL in the browser. Slack tells the app as well: a payment is likely, so it looks sooner. */
export function pay(ctx: ListenerContext) {
  return onLinkClick(ctx, async (click) => {
    if (click.order.state !== 'awaiting_payment') return;
    await decide(ctx, click.row, { person: click, command: { type: 'pay_clicked' } });
  });
}
