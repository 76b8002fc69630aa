/**
 * A clock for durations within this process: it advances with `now`, but never goes back. So whatever was recorded while
 * `now` was ahead for a moment keeps its true age afterwards.
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
