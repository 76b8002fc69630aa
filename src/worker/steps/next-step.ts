import type { OrderState } from '../../orders/order.ts';
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

type Step = (stored: StoredOrder, ctx: StepContext) => Promise<void>;

const afterTheEnd: Step = (stored, ctx) =>
  isVoucherPending(stored.order) ? addVoucherStep(stored, ctx) : cleanUpStep(stored, ctx);

/** The step of each state: a new state is a type error until it has one. */
const STEPS: Record<OrderState, Step> = {
  requested: quoteStep,
  awaiting_approval: (stored, ctx) => remindOrExpireStep(stored.order, ctx),
  approved: checkoutStep,
  awaiting_payment: settleStep,
  delivering: trackStep,
  ready: afterTheEnd,
  payment_expired: cleanUpStep,
  rejected: cleanUpStep,
  cancelled: cleanUpStep,
  approval_expired: cleanUpStep,
  failed: cleanUpStep,
};

/** Does the one next thing that an order's state asks for. Safe to run again after a crash at any instruction. */
export function nextStep(stored: StoredOrder, ctx: StepContext): Promise<void> {
  return STEPS[stored.order.state](stored, ctx);
}
