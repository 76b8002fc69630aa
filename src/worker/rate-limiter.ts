import { MINUTE_MS } from '../orders/time.ts';

/** A token bucket with a burst of one minute. */
export type RateLimiter = { left: () => number; spend: (count: number) => void };

/** A bucket of `perMinute` tokens, full at first; `now` in ms since 1970. */
export function createRateLimiter(perMinute: number, now: () => number): RateLimiter {
  let left = perMinute;
  let at = now();
  return {
    left() {
      const time = now();
      left = Math.min(perMinute, left + (Math.max(0, time - at) / MINUTE_MS) * perMinute);
      at = time;
      return Math.floor(left);
    },
    spend(count) {
      left -= count;
    },
  };
}
