import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { post, sign } from '../fakes/slack/server.ts';
import { type Scenario, startScenario } from '../journeys/scenario.ts';
import { isAlive } from './alive.ts';

const BODY =
  'command=%2Forder-cloud&text=help&user_id=U0REQ&team_id=T0TEAM&channel_id=C0CLOUD&trigger_id=1.2';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TIMESTAMPS = [
  '',
  'soon',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1',
  '0',
  '1, 2',
  '12:00',
  '9'.repeat(400),
];

describe('headers that Slack never sends', { concurrency: 2 }, () => {
  it('invalid or distant timestamps are refused even if they are signed', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const day = 86_400_000;
    for (const timestamp of [...TIMESTAMPS, String(Date.now()), String((Date.now() - day) / 1000)]) {
      const signature = sign(scenario.slack.signingSecret, BODY, timestamp as never);
      const headers = { ...FORM, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
      const { status } = await post(urlOf(scenario), { body: BODY, headers });
      assert.ok(status === 400 || status === 401, `${status} to a timestamp of ${timestamp.slice(0, 40)}`);
    }
    await stillHelps(scenario);
  });

  it('invalid signatures are refused', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const now = Math.floor(Date.now() / 1000);
    const right = sign(scenario.slack.signingSecret, BODY, now);
    const wrong = [
      '',
      'v0',
      'v0=',
      '=',
      right.slice(3),
      right.replace('v0', 'v1'),
      right.slice(0, -1),
      `${right}0`,
    ].concat(right.toUpperCase(), `${right}, ${right}`, 'v0=ÿÿÿ', `v0=${'f'.repeat(8_000)}`);
    for (const signature of wrong) {
      const headers = { ...FORM, 'x-slack-request-timestamp': String(now), 'x-slack-signature': signature };
      const { status } = await post(urlOf(scenario), { body: BODY, headers });
      assert.equal(status, 401, signature.slice(0, 80));
    }
    const unsigned = { ...FORM, 'x-slack-request-timestamp': String(now) };
    assert.equal(
      (await post(urlOf(scenario), { body: BODY, headers: unsigned })).status,
      401,
      'no signature',
    );
    const untimed = { ...FORM, 'x-slack-signature': right };
    assert.equal((await post(urlOf(scenario), { body: BODY, headers: untimed })).status, 401, 'no timestamp');
    await stillHelps(scenario);
  });

  it('bytes that are not HTTP, and truncated bodies, end only their own connection', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const head = 'POST /slack/events HTTP/1.1\r\nhost: x\r\n';
    for (const bytes of [
      '\u0000\u0001\u0002\r\n\r\n',
      `${head}content-length: 10\r\n\r\nabc`,
      `${head}content-length: 10\r\ncontent-length: 20\r\n\r\nabc`,
      `${head}transfer-encoding: chunked\r\n\r\nzz\r\n`,
      `${head}x-long: ${'x'.repeat(100_000)}\r\n\r\n`,
    ]) {
      const socket = connect(scenario.app.port, '127.0.0.1');
      socket.end(bytes);
      const answer = await text(socket).catch((error: Error) => error.message);
      assert.doesNotMatch(answer, /^HTTP\/1\.1 5/, JSON.stringify(bytes.slice(0, 90)));
    }
    await stillHelps(scenario);
  });
});

function urlOf(scenario: Scenario): string {
  return `http://127.0.0.1:${scenario.app.port}/slack/events`;
}

async function stillHelps(scenario: Scenario): Promise<void> {
  assert.ok(await isAlive(scenario.app), scenario.logged().slice(-2_000));
  const { acked } = await scenario.slack.as('U0REQ').command('help');
  assert.ok(acked);
}
