import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onlyAtFullSize } from '../size.ts';
import { orderProject, reply, type Scenario, startScenario } from './scenario.ts';

/** Waits until /readyz says 503; anything else than that after 200 is an error. */
async function notReady(scenario: Scenario): Promise<void> {
  const ready = async () =>
    (await fetch(`http://127.0.0.1:${scenario.app.port}/readyz`).catch(() => null))?.status;
  let status = await ready();
  while (status === 200) status = await ready();
  assert.equal(status, 503, 'not ready first, then gone');
}

describe('SIGTERM', () => {
  it('finishes running work, answers 503 at /readyz, and exits with 0', async (t) => {
    const scenario = await startScenario(t, { process: true });
    const { promise: notReadyAnyMore, resolve: goOn } = Promise.withResolvers<void>();
    const fault = scenario.ovh.faults.add({
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'wait',
      until: notReadyAnyMore,
    });
    const root = await orderProject(scenario);
    await fault.triggered;
    const stopping = scenario.app.stop();
    await notReady(scenario);
    goOn();
    assert.equal(await stopping, 0);
    await scenario.start();
    await reply(scenario, root, /: approve /);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 1);
  });

  it('sent a second time exits at once', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await startScenario(t, { process: true });
    const fault = scenario.ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'hang' });
    await orderProject(scenario);
    await fault.triggered;
    const first = scenario.app.stop();
    await notReady(scenario);
    assert.equal(await scenario.app.stop(), 1);
    assert.equal(await first, 1);
  });
});

describe('losing Slack for good', () => {
  it('ends the app with an error code, so that its supervisor restarts it', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { process: true });
    scenario.slack.faults.add({
      method: 'apps.connections.open',
      kind: 'error',
      error: 'invalid_auth',
      times: 10,
    });
    scenario.slack.disconnectSockets(true);
    assert.equal(await scenario.app.ended, 1);
    assert.match(scenario.logged(), /"level":60.*Failed to open a socket to Slack.*invalid_auth/);
  });
});
