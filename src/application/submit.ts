import { createHash } from 'node:crypto';
import { withOrderId } from '../observability/log.ts';
import { newOrder, type Order } from '../orders/order.ts';
import type { OrderRequest } from '../orders/request.ts';
import type { SubmissionOutcome } from '../orders/submission.ts';
import type { ApplicationContext } from './context.ts';

/** A request for a new order. `key` is the same however often one submission is delivered. */
export type Submission = { key: string; requester: string; channel: string; request: OrderRequest };

/**
 * Submits a new order, once per key. If the channel of an earlier submission accepted no messages, the same key creates
 * another order: the form stayed open, and this is another try.
 */
export async function submitOrder(
  ctx: Pick<ApplicationContext, 'now' | 'submit'>,
  submission: Submission,
): Promise<SubmissionOutcome> {
  const { key, ...asked } = submission;
  for (let attempt = 1; ; attempt += 1) {
    const id = orderIdOf(key, attempt);
    const now = ctx.now();
    const outcome = await withOrderId(id, () => ctx.submit(newOrder({ id, ...asked, now })));
    const isAnotherTry = outcome.outcome === 'submitted_before' && wasRefusedByChannel(outcome.existing);
    if (!isAnotherTry) return outcome;
  }
}

function orderIdOf(key: string, attempt: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([key, attempt]))
    .digest('hex');
  return `oc-${digest.slice(0, 16)}`;
}

function wasRefusedByChannel(order: Order): boolean {
  return order.closure?.failure?.kind === 'channel_unavailable';
}
