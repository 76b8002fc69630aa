import { detached, type Logger } from '../observability/log.ts';
import { MINUTE_MS } from '../orders/time.ts';
import { pullInFarTimes } from '../store/clock-set-back.ts';
import type { Database } from '../store/database.ts';
import { type Claimed, claimDue, type Priority } from '../store/leases.ts';
import type { Lease } from '../store/orders.ts';
import type { WorkerOptions } from './options.ts';
import type { Processor } from './processor.ts';
import { createRateLimiter } from './rate-limiter.ts';

/** Claims the orders that are due. */
export type ClaimLoop = {
  /** From now on it polls every `pollMs`, and whenever it is nudged. */
  start: () => void;
  nudge: () => void;
  /** Claims nothing more; resolves when it has stopped. */
  stop: () => Promise<void>;
};

type ClaimLoopDeps = {
  db: Database;
  log: Logger;
  /** ms since 1970. */
  now: () => number;
  lease: Lease;
  processor: Pick<Processor, 'process' | 'hold' | 'inFlightIds' | 'free' | 'freeInBackground'>;
  options: WorkerOptions;
  onClaimed: (claimed: Claimed) => void;
  /** Called when the database is considered lost. */
  onFatal: (error: unknown) => void;
};

const PULL_IN_EVERY_MS = MINUTE_MS;

/** Claims due orders and hands them to the processor, as many as it has room for. */
export function createClaimLoop({
  db,
  log,
  now,
  lease,
  processor,
  options,
  onClaimed,
  onFatal,
}: ClaimLoopDeps): ClaimLoop {
  const limiter = createRateLimiter(options.backgroundPerMinute, now);
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let currentPoll: Promise<void> | null = null;
  let pollAgain = false;
  /** Whether this poll includes background work. */
  let pollAll = true;
  let storeFailingSince: number | null = null;
  // The first poll pulls in: the clock may have been set back while the app was down.
  let pulledInAt = Number.NEGATIVE_INFINITY;

  async function poll(): Promise<void> {
    try {
      do {
        pollAgain = false;
        if (stopping || processor.free() <= 0) return;
        await claim('interactive', processor.free());
        storeFailingSince = null;
      } while (pollAgain);
      if (!pollAll) return;
      pollAll = false;
      await pullIn();
      // Recent ones first, but never all slots, or the others would wait forever.
      await claim('recent', Math.ceil(freeInBackground() / 2));
      await claim('background', freeInBackground());
    } catch (error) {
      log.error({ err: error }, 'failed to claim due orders');
      storeFailingSince ??= now();
      if (now() - storeFailingSince > options.storeFatalAfterMs) onFatal(error);
    }
  }

  /** A clock that was set back, here or while the app was down, must not make an order wait. */
  async function pullIn(): Promise<void> {
    const time = now();
    // Negative: it was set back. Each minute anyway: a clock that was ahead only between two polls is not noticed.
    const sinceMs = time - pulledInAt;
    if (sinceMs >= 0 && sinceMs < PULL_IN_EVERY_MS) return;
    await pullInFarTimes(db, time);
    pulledInAt = time;
  }

  async function claim(priority: Priority, limit: number): Promise<void> {
    if (stopping || limit <= 0) return;
    const isBackground = priority !== 'interactive';
    const inFlightIds = processor.inFlightIds();
    const onTampered = processor.hold;
    const claimed = await claimDue(db, lease, { now: now(), priority, limit, inFlightIds, onTampered });
    if (isBackground) limiter.spend(claimed.length);
    for (const each of claimed) {
      onClaimed(each);
      processor.process(each, { isBackground });
    }
  }

  function freeInBackground(): number {
    return Math.min(processor.freeInBackground(), limiter.left());
  }

  function nudge(): void {
    pollAgain = true;
    if (!timer || stopping || currentPoll) return;
    currentPoll = detached(poll).finally(() => {
      currentPoll = null;
      if (pollAgain) nudge();
    });
  }

  return {
    start() {
      timer = setInterval(() => {
        pollAll = true;
        nudge();
      }, options.pollMs);
      nudge();
    },
    nudge,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await currentPoll;
    },
  };
}
