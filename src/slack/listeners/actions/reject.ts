import { rejectionDenialReason } from '../../../orders/approval-policy.ts';
import { Denial } from '../../../orders/denial.ts';
import { rejectionModal } from '../../views/rejection-modal.ts';
import { actorFor, clickedOrder, onClick, replyUnknownOrder, respondWithDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';

/** `Reject`: asks an approver for the reason; the rejection happens when that modal is submitted. */
export function reject(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const order = await clickedOrder(ctx, click);
    if (!order) return replyUnknownOrder(ctx, click);
    const actor = await actorFor(ctx, click);
    const reason =
      order.state === 'awaiting_approval'
        ? rejectionDenialReason(actor)
        : ({ kind: 'invalid_state' } as const);
    if (reason) return respondWithDenial(ctx, click, 'rejected', new Denial(reason, order));
    const { messages } = await languageOf(ctx, click.user);
    const modal = rejectionModal(order.id, order.request.projectName, messages);
    await ctx.outbound.openModal(click.triggerId, modal);
  });
}
