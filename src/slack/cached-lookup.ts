import { LRUCache } from 'lru-cache';
import { monotonicClock } from '../monotonic-clock.ts';

/** How long an answer of Slack's is kept, unless told otherwise. */
const CACHE_MS = 60_000;

/**
 * Looks each ID up at most once per `ttlMs`, shared by concurrent callers; beyond `max` the least recently used are
 * evicted. Failed lookups are not cached. `now` is in ms since 1970.
 */
export function cachedLookup<T extends object>(
  lookUp: (id: string) => Promise<T>,
  { now, max, ttlMs = CACHE_MS }: { now: () => number; max: number; ttlMs?: number },
): (id: string) => Promise<T> {
  const cache = new LRUCache<string, T>({
    max,
    ttl: ttlMs,
    ttlResolution: 0,
    perf: { now: monotonicClock(now) },
    // An answer evicted while it is pending still reaches the callers that wait for it.
    ignoreFetchAbort: true,
    fetchMethod: lookUp,
  });
  return (id) => cache.forceFetch(id);
}
