import { Denial } from '../../../orders/denial.ts';
import type { Order } from '../../../orders/order.ts';
import { paymentLink } from '../../views/checkout-message.ts';
import { denialText } from '../../views/denial-text.ts';
import {
  actorFor,
  clickedOrder,
  type OrderClick,
  onClick,
  replyEphemerally,
  replyUnknownOrder,
} from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/**
 * `Show payment link`: shows it to the person who clicked, and to nobody else, if they are the requester or an approver
 * at this moment.
 */
export function showPaymentLink(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const order = clickedOrder(click);
    if (!order) return replyUnknownOrder(ctx, click);
    if (!(await maySeeLink(ctx, click, order))) {
      return replyEphemerally(ctx, click, ({ messages }) => messages.linkDelivery.notForYou);
    }
    const { ovhOrder } = order;
    if (order.state !== 'awaiting_payment' || !ovhOrder) {
      return replyEphemerally(ctx, click, (language) =>
        denialText(new Denial({ kind: 'invalid_state' }, order), language),
      );
    }
    if (!ovhOrder.url) return replyEphemerally(ctx, click, ({ messages }) => messages.linkDelivery.notKnown);
    ctx.log.info({ order: order.id, by: click.by }, 'the payment link is shown to a person who may have it');
    const renderContext = await ctx.renderContextFor(click.user);
    const to = click.by === order.requester ? 'requester' : 'thread';
    await replyEphemerally(ctx, click, () => paymentLink(order, ovhOrder, to, renderContext));
  });
}

async function maySeeLink(ctx: ListenerContext, click: OrderClick, order: Order): Promise<boolean> {
  return click.by === order.requester || (await actorFor(ctx, click)).isApprover;
}
