import { isUsageDue } from '../../orders/budget.ts';
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
    case 'ready':
      return isVoucherPending(stored.order) ? addVoucherStep(stored, ctx) : readyStep(stored, ctx);
    default:
      return cleanUpStep(stored, ctx);
  }
}

/** What is left to do for a project that is there: one must not hold up the other. */
async function readyStep(stored: StoredOrder, ctx: StepContext): Promise<void> {
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
