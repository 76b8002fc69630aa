import { requesterFormDenial } from '../../../application/permissions.ts';
import { takesVoucher } from '../../../orders/project-voucher.ts';
import { voucherModal } from '../../views/voucher-modal.ts';
import { onClick, openModal, replyDenial } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';

/** `Add voucher`: asks the requester of a project that is ready for its code. */
export function addVoucher(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { order, by } = click;
    const isPossible = takesVoucher(order);
    const denial = requesterFormDenial(ctx, order, { type: 'voucher_entered', by, isPossible });
    if (denial) return replyDenial(ctx, click, denial);
    const { messages } = await languageOf(ctx, click.user);
    await openModal(ctx, click, voucherModal(order, messages));
  });
}
