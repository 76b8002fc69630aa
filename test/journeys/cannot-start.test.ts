import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { orderProject, reply, type Stage, setStage } from './stage.ts';

/** An order whose cart was being built when the app was killed: whoever claims it, at once, calls OVHcloud. */
async function halfBuilt(t: TestContext): Promise<Stage> {
  const stage = await setStage(t, { process: true });
  const fault = stage.ovh.faults.add({ method: 'GET', path: '/order/cart/{cartId}/checkout', kind: 'hang' });
  const ordering = orderProject(stage);
  await fault.struck;
  await ordering;
  await stage.app.kill();
  const db = await openDatabase(`sqlite:${stage.folder}/orders.db`);
  await db.updateTable('orders').set({ lease_owner: null, lease_until: null }).execute();
  await db.destroy();
  return stage;
}

describe('an app that cannot start', () => {
  it('works on nothing before Slack has taken it in', async (t) => {
    const stage = await halfBuilt(t);
    const calls = stage.ovh.calls.length;
    const refused = { method: 'apps.connections.open', kind: 'error', error: 'invalid_auth' } as const;
    for (let tries = 0; tries < 5; tries += 1) stage.slack.faults.add(refused);
    await assert.rejects(stage.start(), /Slack does not take SLACK_APP_TOKEN/);
    assert.equal(stage.ovh.calls.length, calls);

    stage.slack.faults.clear();
    await stage.start();
    const root = stage.slack.messages('C0CLOUD')[0];
    assert.ok(root);
    await reply(stage, root, /please decide/);
  });

  it('says so when its port is taken, and has worked on nothing', async (t) => {
    const taken = createServer().listen(0, '127.0.0.1');
    t.after(() => taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const stage = await halfBuilt(t);
    const calls = stage.ovh.calls.length;
    await assert.rejects(
      stage.start({ HOST: '127.0.0.1', PORT: String(port) }),
      new RegExp(`127.0.0.1:${port} cannot be listened on .*: check HOST, and set PORT to a free one`),
    );
    assert.equal(stage.ovh.calls.length, calls);
  });
});
