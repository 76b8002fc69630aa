/** Up to this part of a pause is left out. */
const JITTER = 1 / 4;

/**
 * A pause (ms) made a little shorter by chance, so that calls that failed together are not tried again together.
 * `random` gives 0 to 1; 0 leaves the pause as it is.
 */
export function withJitter(ms: number, random: () => number): number {
  return Math.round(ms * (1 - JITTER * random()));
}
