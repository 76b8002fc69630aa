import type { TestContext } from 'node:test';

/** A clock for app and OVHcloud alike that runs by itself, forty times as fast as real time, and can be moved (ms). */
export function fastClock(t: TestContext, start = Date.UTC(2026, 10, 2, 10)) {
  let time = start;
  const ticking = setInterval(() => {
    time += 2_000;
  }, 50);
  t.after(() => clearInterval(ticking));
  return {
    now: () => time,
    jump: (ms: number) => {
      time += ms;
    },
  };
}
