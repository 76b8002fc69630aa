import type { TestContext } from 'node:test';

const TICK_MS = 50;

/** `start`: ms since 1970. `speed`: how many times as fast as real time it runs; slower ones suit tests that jump much. */
export type FastClockOptions = { start?: number; speed?: number };

/** A clock for app and OVHcloud alike that runs faster than real time, and can be moved (ms). */
export function fastClock(
  t: TestContext,
  { start = Date.UTC(2026, 10, 2, 10), speed = 40 }: FastClockOptions = {},
) {
  let time = start;
  let isHeld = false;
  let tickedAt = performance.now();
  const ticking = setInterval(() => {
    if (!isHeld) time += speed * TICK_MS;
    tickedAt = performance.now();
  }, TICK_MS);
  // Between ticks it runs as fast as real time, so that what comes later has a later time.
  const sinceTick = () =>
    isHeld ? 0 : Math.min((speed * TICK_MS) / 2, Math.floor(performance.now() - tickedAt));
  t.after(() => clearInterval(ticking));
  return {
    now: () => time + sinceTick(),
    /** Stops the clock, until the function that it returns is called. */
    hold: () => {
      isHeld = true;
      return () => {
        isHeld = false;
      };
    },
    jump: (ms: number) => {
      time += ms;
    },
  };
}
