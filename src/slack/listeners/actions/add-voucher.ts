import { Denial } from '../../../orders/denial.ts';
import { takesVoucher } from '../../../orders/project-voucher.ts';
import { voucherModal } from '../../views/voucher-modal.ts';
import { clickedOrder, onClick, openModal, replyUnknownOrder, respondWithDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';

/** `Add voucher`: asks the requester of a project that is ready for its code. */
export function addVoucher(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const order = clickedOrder(click);
    if (!order) return replyUnknownOrder(ctx, click);
    const isRequester = click.by === order.requester;
    if (!isRequester || !takesVoucher(order)) {
      const kind = isRequester ? 'invalid_state' : 'not_the_requester';
      return respondWithDenial(ctx, click, 'voucher_entered', new Denial({ kind }, order));
    }
    const { messages } = await languageOf(ctx, click.user);
    await openModal(ctx, click, voucherModal(order.id, order.request.projectName, messages));
  });
}
