import type { TestContext } from 'node:test';

/** A clock for app and OVHcloud alike that runs by itself, forty times as fast as real time, and can be moved (ms). */
export function fastClock(t: TestContext, start = Date.UTC(2026, 10, 2, 10)) {
  let time = start;
  let isHeld = false;
  const ticking = setInterval(() => {
    if (!isHeld) time += 2_000;
  }, 50);
  t.after(() => clearInterval(ticking));
  return {
    now: () => time,
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
