import { whyNotReject } from '../../../orders/policy.ts';
import { Refusal } from '../../../orders/refusal.ts';
import { rejectionModal } from '../../surfaces/rejection-modal.ts';
import { clickedOrder, deciderOf, onClick, refuse, unknownOrder } from '../clicks.ts';
import type { Desk } from '../desk.ts';
import { readerOf } from '../reader.ts';

/** `Reject`: asks an approver for the reason; the rejection happens when that modal is submitted. */
export function reject(desk: Desk) {
  return onClick(desk, async (click) => {
    const order = await clickedOrder(desk, click);
    if (!order) return unknownOrder(desk, click);
    const decider = await deciderOf(desk, click);
    const reason =
      order.state === 'awaiting_approval' ? whyNotReject(decider) : ({ kind: 'not_now' } as const);
    if (reason) return refuse(desk, click, 'reject', new Refusal(reason, order));
    const { words } = await readerOf(desk, click.user);
    const modal = rejectionModal(order.id, order.request.projectName, words);
    await desk.outbound.openModal(click.triggerId, modal);
  });
}
