import { requesterFormDenial } from '../../../application/permissions.ts';
import { whyNotOrder } from '../../../application/requesters.ts';
import { retryOption } from '../../../orders/failure.ts';
import { isOpen } from '../../../orders/order.ts';
import { tryAgain as action } from '../../actions/try-again.ts';
import { requestDenialText } from '../../views/request-denial-text.ts';
import { requestModal } from '../../views/request-modal.ts';
import { decideAndReply, onClick, openModal, replyDenial, replyEphemerally } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { formTermsFor } from '../form-terms.ts';
import { languageOf } from '../language.ts';

/**
 * `Try again`: a new quote. If the same request would fail again, or lacks a budget that is required by now, the
 * modal opens to change it first.
 */
export function tryAgain(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { order, by, user } = click;
    const whyNot = await whyNotOrder(ctx, { user, channel: order.channel });
    if (whyNot) return replyEphemerally(ctx, click, requestDenialText(whyNot));
    const failure = order.state === 'failed' ? order.closure?.failure : null;
    const isRefused = failure && retryOption(failure) === 'change_request';
    const isErased = order.redactedAt !== null && order.request.voucher !== null;
    const lacksBudget =
      ctx.config.budget === 'required' && order.request.budget == null && action.isVisible(order, 'everyone');
    if (!(isRefused || isErased || lacksBudget) || isOpen(order)) {
      return decideAndReply(ctx, click, { type: 'retried', request: order.request });
    }
    const denial = requesterFormDenial(ctx, order, { type: 'retried', by, isPossible: true });
    if (denial) return replyDenial(ctx, click, denial);
    const context = { channel: order.channel, change: { orderId: order.id, type: 'retried' } } as const;
    const [language, terms] = await Promise.all([languageOf(ctx, user), formTermsFor(ctx, order)]);
    const request = isErased ? { ...order.request, voucher: null } : order.request;
    const modal = requestModal({ context, filled: request, terms }, language);
    await openModal(ctx, click, modal);
  });
}
