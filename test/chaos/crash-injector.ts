import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { ProcessRecord, Replica } from './replica.ts';

/** The longest that a process lives, from the moment it is ready. */
const LIFE_MS = 1_500;
const FAULT_EVERY_MS = 250;
/** Faults that no call has run into yet: more of them would only wait. */
const FAULTS_WAITING = 4;

const HOUR_MS = 3_600_000;
/** How wrong the clock of a process is. Only the hour that it may be ahead is enough to hold something up. */
const CLOCKS_AHEAD_MS = [0, 0, 0, HOUR_MS, -HOUR_MS] as const;

/**
 * Kills the replicas, one at a time and now and then all, until they were killed `kills` times together. Now and then, while
 * none runs, `maintain` is called.
 */
export async function killAll(
  replicas: Replica[],
  record: ProcessRecord,
  haunting: { kills: number; random: Random; faults: Faults; maintain: () => Promise<void> },
): Promise<void> {
  const { kills, random, faults } = haunting;
  const isDone = () => record.kills.length >= kills;
  let maintenance: Promise<void> | null = null;

  /** Kills all of them, and lets none start again before it is over. */
  async function maintain(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    maintenance = promise;
    try {
      await Promise.all(replicas.map((each) => each.started()));
      await Promise.all(replicas.map((each) => each.kill()));
      await haunting.maintain();
    } finally {
      maintenance = null;
      resolve();
    }
  }

  async function run(replica: Replica): Promise<void> {
    while (!isDone()) {
      while (maintenance) await maintenance;
      await replica.start(random.pick(CLOCKS_AHEAD_MS));
      const isAimed = random.chance(0.5);
      await (isAimed ? aim() : Promise.race([pause(random.between(0, LIFE_MS)), replica.ended()]));
      if (isDone()) return;
      if (!maintenance && random.chance(0.2)) {
        await maintain();
        continue;
      }
      // No one knows which of them has made the call that was aimed at.
      const everyone = random.chance(isAimed ? 0.4 : 0.1);
      await Promise.all((everyone ? replicas : [replica]).map((each) => each.kill()));
    }
  }

  /** Waits until a call runs into trouble, and sometimes a little longer. */
  async function aim(): Promise<void> {
    await Promise.race([faults.lay().triggered, pause(LIFE_MS)]);
    if (random.chance(0.5)) await pause(random.between(0, 60));
  }

  const trouble = makeTrouble(isDone, random, faults);
  await Promise.all(replicas.map(run));
  await trouble;
}

async function makeTrouble(isDone: () => boolean, random: Random, faults: Faults): Promise<void> {
  while (!isDone()) {
    await pause(FAULT_EVERY_MS);
    if (faults.waiting() < FAULTS_WAITING) faults.lay();
    if (random.chance(0.1)) faults.releaseSome();
    if (random.chance(0.03)) faults.disconnect();
    if (random.chance(0.1)) faults.changeQuirks();
    if (random.chance(0.1)) await faults.updateCart();
  }
}
