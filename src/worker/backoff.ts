/** How long to wait before the next try, in ms: doubling from one second up to `most`. */
export function exponentialBackoff(attempt: number, maxMs: number): number {
  return Math.min(1_000 * 2 ** Math.max(0, attempt - 1), maxMs);
}
