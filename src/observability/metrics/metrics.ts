import { Gauge, Registry } from 'prom-client';
import type { OrderState } from '../../orders/order.ts';
import type { Time } from '../../orders/time.ts';
import type { StoreTroubleKind } from '../../store/trouble-kinds.ts';
import { callMetrics } from './calls.ts';
import { orderMetrics } from './orders.ts';
import { processMetrics } from './process.ts';
import { storeMetrics } from './store.ts';

/** The app's version, and the settings that say how it runs. */
export type About = {
  version: string;
  node: string;
  mode: 'socket' | 'http';
  database: 'sqlite' | 'postgres';
  region: string;
  autoPay: boolean;
  approvalsRequired: number;
};

/** What is read at each scrape; null while the store is not open. */
export type MetricSources = {
  about: About;
  countOrders: () => Promise<Map<OrderState, number> | null>;
  /** When the oldest order of each state was asked for. */
  oldestOrders: () => Promise<Map<OrderState, Time> | null>;
  isConnected: () => boolean;
  isTokenTaken: () => boolean;
  storeTrouble: () => Promise<StoreTroubleKind | null>;
  /** ms since 1970. */
  now: () => Time;
};

/** The metrics of one app: recorders, and the exposition page. */
export type Metrics = ReturnType<typeof createMetrics>;

/**
 * The app's metrics, by Prometheus' conventions: base units, `_total` for counters, and only labels with few values,
 * never an ID, a name or user text. Each app has its own registry.
 */
export function createMetrics(sources: MetricSources) {
  const registry = new Registry();
  const { version, node, mode, database, region, autoPay, approvalsRequired } = sources.about;
  const labels = { version, node, mode, database, region };
  new Gauge({
    name: 'order_cloud_build_info',
    help: 'Always 1: which version runs, on which Node.js, and how it is set up.',
    labelNames: [...Object.keys(labels), 'autopay', 'approvals_required'],
    registers: [registry],
  }).set({ ...labels, autopay: String(autoPay), approvals_required: approvalsRequired }, 1);
  return {
    ...orderMetrics(registry, sources),
    ...callMetrics(registry),
    ...storeMetrics(registry, sources.storeTrouble),
    ...processMetrics(registry, sources),
    contentType: registry.contentType,
    /** All metrics in Prometheus' text format. */
    page: () => registry.metrics(),
  };
}
