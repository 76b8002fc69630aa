import { decide } from '../../../application/decide.ts';
import { onLinkClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Pay` opens the payment link in the browser. Slack notifies the app too: a payment is likely, so it polls sooner. */
export function pay(ctx: ListenerContext) {
  return onLinkClick(ctx, async (click) => {
    if (click.order.state !== 'awaiting_payment') return;
    await decide(ctx, click.row, { person: click, command: { type: 'pay_clicked' } });
  });
}
