import { requesterFormDenial } from '../../../application/permissions.ts';
import { requestModal } from '../../views/request-modal.ts';
import { onClick, openModal, replyDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { formTermsFor } from '../form-terms.ts';
import { languageOf } from '../language.ts';

/** `Edit`: opens the form with everything filled in, for the requester alone, until the order is approved. */
export function edit(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { order, by } = click;
    const isPossible = order.state === 'requested' || order.state === 'awaiting_approval';
    const denial = requesterFormDenial(ctx, order, { type: 'edited', by, isPossible });
    if (denial) return replyDenial(ctx, click, denial);
    const context = { channel: order.channel, change: { orderId: order.id, type: 'edited' } } as const;
    const [language, terms] = await Promise.all([languageOf(ctx, click.user), formTermsFor(ctx, order)]);
    const modal = requestModal({ context, filled: order.request, terms }, language);
    await openModal(ctx, click, modal);
  });
}
