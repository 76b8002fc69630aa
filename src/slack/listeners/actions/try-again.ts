import { Denial } from '../../../orders/denial.ts';
import { retryOption } from '../../../orders/failure.ts';
import { isOpen } from '../../../orders/order.ts';
import { requestModal } from '../../views/request-modal.ts';
import {
  clickedOrder,
  decide,
  onClick,
  openModal,
  replyEphemerally,
  replyUnknownOrder,
  respondWithDenial,
} from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';
import { requestDenialReason } from '../request-policy.ts';

/** `Try again`: a new quote; where the same request would fail again, the modal is opened to change it first. */
export function tryAgain(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const order = clickedOrder(click);
    if (!order) return replyUnknownOrder(ctx, click);
    const whyNot = await requestDenialReason(ctx, click.user, order.channel);
    if (whyNot) return replyEphemerally(ctx, click, whyNot.say);
    const failure = order.state === 'failed' ? order.closure?.failure : null;
    const isRefused = failure && retryOption(failure) === 'change_request';
    const isErased = order.redactedAt !== null && order.request.voucher !== null;
    if (!(isRefused || isErased) || isOpen(order)) {
      await decide(ctx, click, { type: 'retried', by: click.by, request: order.request });
      return;
    }
    if (click.by !== order.requester) {
      return respondWithDenial(ctx, click, 'retried', new Denial({ kind: 'not_the_requester' }, order));
    }
    const context = { channel: order.channel, change: { orderId: order.id, type: 'retried' } } as const;
    const language = await languageOf(ctx, click.user);
    const request = isErased ? { ...order.request, voucher: null } : order.request;
    const modal = requestModal(context, request, ctx.config, language);
    await openModal(ctx, click, modal);
  });
}
