import { rejectionFormDenial } from '../../../application/permissions.ts';
import { rejectionModal } from '../../views/rejection-modal.ts';
import { onClick, openModal, replyDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';

/** `Reject`: asks an approver for the reason; the rejection happens when that modal is submitted. */
export function reject(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { order } = click;
    const denial = await rejectionFormDenial(ctx, order, click);
    if (denial) return replyDenial(ctx, click, denial);
    const { messages } = await languageOf(ctx, click.user);
    const modal = rejectionModal(order, messages);
    await openModal(ctx, click, modal);
  });
}
