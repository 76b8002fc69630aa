import { Refusal } from '../../../orders/refusal.ts';
import { requestModal } from '../../surfaces/request-modal.ts';
import { clickedOrder, onClick, refuse, unknownOrder } from '../clicks.ts';
import type { Desk } from '../desk.ts';
import { readerOf } from '../reader.ts';

/** `Edit`: opens the form with everything filled in, for the requester alone, until the order is approved. */
export function edit(desk: Desk) {
  return onClick(desk, async (click) => {
    const order = await clickedOrder(desk, click);
    if (!order) return unknownOrder(desk, click);
    const isOpen = order.state === 'requested' || order.state === 'awaiting_approval';
    const reason = click.user === order.requester ? 'not_now' : 'not_the_requester';
    if (!isOpen || reason === 'not_the_requester') {
      return refuse(desk, click, 'edit', new Refusal({ kind: reason }, order));
    }
    const context = { channel: order.channel, change: { orderId: order.id, type: 'edit' } } as const;
    const { words } = await readerOf(desk, click.user);
    const modal = requestModal(context, order.request, desk.settings, words);
    await desk.outbound.openModal(click.triggerId, modal);
  });
}
