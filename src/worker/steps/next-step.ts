import { isVoucherPending } from '../../orders/project-voucher.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext } from '../context.ts';
import { addVoucherStep } from './add-voucher.ts';
import { checkoutStep } from './checkout.ts';
import { cleanUpStep } from './clean-up-carts.ts';
import { quoteStep } from './quote.ts';
import { remindOrExpireStep } from './remind-or-expire.ts';
import { settleStep } from './settle-free-order.ts';
import { trackStep } from './track.ts';

/** Does the one next thing that an order's state asks for. Safe to run again after a crash at any instruction. */
export async function nextStep(stored: StoredOrder, ctx: StepContext): Promise<void> {
  switch (stored.order.state) {
    case 'requested':
      return quoteStep(stored, ctx);
    case 'awaiting_approval':
      return remindOrExpireStep(stored.order, ctx);
    case 'approved':
      return checkoutStep(stored, ctx);
    case 'awaiting_payment':
      return settleStep(stored, ctx);
    case 'delivering':
      return trackStep(stored, ctx);
    default:
      return isVoucherPending(stored.order) ? addVoucherStep(stored, ctx) : cleanUpStep(stored, ctx);
  }
}
