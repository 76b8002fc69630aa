import { detached, withCorrelationId } from '../observability/log.ts';
import { type Order, PRE_CHECKOUT_STATES } from '../orders/order.ts';
import type { SubmissionOutcome } from '../orders/submission.ts';
import {
  type Claimed,
  claimDue,
  type Priority,
  pullInFarTimes,
  releaseLease,
  renewLeases,
} from '../store/leases.ts';
import { insertOrder, loadOrder } from '../store/orders.ts';
import type { StoredOrder } from '../store/rows.ts';
import { TamperedOrderError } from '../store/tampering.ts';
import type { WorkerContext } from './context.ts';
import type { WorkerOptions } from './options.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { reconcile } from './reconcile.ts';
import { type PendingSubmission, syncOrder } from './slack-sync/sync-order.ts';
import { holdTamperedOrder } from './tampered-orders.ts';

/** The worker: takes orders that are due and brings each, and its picture in Slack, to where it should be. */
export type Worker = {
  /** From now on it looks for due orders; before, it works only on those that it is given. */
  start: () => void;
  submit: (order: Order) => Promise<SubmissionOutcome>;
  nudge: () => void;
  /** Takes no new work, lets what runs finish for at most `graceMs`, and gives its orders back. */
  stop: (graceMs: number) => Promise<void>;
};

/**
 * Makes the worker of this process. `owner` names it among all that share the database; `onFatal` hears when that
 * database seems to be gone for good.
 */
export function createWorker(
  ctx: WorkerContext,
  owner: string,
  options: WorkerOptions,
  onFatal: (error: unknown) => void,
): Worker {
  const { db, log } = ctx;
  const inFlight = new Map<string, Promise<void>>();
  let pollTimer: NodeJS.Timeout | undefined;
  let stopping = false;
  const background = new Set<string>();
  const limiter = createRateLimiter(options.backgroundPerMinute, ctx.now);
  let currentPoll: Promise<void> | null = null;
  let pollAll = true;
  let pollAgain = false;
  let storeFailingSince: number | null = null;

  // At the first look it counts as set back: it may have been while the app was down.
  let lookedAt = Number.POSITIVE_INFINITY;

  const lease = { owner, forMs: options.leaseMs };

  async function processOrder(claimed: StoredOrder, pending?: PendingSubmission): Promise<void> {
    const { id } = claimed.order;
    // In a crowd a new order is shown, so that its requester sees it; then it waits for its turn like all others.
    const isCrowded = pending !== undefined && inFlight.size >= options.concurrency;
    try {
      let current: StoredOrder | null = claimed;
      while (current && !stopping) {
        const { runAt, syncAt, readAt } = current;
        const isDue = runAt !== null && runAt <= readAt && !isCrowded;
        const isOutOfSync = syncAt !== null && syncAt <= readAt;
        if (!isDue && !isOutOfSync) break;
        // Until it is placed, its next step goes beside showing it; what follows is looked at once people know.
        const isWaitedFor = PRE_CHECKOUT_STATES.includes(current.order.state);
        const stepRun = isDue && (isWaitedFor || !isOutOfSync) ? step(current) : undefined;
        const syncRun = isOutOfSync ? sync(current, pending) : undefined;
        const outcomes = await Promise.allSettled([stepRun, syncRun]);
        for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
        current = isCrowded ? null : await loadOrder(db, id, ctx.now());
      }
    } catch (error) {
      if (error instanceof TamperedOrderError) {
        await hold(id);
        return forget(id);
      }
      // Its lease is kept until it ends by itself: an error that stands must not turn into a loop.
      log.error({ err: error, order: id }, 'work on an order broke off; it goes on when its lease has ended');
      forget(id);
      return;
    }
    await releaseLease(db, id, owner).catch((error: unknown) => {
      log.error({ err: error, order: id }, 'an order could not be given back');
    });
    forget(id);
    // An event may have come in after the last look.
    nudge();
  }

  async function hold(id: string): Promise<void> {
    await holdTamperedOrder(id, owner, ctx).catch((error: unknown) => {
      log.error({ err: error, order: id }, 'an order that is on hold could not be put off');
    });
  }

  function forget(id: string): void {
    inFlight.delete(id);
    background.delete(id);
  }

  function sync(stored: StoredOrder, pending: PendingSubmission | undefined): Promise<void> {
    return withCorrelationId({ order: stored.order.id }, () => syncOrder(stored, ctx, pending));
  }

  function step(stored: StoredOrder): Promise<void> {
    return withCorrelationId({ order: stored.order.id }, () => reconcile(stored, ctx));
  }

  function startOrder(claimed: StoredOrder, pending?: PendingSubmission): void {
    const { id } = claimed.order;
    inFlight.set(
      id,
      withCorrelationId({ order: id }, () => processOrder(claimed, pending)),
    );
  }

  function recordClaim({ lateMs, previousOwner }: Claimed): void {
    const isTakeover = previousOwner !== null && previousOwner !== owner;
    ctx.onClaimed?.({ lateMs, isTakeover });
  }

  /** A clock that was set back, here or while the app was down, must not make an order stand still. */
  async function pullIn(): Promise<void> {
    const now = ctx.now();
    const isSetBack = now < lookedAt;
    lookedAt = now;
    if (isSetBack) await pullInFarTimes(db, now);
  }

  async function poll(): Promise<void> {
    try {
      do {
        pollAgain = false;
        const free = options.concurrency - inFlight.size;
        if (stopping || free <= 0) return;
        await claim('interactive', free);
        storeFailingSince = null;
      } while (pollAgain);
      if (!pollAll) return;
      pollAll = false;
      await pullIn();
      // Recent ones first, but never so many that the others would wait for ever.
      await claim('recent', Math.ceil(freeInBackground() / 2));
      await claim('background', freeInBackground());
    } catch (error) {
      log.error({ err: error }, 'the store did not say which orders are due');
      storeFailingSince ??= ctx.now();
      if (ctx.now() - storeFailingSince > options.storeFatalAfterMs) onFatal(error);
    }
  }

  async function claim(priority: Priority, limit: number): Promise<void> {
    if (stopping || limit <= 0) return;
    const tampered: string[] = [];
    const claimed = await claimDue(db, lease, ctx.now(), {
      priority,
      limit,
      inFlightIds: [...inFlight.keys()],
      onTampered: (id) => tampered.push(id),
    });
    for (const id of tampered)
      inFlight.set(
        id,
        hold(id).finally(() => forget(id)),
      );
    if (priority !== 'interactive') limiter.spend(claimed.length);
    for (const each of claimed) {
      if (priority !== 'interactive') background.add(each.order.id);
      recordClaim(each);
      startOrder(each);
    }
  }

  function freeInBackground(): number {
    const free = Math.min(
      options.concurrency - inFlight.size,
      options.backgroundConcurrency - background.size,
    );
    return Math.min(free, limiter.left());
  }

  function nudge(): void {
    pollAgain = true;
    if (!pollTimer || stopping || currentPoll) return;
    currentPoll = detached(poll).finally(() => {
      currentPoll = null;
      if (pollAgain) nudge();
    });
  }

  async function submit(order: Order): Promise<SubmissionOutcome> {
    const before = await insertOrder(db, order, lease);
    if (before && 'existing' in before) {
      nudge();
      return { outcome: 'submitted_before', existing: before.existing };
    }
    if (before) return { outcome: 'name_taken', other: before.taken };
    const { createdAt } = order;
    return new Promise((resolve) => {
      let isWaiting = true;
      const answer = (outcome: SubmissionOutcome) => {
        isWaiting = false;
        clearTimeout(timer);
        resolve(outcome);
      };
      const timer = setTimeout(() => answer({ outcome: 'posting' }), options.firstMessageMs);
      const claimed = {
        order,
        version: 1,
        attempts: 1,
        runAt: createdAt,
        syncAt: createdAt,
        readAt: createdAt,
      };
      startOrder(claimed, { isWaiting: () => isWaiting, answer });
    });
  }

  function start(): void {
    pollTimer = setInterval(() => {
      pollAll = true;
      nudge();
    }, options.pollMs);
    nudge();
  }

  const renewTimer = setInterval(() => {
    renewLeases(db, [...inFlight.keys()], lease, ctx.now()).catch((error: unknown) => {
      log.error({ err: error }, 'leases could not be renewed');
    });
  }, options.leaseMs / 3);

  return {
    start,
    submit,
    nudge,
    async stop(graceMs) {
      stopping = true;
      clearInterval(pollTimer);
      await currentPoll;
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.all(inFlight.values()), grace]);
      clearInterval(renewTimer);
      await Promise.all([...inFlight.keys()].map((id) => releaseLease(db, id, owner)));
    },
  };
}
