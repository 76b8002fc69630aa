import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as soon } from 'node:timers/promises';
import { type Metric, ownMetrics, readMetrics, seriesOf, total } from '../observability/metrics-page.ts';
import { onlyAtFullSize } from '../size.ts';
import {
  ephemeralFor,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

type Metrics = Map<string, Metric>;
type Line = {
  level: number;
  order?: string;
  correlation?: string;
  event?: string;
  refused?: string;
} & Record<string, unknown>;

const INFO = 30;

/** What a label may say; whatever else stands there is an id, a name, or someone's words. */
const LABELS: Record<string, RegExp> = {
  le: /^(\+Inf|[\d.]+)$/,
  state: /^[a-z_]+$/,
  subject: /^(person|group)$/,
  event: /^[a-z_]+$/,
  decision: /^[a-z_]+$/,
  reason: /^[a-z_]+$/,
  outcome: /^[a-z_]+$/,
  kind: /^[a-z_]+$/,
  service: /^(ovhcloud|slack)$/,
  operation: /^(step|slack_sync|select|insert|update|delete|transaction|other)$/,
  method: /^(GET|POST|PUT|DELETE|[a-z]+(\.[a-zA-Z]+)+|response_url)$/,
  path: /^(\/([a-z]+|\{[a-zA-Z]+\}|requiredConfiguration|followUp))+$/,
  status: /^(\d{3}|other|none)$/,
  notice: /^(\d+|forecast)$/,
  version: /^\d+\.\d+\.\d+$/,
  node: /^\d+\.\d+\.\d+$/,
  mode: /^(socket|http)$/,
  database: /^(sqlite|postgres)$/,
  region: /^(ovh-eu|ovh-ca|ovh-us)$/,
  autopay: /^(true|false)$/,
  approvals_required: /^\d+$/,
};

async function scrape(scenario: Scenario): Promise<Metrics> {
  return readMetrics(await (await fetch(`http://127.0.0.1:${scenario.app.port}/metrics`)).text());
}

/** Scrapes until the metrics say so. */
async function scrapeUntil(scenario: Scenario, isSo: (metrics: Metrics) => boolean): Promise<Metrics> {
  for (;;) {
    const metrics = await scrape(scenario);
    if (isSo(metrics)) return metrics;
    await soon(20);
  }
}

function linesOf(scenario: Scenario): Line[] {
  return scenario
    .logged()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** `grep ID`: all lines of the log with an order's id in them. */
function grep(scenario: Scenario, id: string): Line[] {
  return linesOf(scenario).filter((line) => JSON.stringify(line).includes(id));
}

/** Both services have had enough once; the requester tries to approve; an approver does; the order is placed. */
async function place(scenario: Scenario, name: string, approver: string, voucher: string): Promise<string> {
  const { slack, ovh } = scenario;
  const tooMany = { status: 429, body: { message: 'Too many requests' } };
  ovh.faults.add({ method: 'GET', path: '/order/cart/{cartId}/cloud', kind: 'refuse', ...tooMany });
  slack.faults.add({ method: 'chat.update', kind: 'status', status: 429, retryAfter: 1 });
  const { root, question } = await orderAndQuote(scenario, { Voucher: voucher }, name);
  await slack.as('U0REQ').click(question, 'Approve');
  await ephemeralFor(scenario, 'U0REQ', /approve/i);
  await slack.as(approver).click(question, 'Approve');
  const url = await reply(scenario, root, /orderPassword/);
  await until(scenario, root, /Ordered/);
  await until(scenario, url, /by <!date/);
  const id = linesOf(scenario).findLast(({ project }) => project === name)?.order;
  return id ?? assert.fail(`the log does not say which order ${name} is`);
}

describe('an operator', { concurrency: 2 }, () => {
  it('sees what happened in the metrics, and a second order adds no series', async (t) => {
    const scenario = await startScenario(t, { realTime: true });
    const isTidy = (orders: number) => (metrics: Metrics) =>
      total(metrics, 'order_cloud_order_events_total', { event: 'carts_cleaned_up' }) === orders;
    await place(scenario, 'moon-base', 'U0APP1', 'CREDIT5');
    const first = ownMetrics(await scrapeUntil(scenario, isTidy(1)));
    await place(scenario, 'mars-base', 'U0APP2', 'FREE100');
    const second = ownMetrics(await scrapeUntil(scenario, isTidy(2)));

    const known = new Set(seriesOf(first));
    assert.deepEqual(
      seriesOf(second).filter((series) => !known.has(series)),
      [],
      'another order adds no series',
    );
    for (const [name, { samples }] of second) {
      for (const { labels } of samples) {
        for (const [label, value] of Object.entries(labels)) {
          assert.match(value, LABELS[label] ?? assert.fail(`${name} has an unknown label ${label}`), name);
        }
      }
    }

    const seen = (name: string, labels = {}) => total(second, `order_cloud_${name}`, labels);
    assert.equal(seen('orders', { state: 'awaiting_payment' }), 2);
    assert.equal(seen('order_events_total', { event: 'placed' }), 2);
    assert.equal(seen('decisions_total', { decision: 'approved' }), 2);
    assert.equal(seen('denied_commands_total', { decision: 'approved', reason: 'not_an_approver' }), 2);
    assert.equal(seen('rate_limited_total', { service: 'ovhcloud' }), 2);
    assert.equal(seen('rate_limited_total', { service: 'slack' }), 2);
    assert.equal(seen('ovh_retries_total'), 2);
    assert.equal(seen('errors_total', { operation: 'slack_sync' }), 2);
    for (const what of ['quote', 'decision', 'checkout']) {
      assert.equal(seen(`time_to_${what}_seconds_count`), 2, what);
      assert.ok(seen(`time_to_${what}_seconds_sum`) > 0, what);
    }
    const checkout = { method: 'POST', path: '/order/cart/{cartId}/checkout' };
    assert.equal(seen('ovh_request_duration_seconds_count', { ...checkout, status: '200' }), 2);
    assert.equal(seen('ovh_request_duration_seconds_count', { status: '429' }), 2);
    // Of each order: its root message, the question, the URL, and a direct message to its requester.
    const posted = { method: 'chat.postMessage', outcome: 'ok' };
    assert.equal(seen('slack_request_duration_seconds_count', posted), 8);
    const acks = { command: 2, view: 2, action: 4 };
    for (const [kind, count] of Object.entries(acks)) {
      assert.equal(seen('slack_ack_duration_seconds_count', { kind }), count, kind);
      assert.ok(seen('slack_ack_duration_seconds_sum', { kind }) > 0, kind);
    }
    assert.ok(seen('store_query_duration_seconds_count', { operation: 'transaction' }) > 20);
    assert.equal(seen('lease_takeovers_total'), 0);
  });

  it('finds an order’s full history by its id, and the log lines of one request or step by their correlation id', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const id = await place(scenario, 'moon-base', 'U0APP1', 'CREDIT5');
    const other = await place(scenario, 'mars-base', 'U0APP2', 'CREDIT5');
    await scenario.slack.until(
      () => grep(scenario, other).some(({ event }) => event === 'carts_cleaned_up'),
      'its end',
    );

    const lines = grep(scenario, id);
    for (const line of lines) {
      assert.equal(line.order, id, JSON.stringify(line));
      assert.match(line.correlation ?? '', /^[0-9a-f-]{36}$/, JSON.stringify(line));
    }
    const history = lines.filter(({ level, event, refused }) => level >= INFO && (event || refused));
    assert.deepEqual(
      history.map(({ event, refused, by, to }) => [event ?? `${refused} refused`, by, ...(to ? [to] : [])]),
      [
        ['requested', 'U0REQ', 'requested'],
        ['eligibility_checked', null, 'requested'],
        ['quote_received', null, 'awaiting_approval'],
        ['approved refused', 'U0REQ'],
        ['approved', 'U0APP1', 'approved'],
        ['checkout_started', null, 'approved'],
        ['placed', null, 'awaiting_payment'],
        ['payment_deadline_set', null, 'awaiting_payment'],
        ['carts_cleaned_up', null, 'awaiting_payment'],
      ],
    );

    const together = (event: string) => {
      const { correlation } = history.find((line) => line.event === event) ?? assert.fail(event);
      return linesOf(scenario).filter((line) => line.correlation === correlation);
    };
    const click = together('approved').find(({ kind }) => kind === 'action');
    assert.ok(click, 'the line of the click itself belongs to it');
    const calls = together('placed').filter(({ call }) => call);
    const checkout = calls.find(({ call }) => call === 'POST /order/cart/{cartId}/checkout');
    assert.equal(checkout?.order, id);
    assert.match(String(checkout?.queryId), /^\S+$/);
    const steps = ['requested', 'quote_received', 'approved', 'placed', 'payment_deadline_set'];
    const correlations = history
      .filter(({ event = '' }) => steps.includes(event))
      .map((line) => line.correlation);
    assert.equal(new Set(correlations).size, steps.length, 'each request and step has its own');
    const ephemeral = lines.find(({ method }) => method === 'chat.postEphemeral');
    assert.equal(ephemeral?.correlation, history.find(({ refused }) => refused)?.correlation);
    const posts = lines.filter(({ method }) => method === 'chat.postMessage');
    assert.ok(posts.length >= 3);
    for (const { requestId } of posts) assert.match(String(requestId), /^[0-9a-f]{32}$/);

    const orders = new Map<string, Set<string>>();
    for (const { correlation, order } of linesOf(scenario)) {
      if (correlation && order) orders.set(correlation, (orders.get(correlation) ?? new Set()).add(order));
    }
    for (const [correlation, about] of orders)
      assert.equal(about.size, 1, `${correlation} is about one order`);
    assert.ok(orders.size > 10);
  });

  it('sees in the log that an order was taken over from a killed process', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { process: true });
    const path = '/order/cart/{cartId}/checkout';
    const hanging = scenario.ovh.faults.add({ method: 'GET', path, kind: 'hang' });
    const ordering = orderProject(scenario);
    await hanging.triggered;
    await scenario.app.kill();
    await scenario.start();
    await reply(scenario, await ordering, /: approve /);
    const metrics = await scrape(scenario);
    assert.equal(total(metrics, 'order_cloud_lease_takeovers_total'), 1);
    assert.ok(total(metrics, 'order_cloud_worker_lag_seconds_count') > 0);
    assert.ok(total(metrics, 'order_cloud_worker_lag_seconds_sum') > 0.5, 'it was late by about a lease');
  });
});
