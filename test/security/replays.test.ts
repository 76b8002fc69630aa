import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { forgetSeenRequests, isFirstSeen } from '../../src/store/seen-requests.ts';
import { post, sign } from '../fakes/slack/server.ts';
import { askFor, orderAndQuote, reply, type Scenario, startScenario, until } from '../journeys/scenario.ts';
import { readMetrics, total } from '../observability/metrics-page.ts';

type Recorded = { body: string; headers: IncomingHttpHeaders };

/** What Slack sends the app, recorded on its way there. */
async function record(t: TestContext, scenario: Scenario): Promise<Recorded[]> {
  const requests: Recorded[] = [];
  const url = urlOf(scenario.app.port);
  const proxy = createServer(async (request, response) => {
    const recorded = { body: await text(request), headers: request.headers };
    requests.push(recorded);
    const answer = await send(url, recorded);
    response.writeHead(answer.status, answer.headers as Record<string, string>).end(answer.body);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  t.after(() => proxy.close());
  scenario.slack.deliverTo(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`);
  return requests;
}

const urlOf = (port: number) => `http://127.0.0.1:${port}/slack/events`;

function send(url: string, { body, headers }: Recorded, more: Record<string, string> = {}) {
  const names = ['content-type', 'x-slack-request-timestamp', 'x-slack-signature'];
  const kept = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  return post(url, { body, headers: { ...kept, ...more } });
}

async function replayed({ app }: Scenario): Promise<number> {
  const page = readMetrics(await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text());
  return total(page, 'order_cloud_refused_requests_total', { reason: 'replayed' });
}

describe('a replayed request', () => {
  it('does not count as an approval once that approval was withdrawn', async (t) => {
    const scenario = await startScenario(t, { mode: 'http', settings: { APPROVALS_REQUIRED: '2' } });
    const { root, question } = await orderAndQuote(scenario);
    const requests = await record(t, scenario);
    const ada = scenario.slack.as('U0APP1');
    await ada.click(question, 'Approve');
    const [approval] = requests;
    assert.ok(approval);
    await until(scenario, root, /1 of 2/);
    await ada.click(question, 'Withdraw approval');
    await reply(scenario, root, /withdrew their approval/);
    assert.equal((await send(urlOf(scenario.app.port), approval)).status, 200);
    const spaced = { 'x-slack-request-timestamp': `${approval.headers['x-slack-request-timestamp']}.0` };
    assert.equal((await send(urlOf(scenario.app.port), approval, spaced)).status, 200);
    assert.equal(await replayed(scenario), 2);
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await until(scenario, root, /1 of 2/);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('opens no second order, not even on another replica or after a restart', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const requests = await record(t, scenario);
    const modal = await askFor(scenario);
    await modal.submit();
    await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the order');
    const before = scenario.slack.messages('C0CLOUD').length;
    await scenario.app.stop();
    await scenario.start();
    for (const each of requests) assert.equal((await send(urlOf(scenario.app.port), each)).status, 200);
    assert.equal(await replayed(scenario), requests.length);
    assert.equal(scenario.slack.messages('C0CLOUD').length, before);
  });

  it('acts only once, even if Slack repeats it with a fresh signature', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const requests = await record(t, scenario);
    await scenario.slack.as('U0REQ').command('help');
    const [help] = requests;
    assert.ok(help);
    const answers = () => scenario.slack.ephemerals('U0REQ').length;
    const before = answers();
    const timestamp = Math.floor(Date.now() / 1000) + 1;
    const again = await send(urlOf(scenario.app.port), help, {
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(scenario.slack.signingSecret, help.body, timestamp),
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });
    assert.deepEqual([again.status, again.body, answers()], [200, '', before]);
    assert.equal(await replayed(scenario), 0, 'it is Slack');
  });
});

describe('seen requests', () => {
  const request = { signature: 'v0=1', body: 'a=b', isRetry: false };

  it('are remembered by all replicas, and forgotten once their signature has expired', async (t) => {
    const db = await openDatabase('sqlite::memory:');
    t.after(() => db.destroy());
    const answers = await Promise.all(Array.from({ length: 5 }, () => isFirstSeen(db, request, 0)));
    assert.deepEqual(answers.filter(Boolean), [true]);
    assert.equal(await isFirstSeen(db, { ...request, signature: 'v0=2' }, 0), true, 'the same words again');
    assert.equal(await isFirstSeen(db, { ...request, signature: 'v0=3', isRetry: true }, 0), false);
    // One that is dated five minutes ahead holds for ten.
    await forgetSeenRequests(db, 600_000);
    assert.equal(await isFirstSeen(db, request, 600_000), false);
    await forgetSeenRequests(db, 700_000);
    assert.equal(await isFirstSeen(db, request, 700_000), true);
  });
});
