import { showWaitingAgain } from '../store/sync.ts';
import type { WorkerContext } from '../worker/context.ts';
import { startRetention } from '../worker/retention.ts';
import { startApproverReview } from '../worker/review-approvers.ts';
import type { Access } from './access.ts';

/** What runs beside the worker: redaction, and the review of who may approve. */
export type BackgroundJobs = {
  /** From now on these people may approve and order: updates pending orders and their messages. */
  setAccess: (access: Access) => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts the background jobs. `onChanged` is called when an order has changed. */
export function startBackgroundJobs(
  ctx: WorkerContext,
  {
    access,
    retainSecretsDays,
    onChanged,
  }: { access: Access; retainSecretsDays: number; onChanged: () => void },
): BackgroundJobs {
  const { db, log, now } = ctx;
  const retention = startRetention(ctx, retainSecretsDays);
  const approverReview = startApproverReview(ctx, onChanged);
  return {
    async setAccess(next) {
      Object.assign(access, next);
      await showWaitingAgain(db, now()).catch((error: unknown) => {
        log.warn(
          { err: error },
          'failed to update pending orders: they still mention the previous approvers',
        );
      });
      onChanged();
      await approverReview.review();
    },
    async stop() {
      await Promise.all([retention.stop(), approverReview.stop()]);
    },
  };
}
