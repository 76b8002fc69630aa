import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { DEFAULT_TIMING } from '../../src/worker/options.ts';
import { HOUR } from '../orders/samples.ts';
import { type Figure, median } from './figure.ts';
import { orderOnce } from './one-order.ts';
import { type Rig, setRig } from './rig.ts';
import { fillStore } from './store-filling.ts';

const FOLLOWED = 10_000;
/** How often an order is claimed to be looked after, in a minute: the default of OVH_FOLLOW_PER_MINUTE. */
const LOOKS_PER_MINUTE = DEFAULT_TIMING.backgroundPerMinute;
/** A look at an order that was placed is one call, and a second one where the first brought news. */
const CALLS_PER_LOOK = 2;
/** The app may make up for a minute without looks when it starts. */
const FIRST_LOOKS_MS = 30_000;
const WINDOW_MS = 20_000;
const DAY_MS = 24 * HOUR;

/**
 * Ten thousand placed orders are due to be looked at: how many calls OVHcloud gets for them in an hour, and whether
 * someone whose order was just approved waits longer for the checkout URL than where nothing else is open.
 */
export async function benchFollowing(runs: number, say: (line: string) => void): Promise<Figure[]> {
  const people = runs + 1;
  const quiet = await setRig({ people });
  const busy = await setRig({ people, prepare: putFollowed });
  try {
    say(`${FOLLOWED} orders are followed; what the app makes up for at its start is waited for`);
    await pause(FIRST_LOOKS_MS);
    const [withThem, without]: [number[], number[]] = [[], []];
    const callsPerHour: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const before = busy.ovh.calls.length;
      await pause(WINDOW_MS);
      const calls = busy.ovh.calls.length - before;
      const [ours, theirs] = [await orderOnce(busy, run + 1), await orderOnce(quiet, run + 1)];
      if (run === 0) continue;
      callsPerHour.push(calls * (HOUR / WINDOW_MS));
      withThem.push(ours.checkout.ms);
      without.push(theirs.checkout.ms);
    }
    say(`approve → URL beside them: ${Math.round(median(withThem))} ms`);
    return [
      {
        ...{ name: `${FOLLOWED} orders followed: calls to OVHcloud while idle`, unit: 'calls/h' },
        ...{ ours: callsPerHour, against: [LOOKS_PER_MINUTE * CALLS_PER_LOOK * 60], mark: 1 },
        againstWhat: `OVH_FOLLOW_PER_MINUTE × ${CALLS_PER_LOOK} × 60`,
      },
      {
        ...{ name: '… approve → payment link visible beside them', unit: 'ms' },
        ...{ ours: withThem, against: without, againstWhat: 'the same with nothing else open', mark: 1.1 },
      },
    ];
  } finally {
    await Promise.all([quiet.close(), busy.close()]);
  }
}

/** Orders that were placed hours ago, all of them due to be looked at, and known to OVHcloud as to be paid. */
async function putFollowed({ ovh, databaseUrl }: Pick<Rig, 'ovh'> & { databaseUrl: string }): Promise<void> {
  const db = await openDatabase(databaseUrl);
  const now = Date.now();
  await fillStore(db, { ended: 0, open: FOLLOWED, openLives: [['awaiting_payment', 100]] }, now);
  await db.updateTable('orders').set({ run_at: now }).execute();
  const placed = await db.selectFrom('orders').select('ovh_order_id').execute();
  await db.destroy();
  const sample = ovh.placeExternalOrder({ description: 'followed' });
  const date = new Date(now - DAY_MS);
  const known = ovh.orders as Map<number, typeof sample>;
  for (const { ovh_order_id: orderId } of placed) {
    if (orderId !== null) known.set(orderId, { ...sample, orderId, date });
  }
}
