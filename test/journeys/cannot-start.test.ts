import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { onlyAtFullSize } from '../size.ts';
import { orderProject, reply, type Scenario, startScenario } from './scenario.ts';

/** An order whose cart was being built when the app was killed: whoever claims it, at once, calls OVHcloud. */
async function halfBuilt(t: TestContext): Promise<Scenario> {
  const scenario = await startScenario(t, { process: true });
  const fault = scenario.ovh.faults.add({
    method: 'GET',
    path: '/order/cart/{cartId}/checkout',
    kind: 'hang',
  });
  const ordering = orderProject(scenario);
  await fault.triggered;
  await ordering;
  await scenario.app.kill();
  const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
  await db.updateTable('orders').set({ locked_by: null, locked_until: null }).execute();
  await db.destroy();
  return scenario;
}

describe('an app that cannot start', () => {
  it('processes no order before Slack accepts its tokens', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await halfBuilt(t);
    const calls = scenario.ovh.calls.length;
    const refused = { method: 'apps.connections.open', kind: 'error', error: 'invalid_auth' } as const;
    for (let tries = 0; tries < 5; tries += 1) scenario.slack.faults.add(refused);
    await assert.rejects(scenario.start(), /Slack does not accept SLACK_APP_TOKEN/);
    assert.equal(scenario.ovh.calls.length, calls);

    scenario.slack.faults.clear();
    await scenario.start();
    const root = scenario.slack.messages('C0CLOUD')[0];
    assert.ok(root);
    await reply(scenario, root, /: approve /);
  });

  it('says that its port is taken, and processes no order', { skip: onlyAtFullSize }, async (t) => {
    const taken = createServer().listen(0, '127.0.0.1');
    t.after(() => taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const scenario = await halfBuilt(t);
    const calls = scenario.ovh.calls.length;
    await assert.rejects(
      scenario.start({ HOST: '127.0.0.1', PORT: String(port) }),
      new RegExp(`Cannot listen on 127.0.0.1:${port} .*: check HOST, and set PORT to a free port`),
    );
    assert.equal(scenario.ovh.calls.length, calls);
  });
});
