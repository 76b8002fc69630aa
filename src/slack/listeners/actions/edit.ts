import { Denial } from '../../../orders/denial.ts';
import { requestModal } from '../../views/request-modal.ts';
import { clickedOrder, onClick, replyUnknownOrder, respondWithDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';

/** `Edit`: opens the form with everything filled in, for the requester alone, until the order is approved. */
export function edit(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const order = await clickedOrder(ctx, click);
    if (!order) return replyUnknownOrder(ctx, click);
    const isOpen = order.state === 'requested' || order.state === 'awaiting_approval';
    const reason = click.user === order.requester ? 'invalid_state' : 'not_the_requester';
    if (!isOpen || reason === 'not_the_requester') {
      return respondWithDenial(ctx, click, 'edited', new Denial({ kind: reason }, order));
    }
    const context = { channel: order.channel, change: { orderId: order.id, type: 'edited' } } as const;
    const { messages } = await languageOf(ctx, click.user);
    const modal = requestModal(context, order.request, ctx.config, messages);
    await ctx.outbound.openModal(click.triggerId, modal);
  });
}
