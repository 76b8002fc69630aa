import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createMetrics } from '../../src/observability/metrics/metrics.ts';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import { CLOSED_STATES, OPEN_STATES, type Order, type OrderState } from '../../src/orders/order.ts';
import { EVENT_TYPES, transition } from '../../src/orders/state-machine.ts';
import {
  approve,
  everyOrder,
  NOW,
  order,
  PROJECT_ID,
  placed,
  progressed,
  quoted,
  started,
  usageRead,
} from '../orders/samples.ts';
import { metricSources, ownMetrics, readMetrics, total } from './metrics-page.ts';

/** Metrics of an app whose store holds `counts`. */
function metricsOf(counts: Partial<Record<OrderState, number>> = {}) {
  const countOrders = async () => new Map(Object.entries(counts) as [OrderState, number][]);
  const metrics = createMetrics({ ...metricSources(), countOrders });
  return { ...metrics, read: async () => readMetrics(await metrics.page()) };
}

/** Lets events happen to an order at these seconds after its request, and tells the metrics. */
function live(
  metrics: ReturnType<typeof metricsOf>,
  ...events: [number, (of: Order) => OrderEvent][]
): Order {
  let current = order();
  metrics.happened({ type: 'requested', before: null, after: current, by: 'U0REQ', at: NOW });
  for (const [seconds, make] of events) {
    const event = make(current);
    const at = NOW + seconds * 1000;
    const next = transition(current, event, at);
    if (next instanceof Denial) throw new Error(`${event.type} was refused: ${next.reason.kind}`);
    metrics.happened({ type: event.type, before: current, after: next, by: null, at });
    current = next;
  }
  return current;
}

/** The sample order at OVHcloud, placed at another time. */
function placedAt(at: number): OrderEvent {
  if (placed.type !== 'placed') throw new Error('not the event of a placed order');
  return { ...placed, ovhOrder: { ...placed.ovhOrder, at } };
}

describe('the metrics', () => {
  it('follow Prometheus’ naming conventions, with base units and a help text each', async () => {
    const metrics = ownMetrics(await metricsOf().read());
    assert.ok(metrics.size > 15);
    for (const [name, { type, help, samples }] of metrics) {
      assert.match(name, /^order_cloud_[a-z_]+[a-z]$/);
      assert.ok(help.length > 15 && help.endsWith('.'), `${name} says what it is: ${help}`);
      assert.doesNotMatch(name, /milli|_ms\b|minutes|hours|kilobytes/);
      if (type === 'counter') assert.match(name, /_total$/);
      else assert.doesNotMatch(name, /_(total|count|sum|bucket)$/);
      if (type === 'histogram') assert.match(name, /_seconds$/);
      assert.ok(['counter', 'gauge', 'histogram'].includes(type), `${name} is a ${type}`);
      for (const { value } of samples) assert.ok(Number.isFinite(value), name);
    }
  });

  it('count budget notices and failed readings of usage', async () => {
    const metrics = metricsOf();
    let current = everyOrder()['ready, its spend not read yet'] ?? assert.fail();
    const happens = (event: OrderEvent) => {
      const next = transition(current, event, NOW);
      if (next instanceof Denial) throw new Error(`${event.type} was refused: ${next.reason.kind}`);
      metrics.happened({ type: event.type, before: current, after: next, by: null, at: NOW });
      current = { ...next, spending: next.spending && { ...next.spending, nextReadAt: NOW } };
    };
    for (const spent of [10, 55, 60]) happens(usageRead(current, { spent, forecast: 80 }));
    happens(usageRead(current, { spent: 60, forecast: 120 }));
    happens(usageRead(current, { spent: 100, forecast: 120 }));
    const failure = { kind: 'right_missing' } as const;
    happens({ type: 'usage_read_failed', failure, isMissing: false, nextReadAt: NOW });
    const page = await metrics.read();
    const notices = page.get('order_cloud_budget_notices_total')?.samples;
    assert.deepEqual(
      notices?.map(({ labels, value }) => [labels.notice, value]),
      [
        ['50', 1],
        ['80', 0],
        ['100', 1],
        ['forecast', 1],
      ],
    );
    const failures = page.get('order_cloud_usage_read_failures_total')?.samples;
    assert.deepEqual(
      failures?.filter(({ value }) => value > 0).map(({ labels }) => labels.reason),
      ['right_missing'],
    );
  });

  it('are exactly those in docs/operating.md, with their types and labels', async () => {
    const text = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
    const metrics = metricsOf();
    metrics.ovhCall({ call: 'GET /me', status: 200, ms: 1, attempt: 1 });
    metrics.slackCall({ method: 'auth.test', outcome: 'ok', ms: 1 });
    metrics.denied({ type: 'approved', by: 'U0REQ', denial: new Denial({ kind: 'own_order' }, order()) });
    live(metrics, [1, () => ({ type: 'failed', failure: { kind: 'internal' } })]);
    const page = await metrics.read();
    for (const [name, { type, samples }] of ownMetrics(page)) {
      const used = new Set(samples.flatMap(({ labels }) => Object.keys(labels)));
      const labels = [...used].filter((label) => label !== 'le').map((label) => `\`${label}\``);
      assert.ok(
        text.includes(`| \`${name}\` | ${type} | ${labels.join(', ') || '–'} | `),
        `${name}: ${labels}`,
      );
    }
    for (const [name] of text.matchAll(/\border_cloud_[a-z_]+/g))
      assert.ok(page.has(name.replace(/_bucket$/, '')), `${name} is a metric`);
  });

  it('of two apps in one process are independent', async () => {
    const [one, other] = [metricsOf(), metricsOf()];
    one.operationFailed('step');
    assert.equal(total(await one.read(), 'order_cloud_errors_total'), 1);
    assert.equal(total(await other.read(), 'order_cloud_errors_total'), 0);
  });

  it('have a series for every state and event from the start', async () => {
    const page = await metricsOf({ awaiting_payment: 3, ready: 2 }).read();
    for (const state of [...OPEN_STATES, ...CLOSED_STATES]) {
      const expected = { awaiting_payment: 3, ready: 2 }[state as string] ?? 0;
      assert.equal(total(page, 'order_cloud_orders', { state }), expected, state);
    }
    const states = page.get('order_cloud_orders')?.samples.map(({ labels }) => labels.state);
    assert.deepEqual(states?.toSorted(), [...OPEN_STATES, ...CLOSED_STATES].toSorted());
    const events = page.get('order_cloud_order_events_total')?.samples.map(({ labels }) => labels.event);
    assert.deepEqual(events?.toSorted(), ['requested', ...EVENT_TYPES].toSorted());
  });

  it('have a series for every reason from the start, so that its first occurrence is an increase', async () => {
    const page = await metricsOf().read();
    const labels = (name: string, label: string) =>
      new Set(page.get(name)?.samples.map((sample) => sample.labels[label]));
    for (const reason of ['key_invalid', 'channel_unavailable', 'paid_after_expiry', 'internal'])
      assert.ok(labels('order_cloud_order_failures_total', 'reason').has(reason), reason);
    for (const decision of ['approved', 'edited', 'pay_clicked', 'voucher_entered', 'search_abandoned'])
      assert.ok(labels('order_cloud_denied_commands_total', 'decision').has(decision), decision);
    assert.ok(!labels('order_cloud_denied_commands_total', 'decision').has('approval_expired'));
    for (const reason of ['own_order', 'invalid_state', 'name_taken'])
      assert.ok(labels('order_cloud_denied_commands_total', 'reason').has(reason), reason);
    for (const reason of ['wrong_signature', 'unsigned', 'stale', 'too_large', 'overloaded', 'malformed'])
      assert.ok(labels('order_cloud_refused_requests_total', 'reason').has(reason), reason);
    for (const { name, value } of [...ownMetrics(page).values()].flatMap(({ samples }) => samples))
      if (name.endsWith('_total')) assert.equal(value, 0, name);
  });

  it('show the running version, the age of the oldest order in each open state, and problems of the database', async () => {
    const since = NOW - 90_000;
    const sources = {
      ...metricSources(),
      now: () => NOW,
      oldestOrders: async () => new Map<OrderState, number>([['approved', since]]),
      storeTrouble: async () => 'disk_full' as const,
    };
    const page = readMetrics(await createMetrics(sources).page());
    assert.deepEqual(page.get('order_cloud_build_info')?.samples, [
      {
        name: 'order_cloud_build_info',
        labels: {
          version: '1.2.3',
          node: '26.0.0',
          mode: 'socket',
          database: 'sqlite',
          region: 'ovh-eu',
          autopay: 'false',
          approvals_required: '2',
        },
        value: 1,
      },
    ]);
    const age = (state: OrderState) => total(page, 'order_cloud_oldest_order_age_seconds', { state });
    assert.deepEqual(
      OPEN_STATES.map(age),
      OPEN_STATES.map((state) => (state === 'approved' ? 90 : 0)),
    );
    assert.equal(total(page, 'order_cloud_store_trouble'), 1);
    assert.equal(total(page, 'order_cloud_store_trouble', { kind: 'disk_full' }), 1);
  });

  it('omit the number of orders, rather than show an old one, while the database does not answer', async () => {
    let answers = true;
    const countOrders = async () => {
      if (!answers) throw new Error('the store is away');
      return new Map<OrderState, number>([['awaiting_payment', 1]]);
    };
    const metrics = createMetrics({
      ...metricSources(),
      countOrders,
      isConnected: () => false,
      isTokenTaken: () => false,
    });
    assert.equal(total(readMetrics(await metrics.page()), 'order_cloud_orders'), 1);
    answers = false;
    const page = readMetrics(await metrics.page());
    assert.deepEqual(page.get('order_cloud_orders')?.samples, []);
    assert.equal(total(page, 'order_cloud_slack_connected'), 0);
    assert.equal(total(page, 'order_cloud_slack_token_valid'), 0);
    assert.ok(total(page, 'process_resident_memory_bytes') > 0);
  });

  it('measure how long an order took to be quoted, decided, checked out, paid and delivered', async () => {
    const metrics = metricsOf();
    const end = live(
      metrics,
      [2, () => quoted()],
      [3_602, (of) => approve(of)],
      [3_603, (of) => started(of)],
      [3_605, () => placedAt(NOW + 3_605_000)],
      [3_605 + 600, () => progressed('checking')],
      [3_605 + 660, () => progressed('delivering')],
      [3_605 + 900, () => ({ type: 'project_ready', project: { id: PROJECT_ID, description: null } })],
    );
    assert.equal(end.state, 'ready');
    const page = await metrics.read();
    const took = (what: string) => [
      total(page, `order_cloud_time_to_${what}_seconds_count`),
      total(page, `order_cloud_time_to_${what}_seconds_sum`),
    ];
    assert.deepEqual(took('quote'), [1, 2]);
    assert.deepEqual(took('decision'), [1, 3_600]);
    assert.deepEqual(took('checkout'), [1, 3]);
    assert.deepEqual(took('payment'), [1, 600]);
    assert.deepEqual(took('delivery'), [1, 300]);
    const outcome = { outcome: 'approved' };
    assert.equal(total(page, 'order_cloud_time_to_decision_seconds_count', outcome), 1);
    assert.equal(total(page, 'order_cloud_decisions_total'), 1);
    assert.equal(total(page, 'order_cloud_order_events_total', { event: 'placed' }), 1);
  });

  it('restart the time to a quote when the request is edited or retried', async () => {
    const metrics = metricsOf();
    const failure = { kind: 'ovh_unavailable' } as const;
    live(
      metrics,
      [600, () => ({ type: 'failed', failure })],
      [7_200, ({ request }) => ({ type: 'retried', by: 'U0REQ', request })],
      [7_205, () => quoted()],
    );
    const page = await metrics.read();
    assert.equal(total(page, 'order_cloud_time_to_quote_seconds_sum'), 5);
    assert.equal(total(page, 'order_cloud_order_failures_total', { reason: 'ovh_unavailable' }), 1);
  });

  it('count decisions by outcome, expiry included, and denied commands by reason', async () => {
    const metrics = metricsOf();
    live(metrics, [1, () => quoted()], [72 * 3_600, () => ({ type: 'approval_expired' })]);
    const rejection = { actor: { id: 'U0APP1', isApprover: true }, reason: 'too dear' };
    live(metrics, [1, () => quoted()], [61, () => ({ type: 'rejected', ...rejection })]);
    const denial = new Denial({ kind: 'own_order' }, order());
    metrics.denied({ type: 'approved', by: 'U0REQ', denial });
    const page = await metrics.read();
    for (const decision of ['approval_expired', 'rejected'])
      assert.equal(total(page, 'order_cloud_decisions_total', { decision }), 1, decision);
    assert.equal(total(page, 'order_cloud_time_to_decision_seconds_sum', { outcome: 'rejected' }), 60);
    const labels = { decision: 'approved', reason: 'own_order' };
    assert.equal(total(page, 'order_cloud_denied_commands_total', labels), 1);
  });

  it('count calls by template, status and outcome, with labels from fixed lists whatever is answered', async () => {
    const metrics = metricsOf();
    const call = 'GET /order/cart/{cartId}';
    for (const status of [200, 404, 429, 418, 599]) metrics.ovhCall({ call, status, ms: 20, attempt: 1 });
    metrics.ovhCall({ call, status: null, ms: 30_000, attempt: 2 });
    for (const outcome of ['ok', 'ratelimited', 'no_answer', 'xoxb-secret', 'U0REQ', 'not_in_channel']) {
      metrics.slackCall({ method: 'chat.postMessage', outcome, ms: 250 });
    }
    metrics.acked({ kind: 'command', ms: 40 });
    const page = await metrics.read();
    const labelsOf = (name: string, label: string) =>
      new Set(page.get(name)?.samples.map(({ labels }) => labels[label]));
    const statuses = labelsOf('order_cloud_ovh_request_duration_seconds', 'status');
    assert.deepEqual(statuses, new Set(['200', '404', '429', 'other', 'none']));
    const paths = labelsOf('order_cloud_ovh_request_duration_seconds', 'path');
    assert.deepEqual(paths, new Set(['/order/cart/{cartId}']));
    const outcomes = labelsOf('order_cloud_slack_request_duration_seconds', 'outcome');
    assert.deepEqual(outcomes, new Set(['ok', 'ratelimited', 'no_answer', 'error']));
    for (const service of ['ovhcloud', 'slack'])
      assert.equal(total(page, 'order_cloud_rate_limited_total', { service }), 1, service);
    assert.equal(total(page, 'order_cloud_ovh_retries_total'), 1);
    assert.equal(total(page, 'order_cloud_slack_ack_duration_seconds_sum', { kind: 'command' }), 0.04);
  });
});
