/**
 * A clock for the time between two events of this process: it counts what `now` counts, but never goes back. What
 * was noted while `now` was ahead for a moment is as old afterwards as it is.
 */
export function monotonicClock(now: () => number): () => number {
  let last = now();
  let setBackMs = 0;
  return () => {
    const time = now();
    setBackMs += Math.max(0, last - time);
    last = time;
    return time + setBackMs;
  };
}
