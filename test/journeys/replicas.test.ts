import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { onlyAtFullSize } from '../size.ts';
import { openGate } from '../store/database-gate.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import {
  ephemeralFor,
  hasText,
  noCartLeft,
  orderAndQuote,
  orderProject,
  reply,
  startScenario,
  until,
} from './scenario.ts';

describe('replicas on one PostgreSQL', () => {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('take over the order of a killed replica', async (t) => {
    const settings = { DATABASE_URL: await server.newDatabase() };
    const scenario = await startScenario(t, { process: true, settings });
    const fault = scenario.ovh.faults.add({
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'hang',
    });
    const ordering = orderProject(scenario);
    await fault.triggered;
    const first = scenario.app;
    await scenario.start();
    await first.kill();
    const root = await ordering;
    const question = await reply(scenario, root, /: approve /);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    assert.equal(scenario.ovh.orders.size, 1);
    await noCartLeft(scenario);
  });

  it('store times as whole milliseconds, whatever the settings are', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const settings = {
      DATABASE_URL: await server.newDatabase(),
      APPROVAL_TIMEOUT_HOURS: '1.333333',
      REMIND_AFTER_HOURS: '0.333333',
      RETAIN_SECRETS_DAYS: '0.123456789',
    };
    const scenario = await startScenario(t, { settings });
    await orderAndQuote(scenario);
    assert.doesNotMatch(scenario.logged(), /bigint/);
  });

  it('place one order although clicks reach different replicas at once', async (t) => {
    const scenario = await startScenario(t, { settings: { DATABASE_URL: await server.newDatabase() } });
    await scenario.start();
    await scenario.slack.until(() => scenario.slack.sockets === 2, 'both replicas to be connected');
    const { root, question } = await orderAndQuote(scenario);
    const before = structuredClone(question);
    const clicks = ['U0APP1', 'U0APP2', 'U0APP1', 'U0APP2', 'U0APP1', 'U0APP2'];
    await Promise.all(clicks.map((user) => scenario.slack.as(user).click(before, 'Approve')));
    await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /Ordered/);
    assert.equal(scenario.ovh.orders.size, 1);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 1);
    assert.equal(scenario.slack.thread(root).length, 2);
  });

  it('tell people when the database is down, and continue when it is back', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const gate = await openGate(await server.newDatabase());
    t.after(() => gate.shut());
    const scenario = await startScenario(t, { settings: { DATABASE_URL: gate.url } });
    const { root, question } = await orderAndQuote(scenario);
    await gate.shut();
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0APP1', /did not work, and nothing was changed/);
    const rita = scenario.slack.as('U0REQ');
    await rita.command('second');
    const modal = await rita.modal();
    const refused = await modal.submit();
    assert.match(('errors' in refused && refused.errors['Project name']) || '', /could not be saved/);
    const ask = (path: string) => fetch(`http://127.0.0.1:${scenario.app.port}/${path}`);
    assert.equal((await ask('readyz')).status, 503);
    assert.equal((await ask('healthz')).status, 200);
    const page = await (await ask('metrics')).text();
    assert.match(page, /^order_cloud_order_events_total\{event="quote_received"\} 1$/m);
    assert.doesNotMatch(page, /^order_cloud_orders\{/m, 'no number is better than an old one');

    await gate.open();
    assert.deepEqual(await modal.submit(), { closed: true });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    assert.ok(hasText(root, 'moon-base'));
    assert.equal(scenario.ovh.orders.size, 1);
  });
});
