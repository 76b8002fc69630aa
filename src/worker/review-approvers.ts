import { Denial } from '../orders/denial.ts';
import type { Order } from '../orders/order.ts';
import { MINUTE_MS } from '../orders/time.ts';
import { changeOrder } from '../store/change-order.ts';
import { listWaiting } from '../store/order-queries.ts';
import { TamperedOrderError } from '../store/tampering.ts';
import type { WorkerContext } from './context.ts';

/** How often user groups are read: Slack does not report changes in them. */
const EVERY_MS = 5 * MINUTE_MS;
const PAGE_SIZE = 100;

type ReviewContext = Pick<WorkerContext, 'currentApprovers' | 'db' | 'log' | 'now' | 'reminderRecipients'>;

/** Who is to be asked to decide on an order; null if Slack does not say. */
export async function askedApprovers(
  order: Order,
  { log, reminderRecipients }: Pick<WorkerContext, 'log' | 'reminderRecipients'>,
): Promise<string[] | null> {
  return reminderRecipients({ ...order, approvals: [] }).catch((error: unknown) => {
    log.info({ err: error, order: order.id }, 'Slack did not return the approvers of an order');
    return null;
  });
}

/**
 * Updates pending orders to the settings and user groups: at once, every five minutes, and on each `review`. New approvers
 * are mentioned in the thread, and approvals of former approvers no longer count. `onChanged`
 * is called when an order has changed.
 */
export function startApproverReview(
  ctx: ReviewContext,
  onChanged: () => void,
): { review: () => Promise<void>; stop: () => Promise<void> } {
  const stopping = new AbortController();
  let reviewing = Promise.resolve();
  const review = () => {
    reviewing = reviewing
      .then(() => reviewAll(ctx, onChanged, stopping.signal))
      .catch((error: unknown) =>
        ctx.log.warn(
          { err: error },
          'failed to review approvers: pending orders may mention the previous ones',
        ),
      );
    return reviewing;
  };
  const timer = setInterval(review, EVERY_MS);
  review();
  return {
    review,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await reviewing;
    },
  };
}

async function reviewAll(ctx: ReviewContext, onChanged: () => void, signal: AbortSignal): Promise<void> {
  for (let from = 0; !signal.aborted; from += PAGE_SIZE) {
    const { orders, hasMore } = await listWaiting(ctx.db, { from, size: PAGE_SIZE });
    for (const order of orders) {
      if (signal.aborted) return;
      if (await reviewOne(order, ctx)) onChanged();
    }
    if (!hasMore) return;
  }
}

async function reviewOne(order: Order, ctx: ReviewContext): Promise<boolean> {
  const pending = await askedApprovers(order, ctx);
  if (!pending) return false;
  const approved = [...new Set(order.approvals.map(({ by }) => by))];
  const current = await ctx.currentApprovers(approved).catch((error: unknown) => {
    // They are checked again before the checkout, and there may be new ones to ask meanwhile.
    ctx.log.info({ err: error, order: order.id }, 'Slack did not say whether those who approved still may');
    return approved;
  });
  const lost = approved.filter((id) => !current.includes(id));
  try {
    const outcome = await changeOrder(ctx, order.id, { type: 'approvers_changed', pending, lost });
    return !(outcome instanceof Denial);
  } catch (error) {
    // Reported elsewhere; it must not hold up other orders.
    if (!(error instanceof TamperedOrderError)) throw error;
    return false;
  }
}
