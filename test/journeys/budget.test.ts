import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SIGN_INS } from '../fakes/settings.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { firstOf } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import {
  askFor,
  ephemeralFor,
  hasText,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  type ScenarioOptions,
  startScenario,
  until,
} from './scenario.ts';

const HOUR = 3_600_000;
/** As soon as it is paid, the project is there. */
const AT_ONCE = { delivery: { checking: 0, delivering: 0, projectAppears: 0 } };

/** Orders a project with what the form says, and brings it to where it is ready. */
async function readyProject(
  t: TestContext,
  fields: Record<string, string>,
  { ovhcloud, ...options }: ScenarioOptions = {},
): Promise<{ scenario: Scenario; root: FakeMessage; asked: FakeMessage; orderId: number }> {
  const scenario = await startScenario(t, { ...options, ovhcloud: { ...AT_ONCE, ...ovhcloud } });
  const { slack, ovh } = scenario;
  const { root, question } = await orderAndQuote(scenario, fields);
  const asked = structuredClone(question);
  await slack.as('U0APP1').click(question, 'Approve');
  await reply(scenario, root, /orderPassword/);
  const [placed] = [...ovh.orders.values()];
  assert.ok(placed);
  ovh.payOrder(placed.orderId);
  await until(scenario, root, /:tada:/);
  return { scenario, root, asked, orderId: placed.orderId };
}

function usageCalls({ ovh }: Scenario): string[] {
  return ovh.calls.flatMap(({ template }) => (template?.includes('/usage/') ? [template] : []));
}

/** Waits until OVHcloud has been asked so often what the project has spent. */
function readings(scenario: Scenario, count: number): Promise<true> {
  const read = () => usageCalls(scenario).filter((template) => template.endsWith('/forecast')).length;
  return scenario.slack.until(() => read() >= count, `${count} readings of its spend`);
}

function notices({ slack }: Scenario, root: FakeMessage): FakeMessage[] {
  return slack
    .thread(root)
    .filter((message) => hasText(message, /not a cap/) && hasText(message, /has reached|likely/));
}

describe('a monthly budget', { concurrency: 2 }, () => {
  for (const signIn of firstOf(1, SIGN_INS)) {
    it(`is approved with the order, and spending is reported once a month (${signIn})`, async (t) => {
      const clock = fastClock(t);
      const fields = { 'Monthly budget': '100' };
      const { scenario, root, asked, orderId } = await readyProject(t, fields, { signIn, now: clock.now });
      const { slack, ovh } = scenario;
      assert.ok(hasText(asked, 'Monthly budget: €100.00 (not a cap)'), 'approvers see it');
      await readings(scenario, 1);
      assert.deepEqual(notices(scenario, root), []);

      ovh.spend(orderId, { spent: 55, expected: 10 });
      clock.jump(24 * HOUR);
      const half = await reply(scenario, root, /has reached 50%/);
      assert.ok(hasText(half, /€55\.00 of €100\.00 in November 2026/));
      const direct = () =>
        slack.directMessages('U0REQ').find((message) => hasText(message, /has reached 50%/));
      await slack.until(direct, 'the direct message to the requester');

      ovh.spend(orderId, { spent: 5, expected: 90 });
      clock.jump(24 * HOUR);
      await reply(scenario, root, /likely to go over its monthly budget/);
      clock.jump(24 * HOUR);
      await readings(scenario, 4);
      assert.equal(notices(scenario, root).length, 2, 'nothing is told twice');

      ovh.spend(orderId, { spent: 60 });
      clock.jump(24 * HOUR);
      await reply(scenario, root, /has reached 100%/);
      assert.equal(notices(scenario, root).length, 3, 'and 80 % with it');
    });
  }

  it('appears in the Home and the lists of requester and approvers, with a total', async (t) => {
    const clock = fastClock(t);
    const { scenario, orderId } = await readyProject(t, { 'Monthly budget': '1 000' }, { now: clock.now });
    const { slack, ovh } = scenario;
    await readings(scenario, 1);
    ovh.spend(orderId, { spent: 120, expected: 30 });
    clock.jump(24 * HOUR);
    await readings(scenario, 2);
    for (const user of ['U0REQ', 'U0APP1']) {
      await slack.as(user).openHome();
      const shown = () =>
        JSON.stringify(slack.as(user).home() ?? null).includes(
          '€120.00 of €1,000.00 spent in November 2026 · forecast €150.00',
        );
      await slack.until(shown, `the spend in the Home of ${user}`);
      await slack.as(user).command('list', 'C0CLOUD');
      await ephemeralFor(
        scenario,
        user,
        /One project with a budget: €120\.00 of €1,000\.00 spent .* forecast €150\.00\. A budget is not a cap/,
      );
    }
    await slack.as('U0GUEST').command('list', 'C0CLOUD');
    const other = await ephemeralFor(scenario, 'U0GUEST', /./);
    assert.ok(!hasText(other, /budget/i), 'what others spend is not theirs to read');
  });

  it('needs approval again when the requester changes it', async (t) => {
    const scenario = await startScenario(t, { settings: { APPROVALS_REQUIRED: '2' } });
    const { slack } = scenario;
    const { root, question } = await orderAndQuote(scenario, { 'Monthly budget': '100' });
    await slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2/);
    await slack.as('U0REQ').click(question, 'Edit');
    const form = await slack.as('U0REQ').modal();
    form.fill({ 'Monthly budget': '500' });
    assert.deepEqual(await form.submit(), { closed: true });
    await reply(scenario, root, /monthly budget/);
    const again = await reply(scenario, root, /Monthly budget: €500\.00/);
    assert.ok(hasText(again, /0 of 2/), 'the approval is void');
  });

  it('is refused in the form unless it is a whole amount, and cannot be left empty where it is required', async (t) => {
    const scenario = await startScenario(t, { settings: { BUDGET: 'required' } });
    const form = await askFor(scenario);
    form.fill({ 'Monthly budget': '1.5' });
    const outcome = await form.submit();
    assert.ok('errors' in outcome);
    assert.match(JSON.stringify(outcome.errors), /Enter a whole number/);
    form.fill({ 'Monthly budget': '5' });
    assert.deepEqual(await form.submit(), { closed: true });
  });

  it('is in the currency that the form shows, which is read from OVHcloud once', async (t) => {
    const scenario = await startScenario(t, { ovhcloud: { subsidiary: 'PL' } });
    for (const name of ['moon-base', 'mars-base']) {
      const form = await askFor(scenario, name);
      assert.match(JSON.stringify(form.view.blocks), /In Polish zlotys \(PLN\)/);
    }
    assert.equal(scenario.ovh.calls.filter(({ template }) => template === '/me').length, 1);
  });

  it('is in the account’s currency if OVHcloud does not say which that is', async (t) => {
    const scenario = await startScenario(t);
    const body = { class: 'Client::Forbidden', message: 'This call has not been granted' };
    scenario.ovh.faults.add({ method: 'GET', path: '/me', kind: 'refuse', status: 403, body });
    const form = await askFor(scenario);
    assert.match(JSON.stringify(form.view.blocks), /In your OVHcloud account’s currency/);
  });

  it('must be entered to retry an order without one once budgets are required', async (t) => {
    const scenario = await startScenario(t);
    const { slack, ovh, app, start } = scenario;
    const body = { class: 'Client::Forbidden', message: 'This call has not been granted' };
    ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'refuse', status: 403, body, times: 1 });
    const root = await orderProject(scenario);
    await until(scenario, root, /Not ordered/);
    await app.stop();
    await start({ BUDGET: 'required' });
    const failed = await reply(scenario, root, /Try again/);
    await slack.as('U0REQ').click(failed, 'Try again');
    const form = await slack.as('U0REQ').modal();
    assert.ok('errors' in (await form.submit()), 'not without a budget');
    form.fill({ 'Monthly budget': '50' });
    assert.deepEqual(await form.submit(), { closed: true });
    await reply(scenario, root, /Monthly budget: €50\.00/);
  });

  it('has no field while budgets are off, and usage is not read', async (t) => {
    const clock = fastClock(t);
    const { scenario } = await readyProject(t, {}, { now: clock.now, settings: { BUDGET: 'off' } });
    clock.jump(48 * HOUR);
    const form = await askFor(scenario, 'another');
    assert.ok(!JSON.stringify(form.view.blocks).includes('budget'));
    assert.deepEqual(usageCalls(scenario), []);
  });

  it('never has usage read for a project ordered without one', async (t) => {
    const clock = fastClock(t);
    const { scenario } = await readyProject(t, {}, { now: clock.now });
    clock.jump(48 * HOUR);
    await askFor(scenario, 'another');
    assert.deepEqual(usageCalls(scenario), []);
  });

  it('does not hold up a ready project when usage may not be read, and shows since when that is so', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now, ovhcloud: AT_ONCE, signIn: 'service account' });
    const { slack, ovh } = scenario;
    ovh.denyAction('publicCloudProject:apiovh:usage/current/get');
    const { root, question } = await orderAndQuote(scenario, { 'Monthly budget': '100' });
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    for (const { orderId } of ovh.orders.values()) ovh.payOrder(orderId);
    await until(scenario, root, /:tada:/);
    await slack.until(() => usageCalls(scenario).length > 0, 'a reading of the spend');
    await slack.as('U0REQ').openHome();
    const shown = () =>
      JSON.stringify(slack.as('U0REQ').home() ?? null).includes('hasn’t reported the spend since');
    await slack.until(shown, 'the Home to say so');
    assert.ok(hasText(root, /:tada:/));
  });
});
