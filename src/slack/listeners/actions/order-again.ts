import { Denial } from '../../../orders/denial.ts';
import { orderAgain as action } from '../../actions/order-again.ts';
import { requestModal } from '../../views/request-modal.ts';
import { clickedOrder, onClick, openModal, replyUnknownOrder, respondWithDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';

/** `Order again`: the form for a new order, filled in with what was asked for before; for its requester alone. */
export function orderAgain(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const order = clickedOrder(click);
    if (!order) return replyUnknownOrder(ctx, click);
    const kind = click.by === order.requester ? 'invalid_state' : 'not_the_requester';
    if (kind === 'not_the_requester' || !action.isVisible(order, 'everyone')) {
      return respondWithDenial(ctx, click, 'retried', new Denial({ kind }, order));
    }
    // What is left of an erased voucher is none.
    const request = order.redactedAt === null ? order.request : { ...order.request, voucher: null };
    // In the direct messages of an approver, where an order may have ended, its requester could not follow it.
    const context = order.channel.startsWith('D') ? {} : { channel: order.channel };
    const language = await languageOf(ctx, click.user);
    await openModal(ctx, click, requestModal(context, request, ctx.config, language));
  });
}
