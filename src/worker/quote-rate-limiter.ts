import { createRateLimiter } from './rate-limiter.ts';

/** About how many calls a quote takes: the cart, its item, their configuration, the price, the eligibility. */
const CALLS_PER_QUOTE = 12;

/**
 * Spreads the quotes of new orders so that together they make at most `callsPerMinute` calls to OVHcloud; `now` in ms since
 * 1970. Returns whether one more may begin.
 */
export function createQuoteRateLimiter(callsPerMinute: number, now: () => number): () => boolean {
  const calls = createRateLimiter(callsPerMinute, now);
  return () => {
    if (calls.left() < CALLS_PER_QUOTE) return false;
    calls.spend(CALLS_PER_QUOTE);
    return true;
  };
}
