import { withCorrelationId } from '../observability/log.ts';
import { PRE_CHECKOUT_STATES } from '../orders/order.ts';
import { onClock, type StoredOrder } from '../store/rows.ts';
import { TamperedOrderError } from '../store/tampering.ts';
import type { WorkerContext } from './context.ts';
import { reconcile } from './reconcile.ts';
import { type PendingSubmission, syncOrder } from './slack-sync/sync-order.ts';
import { holdTamperedOrder } from './tampered-orders.ts';

/** The orders that this process works on at this moment. */
export type Processor = {
  /** Processes a claimed order until nothing is due any more, and then releases it. */
  process: (claimed: StoredOrder, options?: ProcessOptions) => void;
  /** Puts a claimed order on hold, because its row was changed outside the app. */
  hold: (id: string) => void;
  inFlightIds: () => string[];
  /** How many more orders may be processed at the same time, and how many of these in the background. */
  free: () => number;
  freeInBackground: () => number;
  /** From now on no further step is taken. */
  stop: () => void;
  /** Resolves when all work in flight has ended. */
  idle: () => Promise<void>;
};

type ProcessOptions = { pending?: PendingSubmission; isBackground?: boolean };

/** `owner` is the process in its leases; `release` releases an order; `onReleased` is called afterwards. */
export function createProcessor(
  ctx: WorkerContext,
  options: {
    owner: string;
    concurrency: number;
    backgroundConcurrency: number;
    release: (id: string) => Promise<void>;
    onReleased: () => void;
  },
): Processor {
  const { log, now } = ctx;
  const inFlight = new Map<string, Promise<void>>();
  const background = new Set<string>();
  let stopping = false;

  async function processOrder(claimed: StoredOrder, pending?: PendingSubmission): Promise<void> {
    const { id } = claimed.order;
    // Under load, post the first message of a new order, then queue.
    const isCrowded = pending !== undefined && inFlight.size >= options.concurrency;
    try {
      let row = onClock(claimed, now());
      while (!stopping) {
        const isDue = !isCrowded && isPast(row.runAt, now());
        const isOutOfSync = isPast(row.syncAt, now());
        if (!isDue && !isOutOfSync) break;
        row = await workOn(row, { isDue, isOutOfSync, pending });
        if (isCrowded) break;
      }
    } catch (error) {
      if (error instanceof TamperedOrderError) return hold(id);
      // The lease is kept until it expires: a persistent error must not turn into a loop.
      log.error({ err: error, order: id }, 'order processing failed; will resume after lease expiry');
      forget(id);
      return;
    }
    await options.release(id).catch((error: unknown) => {
      log.error({ err: error, order: id }, 'failed to release order lease');
    });
    forget(id);
    // Someone may have changed it meanwhile.
    options.onReleased();
  }

  /** Takes the order's next step and syncs its messages, whichever is due. Returns the row as it was saved last. */
  async function workOn(
    row: StoredOrder,
    due: { isDue: boolean; isOutOfSync: boolean; pending: PendingSubmission | undefined },
  ): Promise<StoredOrder> {
    const { isDue, isOutOfSync, pending } = due;
    const inContext = <T>(work: () => Promise<T>) => withCorrelationId({ order: row.order.id }, work);
    // Until it is placed, its next step runs beside the sync; after that, people are shown its status first.
    const isWaitedFor = PRE_CHECKOUT_STATES.includes(row.order.state);
    const hasStep = isDue && (isWaitedFor || !isOutOfSync);
    const [stepped, synced] = await Promise.allSettled([
      hasStep ? inContext(() => reconcile(row, ctx)) : row,
      isOutOfSync ? inContext(() => syncOrder(row, ctx, pending)) : row,
    ]);
    if (stepped.status === 'rejected') throw stepped.reason;
    if (synced.status === 'rejected') throw synced.reason;
    return newestOf(stepped.value, synced.value);
  }

  /** An order whose row is not trusted is left alone. */
  async function hold(id: string): Promise<void> {
    await holdTamperedOrder(id, options.owner, ctx).catch((error: unknown) => {
      log.error({ err: error, order: id }, 'failed to postpone an order that is on hold');
    });
    forget(id);
  }

  function forget(id: string): void {
    inFlight.delete(id);
    background.delete(id);
  }

  const free = () => options.concurrency - inFlight.size;

  return {
    process(claimed, { pending, isBackground = false } = {}) {
      const { id } = claimed.order;
      if (isBackground) background.add(id);
      inFlight.set(
        id,
        withCorrelationId({ order: id }, async () => {
          await processOrder(claimed, pending);
          // What happens to it from now on is told in the channel.
          pending?.answer({ outcome: 'posting' });
        }),
      );
    },
    hold: (id) => {
      inFlight.set(id, hold(id));
    },
    inFlightIds: () => [...inFlight.keys()],
    free,
    freeInBackground: () => Math.min(free(), options.backgroundConcurrency - background.size),
    stop() {
      stopping = true;
    },
    async idle() {
      await Promise.all(inFlight.values());
    },
  };
}

function isPast(time: number | null, now: number): boolean {
  return time !== null && time <= now;
}

/** A step changes `runAt`, a sync `syncAt`, and an event of either changes both. */
function newestOf(stepped: StoredOrder, synced: StoredOrder): StoredOrder {
  if (stepped.version === synced.version) return { ...stepped, syncAt: synced.syncAt };
  return stepped.version > synced.version ? stepped : synced;
}
