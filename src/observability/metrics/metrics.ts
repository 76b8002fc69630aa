import { Registry } from 'prom-client';
import type { OrderState } from '../../orders/order.ts';
import { callMetrics } from './calls.ts';
import { orderMetrics } from './orders.ts';
import { processMetrics } from './process.ts';

/** What metrics ask for at each scrape. */
export type MetricSources = {
  countOrders: () => Promise<Map<OrderState, number>>;
  isConnected: () => boolean;
};

/** The metrics of one app: functions that count what they are told, and the page that shows it. */
export type Metrics = ReturnType<typeof createMetrics>;

/**
 * The app's metrics, by Prometheus' conventions: base units, `_total` for counters, and only labels with few values,
 * never an id, a name or somebody's words. Each app has a registry of its own.
 */
export function createMetrics(sources: MetricSources) {
  const registry = new Registry();
  return {
    ...orderMetrics(registry, sources.countOrders),
    ...callMetrics(registry),
    ...processMetrics(registry, sources.isConnected),
    contentType: registry.contentType,
    /** All metrics in Prometheus' text format. */
    page: () => registry.metrics(),
  };
}
