import type { TestContext } from 'node:test';

/** A clock for app and OVHcloud alike that runs forty times as fast as real time, and can be moved (ms). */
export function fastClock(t: TestContext, start = Date.UTC(2026, 10, 2, 10)) {
  let time = start;
  let isHeld = false;
  let tickedAt = performance.now();
  const ticking = setInterval(() => {
    if (!isHeld) time += 2_000;
    tickedAt = performance.now();
  }, 50);
  // Between ticks it runs as fast as real time, so that what comes later has a later time.
  const sinceTick = () => (isHeld ? 0 : Math.min(1_000, Math.floor(performance.now() - tickedAt)));
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
