import { requesterFormDenial } from '../../../application/permissions.ts';
import { orderAgain as action } from '../../actions/order-again.ts';
import { isDirectMessage } from '../../id-kinds.ts';
import { requestModal } from '../../views/request-modal.ts';
import { onClick, openModal, replyDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { formTermsFor } from '../form-terms.ts';
import { languageOf } from '../language.ts';
import { placeOf } from '../open-request-form.ts';

/** `Order again`: the form for a new order, filled in with the former request; for its requester alone. */
export function orderAgain(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { order, by } = click;
    const isPossible = action.isVisible(order, 'everyone');
    const denial = requesterFormDenial(ctx, order, { type: 'retried', by, isPossible });
    if (denial) return replyDenial(ctx, click, denial);
    // A redacted voucher counts as no voucher.
    const request = order.redactedAt === null ? order.request : { ...order.request, voucher: null };
    // An order may have ended in an approver's direct messages, where its requester could not follow a new one.
    const before = isDirectMessage(order.channel) ? {} : { channel: order.channel };
    const [language, context, terms] = await Promise.all([
      languageOf(ctx, click.user),
      placeOf(ctx, before),
      formTermsFor(ctx, order),
    ]);
    await openModal(ctx, click, requestModal({ context, filled: request, terms }, language));
  });
}
