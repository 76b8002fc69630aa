import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FakeMessage } from '../fakes/slack/server.ts';
import {
  askFor,
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

const HOUR = 3_600_000;
const TWO = { settings: { APPROVALS_REQUIRED: '2' } };

/** Rita opens the form of an order again, changes it and saves it. */
async function edit(scenario: Scenario, question: FakeMessage, fields: Record<string, string | boolean>) {
  const rita = scenario.slack.as('U0REQ');
  await rita.click(question, 'Edit');
  const modal = await rita.modal();
  modal.fill(fields);
  const outcome = await modal.submit();
  assert.deepEqual(outcome, { closed: true });
}

/** What the direct messages of someone say. */
function told(scenario: Scenario, user: string, what: RegExp): Promise<FakeMessage> {
  const found = () => scenario.slack.directMessages(user).find((message) => hasText(message, what));
  return scenario.slack.until(found, `a direct message to ${user} that says ${what}`);
}

describe('editing an order', { concurrency: 2 }, () => {
  it('changes the configuration of the same cart, voids the approvals and asks for approval again', async (t) => {
    const scenario = await startScenario(t, TWO);
    const { root, question } = await orderAndQuote(scenario, { Reason: 'for the moon' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2 approvals: <@U0APP1>/);
    const [before] = [...scenario.ovh.carts.keys()];

    await scenario.slack.as('U0REQ').click(question, 'Edit');
    const modal = await scenario.slack.as('U0REQ').modal();
    assert.deepEqual(
      [modal.values()['Project name'], modal.values().Reason],
      ['moon-base', 'for the moon'],
      'everything is filled in',
    );
    modal.fill({ 'Project name': 'mars-base', Voucher: 'CREDIT5' });
    assert.deepEqual(await modal.submit(), { closed: true });
    await reply(scenario, root, /changed the order \(name and voucher\).*approval of <@U0APP1> is void/);
    const again = await reply(scenario, root, /: approve mars-base for €6.00/);
    assert.deepEqual([...scenario.ovh.carts.keys()], [before], 'the same cart');
    const names = scenario.ovh.calls.map(({ method, template }) => `${method} ${template}`);
    assert.ok(names.includes('PUT /order/cart/{cartId}'));
    assert.ok(
      names.includes('DELETE /order/cart/{cartId}/item/{itemId}/configuration/{configurationId}'),
      'as in the guide',
    );

    await scenario.slack.as('U0APP1').click(again, 'Approve');
    await scenario.slack.as('U0APP2').click(again, 'Approve');
    await endsWithOneOrder(scenario, root);
    assert.equal([...scenario.ovh.orders.values()][0]?.description, 'mars-base');
  });

  it('takes a removed voucher out of the cart', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario, { Voucher: 'CREDIT5' });
    await edit(scenario, question, { Voucher: '' });
    const again = await reply(scenario, root, /: approve moon-base for €12.00/);
    const [cart, ...others] = [...scenario.ovh.carts.values()];
    const labels = cart?.items[0]?.configurations.map(({ label }) => label) ?? [];
    assert.ok(labels.includes('description') && !labels.includes('voucher'), labels.join());
    assert.equal(others.length, 0);
    await scenario.slack.as('U0APP1').click(again, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('of the reason alone keeps quote and approvals', async (t) => {
    const scenario = await startScenario(t, TWO);
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await edit(scenario, question, { Reason: 'the moon needs it' });
    await reply(scenario, root, /changed the reason/);
    await until(scenario, question, /the moon needs it/);
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('is allowed only to the requester and only until the order is approved', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Edit');
    await ephemeralFor(scenario, 'U0APP1', /Only <@U0REQ>/);
    await scenario.slack.as('U0REQ').click(question, 'Edit');
    const modal = await scenario.slack.as('U0REQ').modal();
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    modal.fill({ Voucher: 'CREDIT5' });
    const outcome = await modal.submit();
    assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /Too late/);
  });

  it('builds a new cart if the old one is gone', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    const gone = { method: 'GET', path: '/order/cart', kind: 'refuse', status: 200, body: [] } as const;
    scenario.ovh.faults.add(gone);
    await edit(scenario, question, { 'Project name': 'mars-base' });
    const again = await reply(scenario, root, /: approve mars-base/);
    await scenario.slack.as('U0APP1').click(again, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('after a refused voucher continues with the same cart, without the voucher', async (t) => {
    const scenario = await startScenario(t);
    const modal = await askFor(scenario);
    leaveVoucherToOrder(scenario);
    modal.fill({ Voucher: 'EXPIRED' });
    await modal.submit();
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the root message');
    const refused = await reply(scenario, root, /voucher has expired/);
    const [before] = [...scenario.ovh.carts.keys()];
    assert.ok(before, 'the cart is kept for the next try');
    await scenario.slack.as('U0REQ').click(refused, 'Try again');
    const again = await scenario.slack.as('U0REQ').modal();
    again.fill({ Voucher: '' });
    await again.submit();
    const question = await reply(scenario, root, /: approve /);
    assert.deepEqual([...scenario.ovh.carts.keys()], [before]);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });
});

describe('the conditions of OVHcloud', { concurrency: 2 }, () => {
  for (const [voucher, says_] of [
    ['QUOTA', /limit of projects is reached/],
    ['CHALLENGE', /confirm the payment method/],
    ['PAYMENT', /add a payment method/],
  ] as const) {
    it(`(${voucher}) are reported to the requester once, before any approver is asked`, async (t) => {
      const scenario = await startScenario(t);
      if (voucher === 'PAYMENT') scenario.ovh.account.hasPaymentMethod = false;
      const modal = await askFor(scenario);
      modal.fill({ Voucher: voucher });
      await modal.submit();
      const root = await scenario.slack.until(
        () => scenario.slack.messages('C0CLOUD')[0],
        'the root message',
      );
      await reply(scenario, root, says_);
      await told(scenario, 'U0REQ', says_);
      const mentioned = [root, ...scenario.slack.thread(root)].some((message) =>
        hasText(message, 'S0APPROVERS'),
      );
      assert.ok(!mentioned, 'no approver was asked');
      const checks = scenario.ovh.calls.filter(({ template }) => template === '/cloud/eligibility');
      assert.equal(checks.length, 2, 'once by the form, once by the order');
    });
  }

  for (const [voucher, why] of [
    ['USED', /already been used/],
    ['COUNTRY', /another country/],
    ['ATTEMPTS', /accepts none for an hour/],
  ] as const) {
    it(`(${voucher}) are shown under the form’s field, and to no one else`, async (t) => {
      const scenario = await startScenario(t);
      const modal = await askFor(scenario);
      modal.fill({ Voucher: voucher, Reason: 'for the moon' });
      const outcome = await modal.submit();
      assert.match(('errors' in outcome && outcome.errors.Voucher) || '', why);
      const shown = scenario.slack.calls.filter(({ method }) => method === 'views.update');
      assert.deepEqual(
        shown.map(({ args }) => /Asking OVHcloud…/.test(JSON.stringify(args.view))),
        [true, false],
        'while OVHcloud was asked, and not any more',
      );
      assert.deepEqual(scenario.slack.messages(), []);
      assert.equal(modal.values().Reason, 'for the moon');
      modal.fill({ Voucher: 'CREDIT5' });
      assert.deepEqual(await modal.submit(), { closed: true });
      const root = await scenario.slack.until(
        () => scenario.slack.messages('C0CLOUD')[0],
        'the root message',
      );
      await reply(scenario, root, /: approve moon-base for €6.00/);
    });
  }

  it('of a voucher are checked with the order if OVHcloud does not answer the form in time', async (t) => {
    const scenario = await startScenario(t, { timing: { voucherMs: 100 } });
    scenario.ovh.faults.add({ method: 'GET', path: '/cloud/eligibility', kind: 'hang', times: 1 });
    const root = await orderProject(scenario, { Voucher: 'EXPIRED' });
    await reply(scenario, root, /voucher has expired/);
  });

  it('are shown as unknown if they cannot be read, and block nothing', async (t) => {
    const scenario = await startScenario(t);
    scenario.ovh.faults.add({ method: 'GET', path: '/cloud/eligibility', kind: 'html-502', times: 5 });
    scenario.ovh.account.hasPaymentMethod = false;
    const { root, question } = await orderAndQuote(scenario, { Voucher: 'CREDIT5' });
    await until(scenario, question, /did not say whether the account may order/);
    await until(scenario, question, /no preferred payment method/);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('include what the voucher is worth', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario, { Voucher: 'CREDIT5' });
    await until(scenario, question, /voucher is worth €5.00/);
  });
});

describe('approvals', { concurrency: 2 }, () => {
  it('can be withdrawn by the people who gave them until the order is placed', async (t) => {
    const scenario = await startScenario(t, TWO);
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2 approvals/);
    await scenario.slack.as('U0APP2').click(question, 'Withdraw approval');
    await ephemeralFor(scenario, 'U0APP2', /have not approved/);
    await scenario.slack.as('U0APP1').click(question, 'Withdraw approval');
    await reply(scenario, root, /<@U0APP1> withdrew their approval/);
    await until(scenario, question, /0 of 2 approvals/);
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await until(scenario, question, /1 of 2 approvals: <@U0APP2>/);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('can be withdrawn while OVHcloud does not answer, and nothing is ordered', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    const preview = { method: 'GET', path: '/order/cart/{cartId}/checkout', kind: 'html-502' } as const;
    scenario.ovh.faults.add({ ...preview, times: 1000 });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, root, /is answering with an error at the moment \(502\)/);
    await scenario.slack.until(() => hasText(question, 'Withdraw approval'), 'the button');
    await scenario.slack.as('U0APP1').click(question, 'Withdraw approval');
    await until(scenario, question, /: approve /);
    scenario.ovh.faults.clear();
    await scenario.slack.as('U0REQ').click(question, 'Cancel order');
    await noCartLeft(scenario);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('that no one could give make the form show an error', async (t) => {
    const scenario = await startScenario(t, {
      settings: { APPROVERS: 'U0REQ,U0APP1', APPROVALS_REQUIRED: '2' },
    });
    const outcome = await (await askFor(scenario)).submit();
    assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /No one could approve/);
    assert.deepEqual(scenario.slack.messages('C0CLOUD'), []);
  });

  it('are not asked of approvers who have left, who do not get in the way of others', async (t) => {
    const scenario = await startScenario(t, { settings: { APPROVERS: 'U0APP1,U0APP2' } });
    const left = scenario.slack.users.get('U0APP1');
    assert.ok(left);
    left.deleted = true;
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });
});

describe('reminders', { concurrency: 2 }, () => {
  it('go to approvers who have not decided, at doubling intervals, and stop when the order expires', async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const settings = { ...TWO.settings, APPROVAL_TIMEOUT_HOURS: '100' };
    const scenario = await startScenario(t, { now: () => now, settings });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2/);
    const reminders = () => scenario.slack.directMessages('U0APP2');
    now += 24 * HOUR;
    await scenario.slack.until(() => reminders().length === 1, 'the first reminder');
    const [first] = reminders();
    assert.ok(first && hasText(first, /Reminder: .*moon-base.*still waiting for your decision/));
    assert.ok(hasText(first, /"text":"Approve"/) && hasText(first, /: approve moon-base for €12.00/));
    await until(scenario, question, /reminded <!date/);
    assert.equal(scenario.slack.thread(root).length, 1, 'the thread notes it quietly');
    assert.deepEqual(scenario.slack.directMessages('U0APP1'), [], 'only who has not decided');
    now += 47 * HOUR;
    await scenario.slack.as('U0APP2').openHome();
    assert.equal(reminders().length, 1);
    now += HOUR;
    await scenario.slack.until(() => reminders().length === 2, 'the second reminder');
    now += 28 * HOUR;
    await until(scenario, root, /Expired.*not approved in time/);
    await told(scenario, 'U0REQ', /moon-base.*not approved in time/);
    now += 200 * HOUR;
    assert.equal(reminders().length, 2);
  });
});

describe('the requester', { concurrency: 2 }, () => {
  it('gets a direct message without the link when the order is placed, and no other mention', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const url = await reply(scenario, root, /orderPassword/);
    const direct = await told(scenario, 'U0REQ', /OVHcloud order \d+ for your project/);
    assert.ok(hasText(direct, '"text":"Pay"'));
    assert.ok(!hasText(url, /U0REQ/));
  });

  it('gets a direct message in their own language when the order is rejected, with the reason', async (t) => {
    const scenario = await startScenario(t);
    const rita = scenario.slack.users.get('U0REQ');
    assert.ok(rita);
    rita.locale = 'fr-FR';
    await scenario.slack.as('U0REQ').command('moon-base');
    const form = await scenario.slack.as('U0REQ').modal();
    assert.equal(form.view.title.text, 'Projet Public Cloud');
    await form.submit();
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the root message');
    const question = await reply(scenario, root, /: approve /);
    await scenario.slack.as('U0APP1').click(question, 'Reject');
    const modal = await scenario.slack.as('U0APP1').modal();
    modal.fill({ Reason: 'Use the shared one' });
    await modal.submit();
    await told(scenario, 'U0REQ', /a été refusée par <@U0APP1>.*Use the shared one/s);
    await until(scenario, root, /Rejected\* by <@U0APP1>/);
  });
});
