import { whyNotReject } from '../../../orders/policy.ts';
import { Refusal } from '../../../orders/refusal.ts';
import { refusalWords } from '../../surfaces/refusal-words.ts';
import { rejectionModal } from '../../surfaces/rejection-modal.ts';
import { clickedOrder, deciderOf, onClick, tellClicker } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `Reject`: asks an approver for the reason; the rejection happens when that modal is submitted. */
export function reject(desk: Desk) {
  return onClick(desk, async (click) => {
    const order = await clickedOrder(desk, click);
    if (!order) return tellClicker(desk, click, 'This order is not known here (any more).');
    const decider = await deciderOf(desk, click);
    const reason =
      order.state === 'awaiting_approval' ? whyNotReject(decider) : ({ kind: 'not_now' } as const);
    if (reason) return tellClicker(desk, click, refusalWords(new Refusal(reason, order)));
    await desk.outbound.openModal(click.triggerId, rejectionModal(order.id, order.request.projectName));
  });
}
