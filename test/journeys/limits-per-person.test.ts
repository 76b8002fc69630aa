import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askFor, ephemeralFor, orderProject, reply, startScenario } from './scenario.ts';

describe('a single requester', () => {
  it('can have only so many open orders, however fast they submit; others are not affected', async (t) => {
    const settings = { OPEN_ORDERS_PER_PERSON: '3' };
    const scenario = await startScenario(t, { settings });
    const modals = [];
    for (let number = 1; number <= 8; number += 1) modals.push(await askFor(scenario, `flood-${number}`));
    const outcomes = await Promise.all(modals.map((modal) => modal.submit()));
    const refused = outcomes.filter((outcome) => 'errors' in outcome);
    assert.equal(refused.length, 5);
    assert.match(JSON.stringify(refused[0]), /already have 3 open orders, the most a person may have/);
    await scenario.slack.until(() => scenario.slack.messages('C0CLOUD').length === 3, 'three orders');
    const ada = scenario.slack.as('U0APP1');
    await ada.command('other', 'C0CLOUD');
    assert.deepEqual(await (await ada.modal()).submit(), { closed: true });
  });

  it('cannot exceed that by retrying closed orders, by button, form or all at once', async (t) => {
    const scenario = await startScenario(t, { settings: { OPEN_ORDERS_PER_PERSON: '2' } });
    const { slack, ovh } = scenario;
    const on = { method: 'GET', path: '/order/cart/{cartId}/checkout' };
    const body = { class: 'Client::Forbidden', message: 'This call has not been granted' };
    const ended = [];
    for (const name of ['one', 'two', 'three']) {
      ovh.faults.add({ ...on, kind: 'refuse', status: 403, body });
      const root = await orderProject(scenario, {}, `ended-${name}`);
      ended.push(await reply(scenario, root, /Nothing was ordered/));
    }
    const rita = slack.as('U0REQ');
    await Promise.all(ended.map((told) => rita.click(told, 'Try again')));
    await ephemeralFor(scenario, 'U0REQ', /already have 2 open orders, the most a person may have/);
    const open = () =>
      slack.messages('C0CLOUD').filter(({ text }) => /Waiting for approval/.test(text)).length;
    await slack.until(() => open() === 2, 'two to be open again');
    const page = await (await fetch(`http://127.0.0.1:${scenario.app.port}/metrics`)).text();
    assert.match(page, /^order_cloud_denied_commands_total\{decision="retried",reason="too_many_open"\} 1$/m);
  });

  it('can try only so many wrong vouchers an hour; after that OVHcloud is not asked', async (t) => {
    const scenario = await startScenario(t);
    const modal = await askFor(scenario, 'moon-base');
    const asked = () => scenario.ovh.calls.filter(({ template }) => template === '/cloud/eligibility').length;
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      modal.fill({ Voucher: 'EXPIRED' });
      assert.ok('errors' in (await modal.submit()), `attempt ${attempt}`);
    }
    const before = asked();
    assert.match(JSON.stringify(await modal.submit()), /entered too many vouchers/);
    assert.equal(asked(), before);
    modal.fill({ Voucher: '' });
    assert.deepEqual(await modal.submit(), { closed: true });
  });

  it('can try only so many vouchers an hour that OVHcloud does not check before the order', async (t) => {
    const scenario = await startScenario(t, { settings: { OPEN_ORDERS_PER_PERSON: '100' } });
    scenario.ovh.faults.add({ method: 'GET', path: '/cloud/eligibility', kind: 'html-502', times: 99 });
    for (let number = 1; number <= 10; number += 1) {
      const modal = await askFor(scenario, `unsaid-${number}`);
      modal.fill({ Voucher: `WRONG${number}` });
      assert.deepEqual(await modal.submit(), { closed: true }, `order ${number}`);
    }
    const modal = await askFor(scenario, 'unsaid-11');
    modal.fill({ Voucher: 'WRONG11' });
    assert.match(JSON.stringify(await modal.submit()), /entered too many vouchers/);
  });

  it('shares the rate limit for quotes with everyone: excess orders are quoted later', async (t) => {
    let now = Date.now();
    const settings = { OVH_CALLS_PER_MINUTE: '24' };
    const scenario = await startScenario(t, { settings, now: () => now });
    for (let number = 1; number <= 4; number += 1) await orderProject(scenario, {}, `order-${number}`);
    const quoted = () =>
      scenario.slack.messages('C0CLOUD').filter(({ text }) => /Waiting for approval/.test(text)).length;
    await scenario.slack.until(() => quoted() === 2, 'two quotes');
    now += 40_000;
    await scenario.slack.until(() => quoted() >= 3, 'a third');
    now += 40_000;
    await scenario.slack.until(() => quoted() === 4, 'the last');
  });
});
