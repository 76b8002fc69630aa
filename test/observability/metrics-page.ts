import type { MetricSources } from '../../src/observability/metrics/metrics.ts';

/** What an app without orders tells its metrics. */
export function metricSources(): MetricSources {
  return {
    about: {
      version: '1.2.3',
      node: '26.0.0',
      mode: 'socket',
      database: 'sqlite',
      region: 'ovh-eu',
      autoPay: false,
      approvalsRequired: 2,
    },
    countOrders: async () => new Map(),
    oldestOrders: async () => new Map(),
    isConnected: () => true,
    isTokenTaken: () => true,
    storeTrouble: async () => null,
    now: () => Date.UTC(2026, 10, 2, 10),
  };
}

/** One metric of Prometheus' text format. */
export type Metric = { type: string; help: string; samples: Sample[] };

/** One value of it; `name` may have a suffix such as `_bucket`. */
export type Sample = { name: string; labels: Record<string, string>; value: number };

/** Reads a page of Prometheus' text format, by the names of its metrics. Throws on a line that is none. */
export function readMetrics(page: string): Map<string, Metric> {
  const metrics = new Map<string, Metric>();
  let current: Metric | undefined;
  for (const line of page.split('\n').filter(Boolean)) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (word === 'HELP') {
      current = { type: '', help: rest, samples: [] };
      metrics.set(name, current);
    } else if (word === 'TYPE' && current) current.type = rest;
    else if (current) current.samples.push(readSample(line));
  }
  return metrics;
}

function readSample(line: string): Sample {
  const [, name, labels = '', value] = /^([a-z_0-9]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (!name) throw new Error(`Not a sample: ${line}`);
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]);
  return { name, labels: Object.fromEntries(pairs), value: Number(value) };
}

/** The app's own metrics, without those that every Node.js process has. */
export function ownMetrics(metrics: Map<string, Metric>): Map<string, Metric> {
  return new Map([...metrics].filter(([name]) => name.startsWith('order_cloud_')));
}

/** The names and labels of all series, without their values. */
export function seriesOf(metrics: Map<string, Metric>): string[] {
  return [...metrics.values()].flatMap(({ samples }) =>
    samples.map(({ name, labels }) => `${name}${JSON.stringify(labels)}`),
  );
}

/** The sum of a metric's values over all series that have these labels; of a histogram, name its `_count` or `_sum`. */
export function total(
  metrics: Map<string, Metric>,
  name: string,
  labels: Record<string, string> = {},
): number {
  const samples = [...metrics.values()].flatMap((metric) => metric.samples);
  return samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
    .reduce((sum, { value }) => sum + value, 0);
}
