import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { noticeOf } from '../../orders/budget.ts';
import { type DeniedCommand, type OrderChange, unresolvedBy } from '../../orders/events.ts';
import { FAILURE_KINDS } from '../../orders/failure.ts';
import { OPEN_STATES, type OrderState } from '../../orders/order.ts';
import { EVENT_TYPES } from '../../orders/state-machine.ts';
import type { Time } from '../../orders/time.ts';
import { PEOPLE_BUCKETS, WORK_BUCKETS } from './buckets.ts';
import {
  BUDGET_NOTICES,
  COMMANDS,
  DECISIONS,
  DENIALS,
  OUTCOMES,
  STATES,
  UNRESOLVED,
} from './order-labels.ts';

type OrderSources = {
  countOrders: () => Promise<Map<OrderState, number> | null>;
  oldestOrders: () => Promise<Map<OrderState, Time> | null>;
  now: () => Time;
};

/** Metrics of orders: how many there are, their events, and how long they take. */
export function orderMetrics(registry: Registry, { countOrders, oldestOrders, now }: OrderSources) {
  const registers = [registry];
  const events = new Counter({
    name: 'order_cloud_order_events_total',
    help: 'Events of orders, as written to the audit log by this process.',
    labelNames: ['event'],
    registers,
  });
  const decisions = new Counter({
    name: 'order_cloud_decisions_total',
    help: 'Decisions about orders: by people, and "approval_expired" if no one decided in time.',
    labelNames: ['decision'],
    registers,
  });
  const denied = new Counter({
    name: 'order_cloud_denied_commands_total',
    help: 'Commands that were denied, by the reason given.',
    labelNames: ['decision', 'reason'],
    registers,
  });
  const failures = new Counter({
    name: 'order_cloud_order_failures_total',
    help: 'Orders that ended because they could not go on, by the reason.',
    labelNames: ['reason'],
    registers,
  });
  const unresolved = new Counter({
    name: 'order_cloud_unresolved_orders_total',
    help: 'Orders that ended with an unknown outcome at OVHcloud, by what is unknown.',
    labelNames: ['reason'],
    registers,
  });
  const budgetNotices = new Counter({
    name: 'order_cloud_budget_notices_total',
    help: 'Messages about budgets: the threshold in percent that was reached, or "forecast" where it passes the budget.',
    labelNames: ['notice'],
    registers,
  });
  const usageFailures = new Counter({
    name: 'order_cloud_usage_read_failures_total',
    help: 'Readings of what a project with a budget spends that OVHcloud refused or that were not understood, by the reason.',
    labelNames: ['reason'],
    registers,
  });
  const seconds = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `order_cloud_time_to_${name}_seconds`, help, buckets, registers });
  const toQuote = seconds('quote', 'From the request (or its last change) to its price.', WORK_BUCKETS);
  const toDecision = new Histogram({
    name: 'order_cloud_time_to_decision_seconds',
    help: 'From the question to the approvers to its end, by the state in which it ended.',
    labelNames: ['outcome'],
    buckets: PEOPLE_BUCKETS,
    registers,
  });
  const toCheckout = seconds('checkout', 'From the last approval to the order at OVHcloud.', WORK_BUCKETS);
  const toPayment = seconds(
    'payment',
    'From the order at OVHcloud to its payment, as seen here.',
    PEOPLE_BUCKETS,
  );
  const toDelivery = seconds('delivery', 'From the payment to the project being there.', PEOPLE_BUCKETS);

  // Every label exists from the start: a counter that first appears with 1 has not increased.
  for (const event of ['requested', ...EVENT_TYPES]) events.inc({ event }, 0);
  for (const decision of DECISIONS) decisions.inc({ decision }, 0);
  for (const decision of COMMANDS) for (const reason of DENIALS) denied.inc({ decision, reason }, 0);
  for (const reason of FAILURE_KINDS) failures.inc({ reason }, 0);
  for (const notice of BUDGET_NOTICES) budgetNotices.inc({ notice }, 0);
  for (const reason of FAILURE_KINDS) usageFailures.inc({ reason }, 0);
  for (const reason of UNRESOLVED) unresolved.inc({ reason }, 0);
  for (const outcome of OUTCOMES) toDecision.zero({ outcome });
  new Gauge({
    name: 'order_cloud_orders',
    help: 'Orders in the store by state, counted at the scrape. Each replica reports all of them: use max(), not sum().',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await countOrders().catch(() => null);
      // A missing value beats a stale one.
      this.reset();
      if (counts) for (const state of STATES) this.set({ state }, counts.get(state) ?? 0);
    },
  });

  new Gauge({
    name: 'order_cloud_oldest_order_age_seconds',
    help: 'How long ago the oldest order of each open state was asked for; 0 where there is none.',
    labelNames: ['state'],
    registers,
    async collect() {
      const oldest = await oldestOrders().catch(() => null);
      this.reset();
      for (const state of oldest ? OPEN_STATES : []) {
        const since = oldest?.get(state);
        this.set({ state }, since === undefined ? 0 : Math.max(0, now() - since) / 1000);
      }
    },
  });

  function observe(histogram: Histogram, from: Time | undefined, to: Time): void {
    if (from !== undefined) histogram.observe(Math.max(0, to - from) / 1000);
  }

  function timeOf({ before, after, at }: OrderChange): void {
    if (before === null || before.state === after.state) return;
    if (before.state === 'requested' && after.state === 'awaiting_approval')
      observe(toQuote, before.requestedAt, at);
    if (before.state === 'awaiting_approval' && OUTCOMES.includes(after.state)) {
      const since = before.approvalRequestedAt;
      if (since !== null) toDecision.observe({ outcome: after.state }, Math.max(0, at - since) / 1000);
    }
    if (after.state === 'awaiting_payment' && before.state === 'approved')
      observe(toCheckout, before.approvals.at(-1)?.at, at);
    // A failed payment, or an order cancelled at OVHcloud, leads to that state too.
    const isPaid = after.paidAt !== null && after.paidAt !== before.paidAt;
    if (after.state === 'delivering' && isPaid) observe(toPayment, before.ovhOrder?.at, at);
    if (after.state === 'ready') observe(toDelivery, after.paidAt ?? after.ovhOrder?.at, at);
  }

  return {
    /** An event was written. */
    happened(change: OrderChange): void {
      const { type, before, after } = change;
      events.inc({ event: type });
      if (type !== 'requested' && DECISIONS.includes(type)) decisions.inc({ decision: type });
      const failure = after.closure?.failure;
      if (failure && after.state === 'failed' && before?.state !== 'failed') {
        failures.inc({ reason: failure.kind });
      }
      if (type === 'usage_read') {
        const notice = noticeOf(before, after);
        if (notice) budgetNotices.inc({ notice: notice.percent ?? 'forecast' });
      }
      const usageFailure = type === 'usage_read_failed' ? after.spending?.trouble?.failure : null;
      if (usageFailure) usageFailures.inc({ reason: usageFailure.kind });
      const reason = unresolvedBy(change);
      if (reason) unresolved.inc({ reason });
      timeOf(change);
    },

    /** A command was denied. */
    denied({ type, denial }: DeniedCommand): void {
      denied.inc({ decision: type, reason: denial.reason.kind });
    },
  };
}
