import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { STORE_TROUBLES, type StoreTroubleKind } from '../../store/trouble-kinds.ts';
import { QUERY_BUCKETS } from './buckets.ts';

const OPERATIONS = ['select', 'insert', 'update', 'delete', 'transaction', 'other'];

/** Metrics of the store: whether it accepts writes, and how long its queries take. */
export function storeMetrics(registry: Registry, storeTrouble: () => Promise<StoreTroubleKind | null>) {
  const registers = [registry];
  const queries = new Histogram({
    name: 'order_cloud_store_query_duration_seconds',
    help: 'Queries by what they do. "transaction": begins and ends, where a commit waits for the disk.',
    labelNames: ['operation', 'outcome'],
    buckets: QUERY_BUCKETS,
    registers,
  });
  for (const operation of OPERATIONS) queries.zero({ operation, outcome: 'ok' });
  new Gauge({
    name: 'order_cloud_store_trouble',
    help: 'What is wrong with the database: 1 for what is so, asked at the scrape, and 0 for all else.',
    labelNames: ['kind'],
    registers,
    async collect() {
      const trouble = await storeTrouble();
      for (const kind of STORE_TROUBLES) this.set({ kind }, kind === trouble ? 1 : 0);
    },
  });

  const tamperedOrders = new Counter({
    name: 'order_cloud_tampered_orders_total',
    help: 'Looks at orders whose row was changed outside the app: nothing is done with these.',
    registers,
  });

  return {
    /** The row of an order is not as the app left it. */
    tampered(): void {
      tamperedOrders.inc();
    },

    /** A query has ended. */
    query({ operation, outcome, ms }: { operation: string; outcome: string; ms: number }): void {
      queries.observe({ operation, outcome }, ms / 1000);
    },
  };
}
