import { apart, correlated } from '../log.ts';
import { BEFORE_CHECKOUT, type Order } from '../orders/order.ts';
import type { TakenOn } from '../orders/taken-on.ts';
import {
  type Claimed,
  claimDue,
  type Lane,
  pullInFarTimes,
  releaseLease,
  renewLeases,
} from '../store/leases.ts';
import { insertOrder, loadOrder } from '../store/orders.ts';
import type { StoredOrder } from '../store/rows.ts';
import { createBudget } from './budget.ts';
import type { Pace } from './pace.ts';
import { showOrderOrSayWhyNot, type Waiting } from './showing.ts';
import { takeStep } from './stepping.ts';
import type { Tools } from './tools.ts';

/** The worker: takes orders that are due and brings each, and its picture in Slack, to where it should be. */
export type Worker = {
  /** From now on it looks for due orders; before, it works only on those that it is given. */
  start: () => void;
  takeOn: (order: Order) => Promise<TakenOn>;
  wake: () => void;
  /** Takes no new work, lets what runs finish for at most `graceMs`, and gives its orders back. */
  stop: (graceMs: number) => Promise<void>;
};

/**
 * Makes the worker of this process. `owner` names it among all that share the database; `onStoreGone` hears when that
 * database seems to be gone for good.
 */
export function createWorker(
  tools: Tools,
  owner: string,
  pace: Pace,
  onStoreGone: (error: unknown) => void,
): Worker {
  const { db, log } = tools;
  const working = new Map<string, Promise<void>>();
  let polling: NodeJS.Timeout | undefined;
  let stopping = false;
  const background = new Set<string>();
  const budget = createBudget(pace.backgroundPerMinute, tools.now);
  let looking: Promise<void> | null = null;
  let lookEverywhere = true;
  let lookAgain = false;
  let storeSilentSince: number | null = null;

  // At the first look it counts as set back: it may have been while the app was down.
  let lookedAt = Number.POSITIVE_INFINITY;

  const lease = { owner, forMs: pace.leaseMs };

  async function work(claimed: StoredOrder, waiting?: Waiting): Promise<void> {
    const { id } = claimed.order;
    // In a crowd a new order is shown, so that its requester sees it; then it waits for its turn like all others.
    const isCrowded = waiting !== undefined && working.size >= pace.atOnce;
    try {
      let current: StoredOrder | null = claimed;
      while (current && !stopping) {
        const { dueAt, showAt, readAt } = current;
        const isDue = dueAt !== null && dueAt <= readAt && !isCrowded;
        const isStale = showAt !== null && showAt <= readAt;
        if (!isDue && !isStale) break;
        // Until it is placed, its next step goes beside showing it; what follows is looked at once people know.
        const isWaitedFor = BEFORE_CHECKOUT.includes(current.order.state);
        const stepping = isDue && (isWaitedFor || !isStale) ? step(current) : undefined;
        const showing = isStale ? show(current, waiting) : undefined;
        const outcomes = await Promise.allSettled([stepping, showing]);
        for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
        current = isCrowded ? null : await loadOrder(db, id, tools.now());
      }
    } catch (error) {
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
    wake();
  }

  function forget(id: string): void {
    working.delete(id);
    background.delete(id);
  }

  function show(stored: StoredOrder, waiting: Waiting | undefined): Promise<void> {
    return correlated({ order: stored.order.id }, () => showOrderOrSayWhyNot(stored, tools, waiting));
  }

  function step(stored: StoredOrder): Promise<void> {
    return correlated({ order: stored.order.id }, () => takeStep(stored, tools));
  }

  function begin(claimed: StoredOrder, waiting?: Waiting): void {
    const { id } = claimed.order;
    working.set(
      id,
      correlated({ order: id }, () => work(claimed, waiting)),
    );
  }

  function noteClaim({ lateMs, heldBefore }: Claimed): void {
    const isTakeover = heldBefore !== null && heldBefore !== owner;
    tools.onClaimed?.({ lateMs, isTakeover });
  }

  /** A clock that was set back, here or while the app was down, must not make an order stand still. */
  async function pullIn(): Promise<void> {
    const now = tools.now();
    const isSetBack = now < lookedAt;
    lookedAt = now;
    if (isSetBack) await pullInFarTimes(db, now);
  }

  async function look(): Promise<void> {
    try {
      do {
        lookAgain = false;
        const free = pace.atOnce - working.size;
        if (stopping || free <= 0) return;
        await claim('people', free);
        storeSilentSince = null;
      } while (lookAgain);
      if (!lookEverywhere) return;
      lookEverywhere = false;
      await pullIn();
      // Recent ones first, but never so many that the others would wait for ever.
      await claim('recent', Math.ceil(freeInBackground() / 2));
      await claim('any', freeInBackground());
    } catch (error) {
      log.error({ err: error }, 'the store did not say which orders are due');
      storeSilentSince ??= tools.now();
      if (tools.now() - storeSilentSince > pace.storeGoneAfterMs) onStoreGone(error);
    }
  }

  async function claim(lane: Lane, limit: number): Promise<void> {
    if (stopping || limit <= 0) return;
    const claimed = await claimDue(db, lease, tools.now(), { lane, limit, inHand: [...working.keys()] });
    if (lane !== 'people') budget.spend(claimed.length);
    for (const each of claimed) {
      if (lane !== 'people') background.add(each.order.id);
      noteClaim(each);
      begin(each);
    }
  }

  function freeInBackground(): number {
    const free = Math.min(pace.atOnce - working.size, pace.backgroundAtOnce - background.size);
    return Math.min(free, budget.left());
  }

  function wake(): void {
    lookAgain = true;
    if (!polling || stopping || looking) return;
    looking = apart(look).finally(() => {
      looking = null;
      if (lookAgain) wake();
    });
  }

  async function takeOn(order: Order): Promise<TakenOn> {
    const before = await insertOrder(db, order, lease);
    if (before && 'existing' in before) {
      wake();
      return { outcome: 'submitted_before', existing: before.existing };
    }
    if (before) return { outcome: 'name_taken', other: before.taken };
    const { createdAt } = order;
    return new Promise((resolve) => {
      let isWaiting = true;
      const answer = (outcome: TakenOn) => {
        isWaiting = false;
        clearTimeout(timer);
        resolve(outcome);
      };
      const timer = setTimeout(() => answer({ outcome: 'posting' }), pace.firstMessageMs);
      const claimed = { order, version: 1, tries: 1, dueAt: createdAt, showAt: createdAt, readAt: createdAt };
      begin(claimed, { isWaiting: () => isWaiting, answer });
    });
  }

  function start(): void {
    polling = setInterval(() => {
      lookEverywhere = true;
      wake();
    }, pace.pollMs);
    wake();
  }

  const renewing = setInterval(() => {
    renewLeases(db, [...working.keys()], lease, tools.now()).catch((error: unknown) => {
      log.error({ err: error }, 'leases could not be renewed');
    });
  }, pace.leaseMs / 3);

  return {
    start,
    takeOn,
    wake,
    async stop(graceMs) {
      stopping = true;
      clearInterval(polling);
      await looking;
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.all(working.values()), grace]);
      clearInterval(renewing);
      await Promise.all([...working.keys()].map((id) => releaseLease(db, id, owner)));
    },
  };
}
