import { createRateLimiter } from './rate-limiter.ts';

/** What a quote takes at OVHcloud, by and large: the cart, its item, their configuration, the price, the eligibility. */
const CALLS_PER_QUOTE = 12;

/**
 * Gives new orders their quotes one after the other where together they would make more than `callsPerMinute` calls to
 * OVHcloud; `now` in ms since 1970. Returns whether one more may begin.
 */
export function createQuoteBudget(callsPerMinute: number, now: () => number): () => boolean {
  const calls = createRateLimiter(callsPerMinute, now);
  return () => {
    if (calls.left() < CALLS_PER_QUOTE) return false;
    calls.spend(CALLS_PER_QUOTE);
    return true;
  };
}
