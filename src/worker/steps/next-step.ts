import { isUsageDue } from '../../orders/budget.ts';
import type { OrderState } from '../../orders/order.ts';
import { isVoucherPending } from '../../orders/project-voucher.ts';
import { nextRunAt } from '../../orders/schedule.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext } from '../context.ts';
import { addVoucherStep } from './add-voucher.ts';
import { checkoutStep } from './checkout.ts';
import { cleanUpStep } from './clean-up-carts.ts';
import { quoteStep } from './quote.ts';
import { readUsageStep } from './read-usage.ts';
import { remindOrExpireStep } from './remind-or-expire.ts';
import { settleStep } from './settle-free-order.ts';
import { trackStep } from './track.ts';

type Step = (stored: StoredOrder, ctx: StepContext) => Promise<void>;

const readyStep: Step = (stored, ctx) =>
  isVoucherPending(stored.order) ? addVoucherStep(stored, ctx) : finishReadyOrder(stored, ctx);

/** The step of each state: a new state is a type error until it has one. */
const STEPS: Record<OrderState, Step> = {
  requested: quoteStep,
  awaiting_approval: (stored, ctx) => remindOrExpireStep(stored.order, ctx),
  approved: checkoutStep,
  awaiting_payment: settleStep,
  delivering: trackStep,
  ready: readyStep,
  payment_expired: cleanUpStep,
  rejected: cleanUpStep,
  cancelled: cleanUpStep,
  approval_expired: cleanUpStep,
  failed: cleanUpStep,
};

/** Does the one next thing that an order's state requires. Safe to run again after a crash at any instruction. */
export function nextStep(stored: StoredOrder, ctx: StepContext): Promise<void> {
  return STEPS[stored.order.state](stored, ctx);
}

/** What is left to do once the project is ready. A failure of one step must not block the other. */
async function finishReadyOrder(stored: StoredOrder, ctx: StepContext): Promise<void> {
  const { order } = stored;
  const now = ctx.now();
  const isUsageNext = ctx.config.readsUsage && isUsageDue(order, now);
  const cleanUpAt = nextRunAt(order, now, { readsUsage: false });
  const isCleanUpDue = cleanUpAt !== null && cleanUpAt <= now;
  const steps = [...(isCleanUpDue ? [cleanUpStep] : []), ...(isUsageNext ? [readUsageStep] : [])];
  const errors: unknown[] = [];
  for (const step of steps) await step(stored, ctx).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}
