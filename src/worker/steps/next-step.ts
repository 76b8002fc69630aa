import type { StoredOrder } from '../../store/rows.ts';
import type { Tools } from '../tools.ts';
import { checkoutStep } from './checkout.ts';
import { followStep } from './follow.ts';
import { quoteStep } from './quote.ts';
import { tidyUpStep } from './tidy-up.ts';
import { waitingStep } from './wait-for-approval.ts';

/** Does the one next thing that an order's state asks for. Safe to run again after a crash at any instruction. */
export async function nextStep(stored: StoredOrder, tools: Tools): Promise<void> {
  switch (stored.order.state) {
    case 'requested':
      return quoteStep(stored, tools);
    case 'awaiting_approval':
      return waitingStep(stored.order, tools);
    case 'approved':
      return checkoutStep(stored, tools);
    case 'unpaid':
    case 'delivering':
      return followStep(stored, tools);
    default:
      return tidyUpStep(stored, tools);
  }
}
