import { withJitter } from '../ovh/jitter.ts';

const FIRST_PAUSE_MS = 1_000;

/**
 * How long to wait after that many failed attempts (from 1 on), in ms: a second at first, then `factor` times as long
 * each time, at most `maxMs`. A little less by chance: see withJitter.
 */
export function exponentialBackoff(
  attempts: number,
  { maxMs, factor = 2, random }: { maxMs: number; factor?: number; random: () => number },
): number {
  return withJitter(Math.min(FIRST_PAUSE_MS * factor ** Math.max(0, attempts - 1), maxMs), random);
}
