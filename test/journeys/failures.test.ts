import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { refusals } from './ovh-errors.ts';
import {
  endsWithOneOrder,
  ephemeralFor,
  hasText,
  leaveVoucherToOrder,
  noCartLeft,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

const cart = '/order/cart/{cartId}';

describe('a refusal by OVHcloud', { concurrency: 2 }, () => {
  it('is explained in plain words with what to do, and a retry succeeds, for each known refusal', async (t) => {
    const scenario = await startScenario(t);
    for (const [name, { status, body, on = `GET ${cart}/checkout`, says: words }] of Object.entries(
      refusals,
    )) {
      const [method = '', path = ''] = on.split(' ');
      scenario.ovh.faults.add({ method, path, kind: 'refuse', status, body });
      const root = await orderProject(scenario, { Voucher: 'CREDIT5' }, `p ${name}`);
      const told = await reply(scenario, root, words);
      assert.match(told.text, /Nothing was ordered.*What to do/s, name);
      assert.ok(hasText(told, '"text":"Try again"'), name);
    }
    // What another voucher or name may help keeps its cart for the next try.
    await noUnusedCart(scenario, Object.values(refusals).filter(({ keepsCart }) => keepsCart).length);
    assert.doesNotMatch(scenario.logged(), /CREDIT5/);
  });

  it('is logged with the call, the status, the class and the query id', async (t) => {
    const scenario = await startScenario(t, { signIn: 'application key' });
    scenario.ovh.deny('GET', `${cart}/checkout`);
    const root = await orderProject(scenario);
    const told = await reply(scenario, root, /lacks permission/);
    const logged = () =>
      scenario
        .logged()
        .split('\n')
        .find((entry) => entry.includes('order step failed'));
    const line = await scenario.slack.until(logged, 'the line in the log');
    const { order, call, queryId, failure, status, errorClass } = JSON.parse(line);
    assert.equal(call, `GET ${cart}/checkout`);
    assert.deepEqual([failure, status, errorClass], ['right_missing', 403, 'NOT_GRANTED_CALL']);
    assert.match(order, /^oc-/);
    assert.ok(queryId, 'the log names it');
    assert.ok(![root, told].some((message) => hasText(message, queryId)), 'all know why: no one needs it');
  });

  it('of a voucher offers the form again, filled in, in the same thread', async (t) => {
    const scenario = await startScenario(t);
    const { slack, ovh } = scenario;
    const fields = { Voucher: 'EXPIRED', Reason: 'kept', 'right of withdrawal': true };
    leaveVoucherToOrder(scenario);
    const root = await orderProject(scenario, fields);
    const told = await reply(scenario, root, /voucher has expired.*another voucher/s);
    await until(scenario, root, /Not ordered/);

    await slack.as('U0APP1').click(told, 'Try again');
    await ephemeralFor(scenario, 'U0APP1', /Only <@U0REQ>/);
    await slack.as('U0REQ').click(told, 'Try again');
    const modal = await slack.as('U0REQ').modal();
    assert.equal(modal.values()['Project name'], 'moon-base');
    assert.equal(modal.values().Reason, 'kept');
    modal.fill({ Voucher: 'CREDIT5' });
    assert.deepEqual(await modal.submit(), { closed: true });
    const question = await reply(scenario, root, /: approve .*€6.00/);
    await until(scenario, told, /Before that, nothing was ordered/);
    assert.ok(!hasText(told, '"type":"button"'), 'it was tried again already');
    assert.ok(hasText(question, 'right of withdrawal is waived'));
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    assert.equal(ovh.orders.size, 1);
    assert.equal(slack.messages('C0CLOUD').length, 1);
  });

  it('whose cause was fixed meanwhile is retried with one click', async (t) => {
    const scenario = await startScenario(t);
    scenario.ovh.faults.add({
      method: 'GET',
      path: `${cart}/checkout`,
      kind: 'refuse',
      ...(refusals['an IAM policy'] ?? { status: 403, body: {} }),
    });
    const root = await orderProject(scenario);
    const told = await reply(scenario, root, /access policy/);
    await scenario.slack.as('U0REQ').click(told, 'Try again');
    await reply(scenario, root, /tries again/);
    await reply(scenario, root, /: approve /);
    await noUnusedCart(scenario, 1);
  });

  it('of the checkout itself fails the order, and the thread says so', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.faults.add({
      method: 'POST',
      path: `${cart}/checkout`,
      kind: 'refuse',
      status: 403,
      body: { class: 'Client::Forbidden', message: 'You are not allowed' },
    });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /does not allow this account to check out/);
    await until(scenario, root, /Not ordered/);
    await until(scenario, question, /Approved: <@U0APP1>/);
    assert.equal(scenario.ovh.orders.size, 0);
    await noCartLeft(scenario);
  });

  it('of a project whose name contains “voucher” is not taken for a refused voucher', async (t) => {
    const scenario = await startScenario(t);
    const body = { class: 'Client::BadRequest', message: "The description 'voucher-2026' is taken" };
    scenario.ovh.faults.add({ method: 'GET', path: `${cart}/checkout`, kind: 'refuse', status: 400, body });
    const root = await orderProject(scenario, { Voucher: 'CREDIT5' }, 'voucher-2026');
    const told = await reply(scenario, root, /Nothing was ordered/);
    assert.ok(hasText(told, /refused: “The description 'voucher-2026' is taken”/), told.text);
  });

  it('of checkouts for too many requests does not cost the cart', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    const body = { class: 'Client::TooManyRequests', message: 'Too many requests' };
    const path = `${cart}/checkout`;
    scenario.ovh.faults.add({ method: 'POST', path, kind: 'refuse', status: 429, body, times: 2 });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    const made = scenario.ovh.calls.filter(
      ({ method, path: of }) => method === 'POST' && of === '/order/cart',
    );
    assert.equal(made.length, 1, 'one cart was made');
    const checkouts = scenario.ovh.calls.filter(
      ({ method, template }) => method === 'POST' && template === path,
    );
    assert.equal(checkouts.length, 3);
  });

  it('of a plan that is not offered is reported before anything is put into the cart', async (t) => {
    const scenario = await startScenario(t, { settings: { OVH_PLAN_CODE: 'project.1999' } });
    const root = await orderProject(scenario);
    await reply(scenario, root, /does not offer the plan “project.1999”.*OVH_PLAN_CODE/s);
    assert.ok(
      !scenario.ovh.calls.some(({ template, method }) => method === 'POST' && template === `${cart}/cloud`),
    );
    await noCartLeft(scenario);
  });
});

describe('an OVHcloud that does not answer', { concurrency: 2 }, () => {
  for (const kind of firstOf(1, ['html-502', 'hang', 'reset-before', 'cut-body', 'server-error'] as const)) {
    it(`(${kind}) delays the quote, which people can see, and does nothing else`, async (t) => {
      const scenario = await startScenario(t, { settings: { OVH_TIMEOUT_SECONDS: '3' } });
      scenario.ovh.faults.add({ method: 'POST', path: '/order/cart', kind });
      const root = await orderProject(scenario);
      await until(scenario, root, /No quote from OVHcloud yet/);
      await reply(scenario, root, /: approve /);
      await until(scenario, root, /Waiting for approval/);
      await noUnusedCart(scenario, 1);
    });
  }

  it('for ten minutes fails the order with advice to try later', async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const scenario = await startScenario(t, { now: () => now });
    scenario.ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'html-502', times: 100 });
    const root = await orderProject(scenario);
    await until(scenario, root, /No quote from OVHcloud yet/);
    now += 5 * 60_000;
    await scenario.slack.until(
      () => scenario.ovh.calls.filter(({ fault }) => fault).length >= 2,
      'another try',
    );
    now += 6 * 60_000;
    await reply(scenario, root, /answered with an error \(502\) for ten minutes/);
    await until(scenario, root, /OVHcloud support reference: \S+/);
    scenario.ovh.faults.clear();
    await noCartLeft(scenario);
  });
});

/** Waits until OVHcloud holds just so many carts that could still be ordered. */
function noUnusedCart({ slack, ovh }: Scenario, count: number): Promise<true> {
  return slack.until(
    () => [...ovh.carts.values()].filter((each) => !each.readOnly).length === count,
    `${count} carts`,
  );
}
