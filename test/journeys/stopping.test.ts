import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderProject, reply, type Stage, setStage } from './stage.ts';

/** Waits until /readyz says 503; anything else than that after 200 is an error. */
async function notReady(stage: Stage): Promise<void> {
  const ready = async () =>
    (await fetch(`http://127.0.0.1:${stage.app.port}/readyz`).catch(() => null))?.status;
  let status = await ready();
  while (status === 200) status = await ready();
  assert.equal(status, 503, 'not ready first, then gone');
}

describe('SIGTERM', () => {
  it('finishes what runs, says so at /readyz, and exits with 0', async (t) => {
    const stage = await setStage(t, { process: true });
    const { promise: notReadyAnyMore, resolve: goOn } = Promise.withResolvers<void>();
    const fault = stage.ovh.faults.add({
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'wait',
      until: notReadyAnyMore,
    });
    const root = await orderProject(stage);
    await fault.struck;
    const stopping = stage.app.stop();
    await notReady(stage);
    goOn();
    assert.equal(await stopping, 0);
    await stage.start();
    await reply(stage, root, /please decide/);
    assert.equal(stage.slack.messages('C0CLOUD').length, 1);
  });

  it('twice ends the app at once', async (t) => {
    const stage = await setStage(t, { process: true });
    const fault = stage.ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'hang' });
    await orderProject(stage);
    await fault.struck;
    const first = stage.app.stop();
    await notReady(stage);
    assert.equal(await stage.app.stop(), 1);
    assert.equal(await first, 1);
  });
});

describe('a Slack that does not take the app back', () => {
  it('ends the app with an error, for its supervisor to see', async (t) => {
    const stage = await setStage(t, { process: true });
    stage.slack.faults.add({
      method: 'apps.connections.open',
      kind: 'error',
      error: 'invalid_auth',
      times: 10,
    });
    stage.slack.disconnectSockets(true);
    assert.equal(await stage.app.ended, 1);
    assert.match(stage.logged(), /Slack’s socket.*is gone: the app ends/);
  });
});
