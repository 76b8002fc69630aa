import { maySeePaymentLink } from '../../../application/permissions.ts';
import { Denial } from '../../../orders/denial.ts';
import { isPlaced, paymentLink } from '../../views/checkout-message.ts';
import { onClick, replyDenial, replyEphemerally } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/**
 * `Show payment link`: shows it only to the person who clicked, if they are the requester or an approver
 * at this moment.
 */
export function showPaymentLink(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { order } = click;
    if (!(await maySeePaymentLink(ctx, order, click))) {
      return replyEphemerally(ctx, click, ({ messages }) => messages.linkDelivery.notForYou);
    }
    if (order.state !== 'awaiting_payment' || !isPlaced(order)) {
      return replyDenial(ctx, click, new Denial({ kind: 'invalid_state' }, order));
    }
    if (!order.ovhOrder.url)
      return replyEphemerally(ctx, click, ({ messages }) => messages.linkDelivery.notKnown);
    ctx.log.info({ order: order.id, by: click.by }, 'payment link shown to an authorized person');
    const renderContext = await ctx.renderContextFor(click.user);
    const to = click.by === order.requester ? 'requester' : 'thread';
    await replyEphemerally(ctx, click, () => paymentLink(order, { to, ctx: renderContext }));
  });
}
