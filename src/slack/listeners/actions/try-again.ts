import { remedyFor } from '../../../orders/failure.ts';
import { isOpen, lastInStory } from '../../../orders/order.ts';
import { Refusal } from '../../../orders/refusal.ts';
import { requestModal } from '../../surfaces/request-modal.ts';
import { clickedOrder, decide, onClick, refuse, tellClicker, unknownOrder } from '../clicks.ts';
import type { Desk } from '../desk.ts';
import { whyNotOrder } from '../may-order.ts';
import { readerOf } from '../reader.ts';

/** `Try again`: a new quote; where the same request would fail again, the modal is opened to change it first. */
export function tryAgain(desk: Desk) {
  return onClick(desk, async (click) => {
    const order = await clickedOrder(desk, click);
    if (!order) return unknownOrder(desk, click);
    const whyNot = await whyNotOrder(desk, click.user, order.channel);
    if (whyNot) return tellClicker(desk, click, whyNot);
    const last = lastInStory(order);
    const isRefused = last?.kind === 'failed' && remedyFor(last.failure) === 'change_request';
    const isErased = order.secretsErasedAt !== null && order.request.voucher !== null;
    if (!(isRefused || isErased) || isOpen(order)) {
      return decide(desk, click, { type: 'try_again', by: click.user, request: order.request });
    }
    if (click.user !== order.requester) {
      return refuse(desk, click, 'try_again', new Refusal({ kind: 'not_the_requester' }, order));
    }
    const context = { channel: order.channel, change: { orderId: order.id, type: 'try_again' } } as const;
    const { words } = await readerOf(desk, click.user);
    const request = isErased ? { ...order.request, voucher: null } : order.request;
    const modal = requestModal(context, request, desk.settings, words);
    await desk.outbound.openModal(click.triggerId, modal);
  });
}
