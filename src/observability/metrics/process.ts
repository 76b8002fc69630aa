import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import { WORK_BUCKETS } from './buckets.ts';

/** Metrics of the process: its worker, its connection, its resources. */
export function processMetrics(
  registry: Registry,
  { isConnected, isTokenTaken }: { isConnected: () => boolean; isTokenTaken: () => boolean },
) {
  const registers = [registry];
  const lag = new Histogram({
    name: 'order_cloud_worker_lag_seconds',
    help: 'How late orders were picked up by the worker, after the time at which they wanted attention.',
    buckets: WORK_BUCKETS,
    registers,
  });
  const takeovers = new Counter({
    name: 'order_cloud_lease_takeovers_total',
    help: 'Orders taken over from a process that did not release them: it was killed or paused.',
    registers,
  });
  const errors = new Counter({
    name: 'order_cloud_errors_total',
    help: 'Errors in the steps of orders and in showing orders in Slack, by operation. Most are retried.',
    labelNames: ['operation'],
    registers,
  });
  for (const operation of ['step', 'slack_sync']) errors.inc({ operation }, 0);

  new Gauge({
    name: 'order_cloud_slack_connected',
    help: 'Whether Slack can reach this process: 1, or 0 while its socket is down.',
    registers,
    collect() {
      this.set(isConnected() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'order_cloud_slack_token_valid',
    help: 'Whether Slack takes the bot token: 1, or 0 once it was revoked or lost chat:write. Nothing is ordered then.',
    registers,
    collect() {
      this.set(isTokenTaken() ? 1 : 0);
    },
  });
  collectDefaultMetrics({ register: registry });

  return {
    /** An order was claimed. */
    claimed({ lateMs, isTakeover }: { lateMs: number; isTakeover: boolean }): void {
      lag.observe(lateMs / 1000);
      if (isTakeover) takeovers.inc();
    },

    /** A step of an order, or its Slack sync, failed. */
    operationFailed(operation: 'step' | 'slack_sync'): void {
      errors.inc({ operation });
    },
  };
}
