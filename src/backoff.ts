const FIRST_PAUSE_MS = 1_000;
/** The maximum part of a pause that jitter removes. */
const JITTER = 1 / 4;

/**
 * How long to wait after that many failed attempts (from 1 on), in ms: a second at first, then `factor` times as long
 * each time, at most `maxMs`, with jitter.
 */
export function exponentialBackoff(
  attempts: number,
  { maxMs, factor = 2, random }: { maxMs: number; factor?: number; random: () => number },
): number {
  return withJitter(Math.min(FIRST_PAUSE_MS * factor ** Math.max(0, attempts - 1), maxMs), random);
}

/**
 * A pause (ms) made a little shorter by chance, so that calls that failed together are not tried again together.
 * `random` gives 0 to 1; 0 leaves the pause as it is.
 */
export function withJitter(ms: number, random: () => number): number {
  return Math.round(ms * (1 - JITTER * random()));
}
