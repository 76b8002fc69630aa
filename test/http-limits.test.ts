import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { HTTP_LIMITS, type HttpLimits, startHttp } from '../src/http.ts';
import { createLog } from '../src/observability/log.ts';
import { sign } from './fakes/slack/server.ts';
import { orderProject, type Scenario, startScenario } from './journeys/scenario.ts';
import { readMetrics, total } from './observability/metrics-page.ts';
import { onlyAtFullSize } from './size.ts';

const HEAD = 'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n';
const now = () => Math.floor(Date.now() / 1000);

/** The headers of a request that Slack could have sent, and half of its body. */
function halfRequest(secret: string, half: string): string {
  const signature = sign(secret, half, now());
  return `${HEAD}x-slack-request-timestamp: ${now()}\r\nx-slack-signature: ${signature}\r\ncontent-length: ${half.length * 2}\r\n\r\n${half}`;
}

function open(t: TestContext, port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  t.after(() => socket.destroy());
  return socket;
}

async function refused({ app }: Scenario): Promise<(reason: string) => number> {
  const page = readMetrics(await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text());
  return (reason) => total(page, 'order_cloud_refused_requests_total', { reason });
}

describe('the HTTP server under unsigned or slow requests', () => {
  it('refuses an unsigned request without waiting for its body, and counts the reason', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const headers: [string, string][] = [
      ['unsigned', ''],
      ['unsigned', `x-slack-request-timestamp: ${now()}\r\nx-slack-signature: v0=short\r\n`],
      ['stale', `x-slack-request-timestamp: ${now() - 310}\r\nx-slack-signature: ${sign('x', '', 1)}\r\n`],
      ['stale', `x-slack-request-timestamp: ${now() + 310}\r\nx-slack-signature: ${sign('x', '', 1)}\r\n`],
    ];
    for (const [reason, more] of headers) {
      const before = (await refused(scenario))(reason);
      const socket = open(t, scenario.app.port);
      socket.write(`${HEAD}${more}content-length: 1000\r\n\r\n`);
      assert.match(await text(socket), /^HTTP\/1\.1 401 /, more);
      assert.equal((await refused(scenario))(reason), before + 1);
    }
    const forged = open(t, scenario.app.port);
    forged.write(
      `${HEAD}x-slack-request-timestamp: ${now()}\r\nx-slack-signature: ${sign('x', '', 1)}\r\ncontent-length: 4\r\n\r\na=bc`,
    );
    assert.match(await text(forged), /^HTTP\/1\.1 401 /);
    const large = open(t, scenario.app.port);
    large.write(
      `${HEAD}x-slack-request-timestamp: ${now()}\r\nx-slack-signature: ${sign('x', '', 1)}\r\ncontent-length: 262145\r\n\r\n`,
    );
    assert.match(await text(large), /^HTTP\/1\.1 413 /);
    const count = await refused(scenario);
    assert.deepEqual(
      [count('wrong_signature'), count('too_large'), count('overloaded'), count('malformed')],
      [1, 1, 0, 0],
    );
  });

  it('drops the largest unsigned bodies first, so that Slack’s requests always have room', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const unsigned = `${HEAD}x-slack-request-timestamp: ${now()}\r\nx-slack-signature: ${sign('x', '', 1)}\r\n`;
    for (const length of [...Array(80).fill(261_000), ...Array(200).fill(400)])
      open(t, scenario.app.port).write(`${unsigned}content-length: 262144\r\n\r\n${'a'.repeat(length)}`);
    const overloaded = async () => (await refused(scenario))('overloaded');
    const deadline = performance.now() + 20_000;
    while ((await overloaded()) < 16 && performance.now() < deadline) await setTimeout(20);
    assert.ok((await overloaded()) >= 16, 'the room is taken');
    const before = scenario.slack.ephemerals('U0REQ').length;
    await scenario.slack.as('U0REQ').command('help');
    assert.equal(scenario.slack.ephemerals('U0REQ').length, before + 1);
  });

  it('logs refused requests at once and then once a minute, with advice if the signing secret is wrong', async (t) => {
    const scenario = await startScenario(t, {
      mode: 'http',
      settings: { SLACK_SIGNING_SECRET: 'of-another-app' },
    });
    for (let asked = 0; asked < 5; asked += 1) await scenario.slack.as('U0REQ').command('help');
    // The fake minds the answers that are asked for here.
    scenario.slack.problems.length = 0;
    const warnings = scenario
      .logged()
      .split('\n')
      .filter((line) => line.includes('refused a request to /slack/events'));
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.match(warnings[0] ?? '', /"level":40.*"reason":"wrong_signature","count":1.*SLACK_SIGNING_SECRET/);
    assert.equal((await refused(scenario))('wrong_signature'), 5);
  });

  it('limits the time for headers and bodies, and the number of connections', async (t) => {
    const limits: HttpLimits = { ...HTTP_LIMITS, headersMs: 100, requestMs: 300, connections: 3 };
    const routes = {
      slack: () => undefined,
      health: () => 'ok',
      notReady: async () => [],
      metrics: { contentType: 'x', page: async () => '' },
    };
    const http = await startHttp({ port: 0, host: '127.0.0.1' }, routes, {
      log: createLog('silent'),
      limits,
    });
    t.after(http.stop);
    const silent = open(t, http.port);
    const halfHeaders = open(t, http.port);
    halfHeaders.write(HEAD);
    const halfBody = open(t, http.port);
    halfBody.write(halfRequest('x', 'a=bc'));
    await Promise.all([silent, halfHeaders, halfBody].map((socket) => once(socket, 'connect')));
    const oneTooMany = open(t, http.port);
    assert.equal(await text(oneTooMany), '', 'closed without an answer');
    await Promise.all([silent, halfHeaders, halfBody].map((socket) => once(socket.resume(), 'close')));
    assert.equal((await fetch(`http://127.0.0.1:${http.port}/healthz`)).status, 200);
  });

  it('exits with 0 on SIGTERM even while clients keep requests open', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const silent = open(t, scenario.app.port);
    const halfBody = open(t, scenario.app.port);
    halfBody.write(halfRequest(scenario.slack.signingSecret, 'a=bc'));
    await Promise.all([silent, halfBody].map((socket) => once(socket, 'connect')));
    await orderProject(scenario);
    const asked = performance.now();
    assert.equal(await scenario.app.stop(), 0);
    assert.ok(performance.now() - asked < 9_500, `after ${performance.now() - asked} ms`);
  });
});
