/** A seeded source of chance: the same seed gives the same decisions. */
export type Random = {
  /** At least 0, below 1. */
  next: () => number;
  chance: (probability: number) => boolean;
  /** A number from `low` up to `high`. */
  between: (low: number, high: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** One of `from`, as often as its weight says. */
  weighted: <T>(from: readonly [readonly [T, number], ...(readonly [T, number])[]]) => T;
};

/** Mulberry32: small, and random enough for this. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [thing, weight] of from) {
        left -= weight;
        if (left < 0) return thing;
      }
      return from[0][0];
    },
  };
}
