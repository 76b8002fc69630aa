import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { post, sign } from './fakes/slack/server.ts';
import { askFor, startScenario } from './journeys/scenario.ts';

describe('the HTTP server', () => {
  it('answers /healthz and /readyz, and 404 for anything else', async (t) => {
    const scenario = await startScenario(t);
    const ask = async (path: string, method = 'GET') => {
      const response = await fetch(`http://127.0.0.1:${scenario.app.port}${path}`, { method });
      return [response.status, (await response.text()).trim()];
    };
    assert.deepEqual(await ask('/healthz'), [200, 'ok']);
    assert.deepEqual(await ask('/readyz'), [200, 'ready']);
    assert.deepEqual(await ask('/'), [404, 'not found']);
    assert.deepEqual(await ask('/slack/events', 'POST'), [404, 'not found'], 'not in Socket Mode');
    scenario.slack.faults.add({ method: 'apps.connections.open', kind: 'hang', times: 100 });
    scenario.slack.disconnectSockets(true);
    let ready = await ask('/readyz');
    while (ready[0] === 200) ready = await ask('/readyz');
    assert.deepEqual(ready, [503, 'Slack is not connected']);
  });

  it('serves metrics for a GET, but not for a request with a body', async (t) => {
    const scenario = await startScenario(t);
    const ask = (method: string) => fetch(`http://127.0.0.1:${scenario.app.port}/metrics`, { method });
    const page = await ask('GET');
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
    assert.match(await page.text(), /^order_cloud_slack_connected 1$/m);
    const head = await ask('HEAD');
    assert.deepEqual([head.status, await head.text()], [200, '']);
    assert.equal(head.headers.get('content-type'), page.headers.get('content-type'));
    assert.equal((await ask('POST')).status, 404);
  });

  it('accepts Slack’s requests if the Request URL ends with a slash', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    scenario.slack.deliverTo(`http://127.0.0.1:${scenario.app.port}/slack/events/`);
    await askFor(scenario);
  });

  it('accepts only requests that Slack signed, at most five minutes ago or ahead', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const url = `http://127.0.0.1:${scenario.app.port}/slack/events`;
    const body = new URLSearchParams({
      command: '/order-cloud',
      text: 'help',
      trigger_id: '1.2',
      user_id: 'U0REQ',
      team_id: 'T0TEAM',
      channel_id: 'C0CLOUD',
    }).toString();
    const now = Math.floor(Date.now() / 1000);
    const send = async (timestamp: number, secret = scenario.slack.signingSecret, text = body) => {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(secret, body, timestamp),
      };
      return (await post(url, { body: text, headers })).status;
    };
    assert.equal(await send(now), 200);
    assert.equal(await send(now - 240), 200);
    assert.equal(await send(now - 310), 401, 'too old');
    assert.equal(await send(now + 400), 401, 'from the future');
    assert.equal(await send(now, 'another secret'), 401);
    assert.equal(await send(now, scenario.slack.signingSecret, `${body}&text=other`), 401, 'another body');
    assert.equal((await post(url, { body, headers: {} })).status, 401, 'no signature');
  });
});
