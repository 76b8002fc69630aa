/** One line of the table: the same thing measured in two ways, run by run. */
export type Figure = {
  name: string;
  unit: 'ms' | 'MB' | 'packages' | 'calls' | 'calls/h' | 'orders/s';
  /** One value for each run. */
  ours: number[];
  against: number[];
  /** What stands on the other side of the ratio. */
  againstWhat: string;
  /** The ratio of the medians should be at most this; nothing is asked of a figure without one. */
  mark?: number;
};

/** The middle of several values. Throws if there are none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that `percent` of all values do not exceed (nearest rank). Throws if there are none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is no middle of nothing: the bench measured no value.');
  return value;
}

/** Ours over theirs, of the medians. */
export function ratioOf({ ours, against }: Pick<Figure, 'ours' | 'against'>): number {
  return median(ours) / median(against);
}
