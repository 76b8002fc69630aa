import type { Order } from '../orders/order.ts';
import type { SubmissionOutcome } from '../orders/submission.ts';
import { insertOrder } from '../store/orders.ts';
import { createClaimLoop } from './claim-loop.ts';
import type { WorkerContext } from './context.ts';
import { startLeaseKeeper } from './lease-keeper.ts';
import type { WorkerOptions } from './options.ts';
import { createProcessor } from './processor.ts';

/** The worker: claims orders that are due, and reconciles each and its messages in Slack. */
export type Worker = {
  /** From now on it claims due orders; before that, it processes only submitted ones. */
  start: () => void;
  submit: (order: Order) => Promise<SubmissionOutcome>;
  nudge: () => void;
  /** Accepts no new work, lets work in flight finish for at most `graceMs`, and releases its orders. */
  stop: (graceMs: number) => Promise<void>;
};

/**
 * Creates the worker of this process. `owner` names it among all that share the database; `onFatal` is called when the
 * database is considered lost.
 */
export function createWorker(
  ctx: WorkerContext,
  { owner, options, onFatal }: { owner: string; options: WorkerOptions; onFatal: (error: unknown) => void },
): Worker {
  const { db, log, now } = ctx;
  const lease = { owner, forMs: options.leaseMs };
  const processor = createProcessor(ctx, {
    owner,
    concurrency: options.concurrency,
    backgroundConcurrency: options.backgroundConcurrency,
    release: (id) => leases.release(id),
    onReleased: () => loop.nudge(),
  });
  const leases = startLeaseKeeper({ db, log, now, lease, inFlightIds: processor.inFlightIds });
  const loop = createClaimLoop({
    ...{ db, log, now, lease, processor, options, onFatal },
    onClaimed({ lateMs, previousOwner }) {
      ctx.onClaimed?.({ lateMs, isTakeover: previousOwner !== null && previousOwner !== owner });
    },
  });

  async function submit(order: Order): Promise<SubmissionOutcome> {
    const { openOrdersPerPerson: maxOpenOrders } = ctx.config;
    const before = await insertOrder(db, order, { ...lease, maxOpenOrders });
    if (before && 'existing' in before) {
      loop.nudge();
      return { outcome: 'submitted_before', existing: before.existing };
    }
    if (before && 'openOrders' in before) return { outcome: 'too_many_open', limit: before.openOrders };
    if (before) return { outcome: 'name_taken', other: before.taken };
    return new Promise((resolve) => {
      let isWaiting = true;
      const answer = (outcome: SubmissionOutcome) => {
        isWaiting = false;
        clearTimeout(timer);
        resolve(outcome);
      };
      const timer = setTimeout(() => answer({ outcome: 'posting' }), options.firstMessageMs);
      const { createdAt } = order;
      const times = { runAt: createdAt, syncAt: createdAt, readAt: createdAt };
      const pending = { isWaiting: () => isWaiting, answer };
      processor.process({ order, version: 1, attempts: 1, ...times }, { pending });
    });
  }

  return {
    start: loop.start,
    submit,
    nudge: loop.nudge,
    async stop(graceMs) {
      processor.stop();
      await loop.stop();
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([processor.idle(), grace]);
      leases.stop();
      await Promise.all(processor.inFlightIds().map(leases.release));
    },
  };
}
