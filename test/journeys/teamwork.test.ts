import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FakeMessage } from '../fakes/slack/server.ts';
import {
  askFor,
  endsWithOneOrder,
  noCartLeft,
  orderAndQuote,
  reply,
  type Stage,
  says,
  setStage,
  until,
  whisper,
} from './stage.ts';

const HOUR = 3_600_000;
const TWO = { settings: { APPROVALS_REQUIRED: '2' } };

/** Rita opens the form of an order again, changes it and saves it. */
async function edit(stage: Stage, question: FakeMessage, fields: Record<string, string | boolean>) {
  const rita = stage.slack.as('U0REQ');
  await rita.click(question, 'Edit');
  const modal = await rita.modal();
  modal.fill(fields);
  const outcome = await modal.submit();
  assert.deepEqual(outcome, { closed: true });
}

/** What the direct messages of somebody say. */
function told(stage: Stage, user: string, what: RegExp): Promise<FakeMessage> {
  const found = () => stage.slack.directMessages(user).find((message) => says(message, what));
  return stage.slack.until(found, `a direct message to ${user} that says ${what}`);
}

describe('editing an order', { concurrency: 2 }, () => {
  it('changes the configuration of the same cart, voids the approvals and asks again', async (t) => {
    const stage = await setStage(t, TWO);
    const { root, question } = await orderAndQuote(stage, { Reason: 'for the moon' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await until(stage, question, /1 of 2 approvals: <@U0APP1>/);
    const [before] = [...stage.ovh.carts.keys()];

    await stage.slack.as('U0REQ').click(question, 'Edit');
    const modal = await stage.slack.as('U0REQ').modal();
    assert.deepEqual(
      [modal.values()['Project name'], modal.values().Reason],
      ['moon-base', 'for the moon'],
      'everything is filled in',
    );
    modal.fill({ 'Project name': 'mars-base', Voucher: 'CREDIT5' });
    assert.deepEqual(await modal.submit(), { closed: true });
    await reply(stage, root, /changed the order \(name and voucher\).*approval of <@U0APP1> is void/);
    const again = await reply(stage, root, /please decide: \*mars-base\* for \*€6.00\*/);
    assert.deepEqual([...stage.ovh.carts.keys()], [before], 'the same cart');
    const names = stage.ovh.calls.map(({ method, template }) => `${method} ${template}`);
    assert.ok(names.includes('PUT /order/cart/{cartId}'));
    assert.ok(
      names.includes('DELETE /order/cart/{cartId}/item/{itemId}/configuration/{configurationId}'),
      'as in the guide',
    );

    await stage.slack.as('U0APP1').click(again, 'Approve');
    await stage.slack.as('U0APP2').click(again, 'Approve');
    await endsWithOneOrder(stage, root);
    assert.equal([...stage.ovh.orders.values()][0]?.description, 'mars-base');
  });

  it('takes a voucher out of the cart that is not wanted any more', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage, { Voucher: 'CREDIT5' });
    await edit(stage, question, { Voucher: '' });
    const again = await reply(stage, root, /please decide: \*moon-base\* for \*€12.00\*/);
    const [cart, ...others] = [...stage.ovh.carts.values()];
    const labels = cart?.items[0]?.configurations.map(({ label }) => label) ?? [];
    assert.ok(labels.includes('description') && !labels.includes('voucher'), labels.join());
    assert.equal(others.length, 0);
    await stage.slack.as('U0APP1').click(again, 'Approve');
    await endsWithOneOrder(stage, root);
  });

  it('of the reason alone keeps quote and approvals', async (t) => {
    const stage = await setStage(t, TWO);
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await edit(stage, question, { Reason: 'the moon needs it' });
    await reply(stage, root, /changed the reason/);
    await until(stage, root, /the moon needs it/);
    await stage.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
  });

  it('is for the requester, as long as the order is not approved', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Edit');
    await whisper(stage, 'U0APP1', /Only <@U0REQ>/);
    await stage.slack.as('U0REQ').click(question, 'Edit');
    const modal = await stage.slack.as('U0REQ').modal();
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
    modal.fill({ Voucher: 'CREDIT5' });
    const outcome = await modal.submit();
    assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /Too late/);
  });

  it('builds a new cart where the old one has gone', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    const gone = { method: 'GET', path: '/order/cart', kind: 'refuse', status: 200, body: [] } as const;
    stage.ovh.faults.add(gone);
    await edit(stage, question, { 'Project name': 'mars-base' });
    const again = await reply(stage, root, /please decide: \*mars-base\*/);
    await stage.slack.as('U0APP1').click(again, 'Approve');
    await endsWithOneOrder(stage, root);
  });

  it('after a refused voucher goes on with the same cart, the voucher removed from it', async (t) => {
    const stage = await setStage(t);
    const modal = await askFor(stage);
    modal.fill({ Voucher: 'EXPIRED' });
    await modal.submit();
    const root = await stage.slack.until(() => stage.slack.messages('C0CLOUD')[0], 'the root message');
    const refused = await reply(stage, root, /voucher has expired/);
    const [before] = [...stage.ovh.carts.keys()];
    assert.ok(before, 'the cart is kept for the next try');
    await stage.slack.as('U0REQ').click(refused, 'Try again');
    const again = await stage.slack.as('U0REQ').modal();
    again.fill({ Voucher: '' });
    await again.submit();
    const question = await reply(stage, root, /please decide/);
    assert.deepEqual([...stage.ovh.carts.keys()], [before]);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
  });
});

describe('the conditions of OVHcloud', { concurrency: 2 }, () => {
  for (const [voucher, says_] of [
    ['QUOTA', /limit of projects is reached/],
    ['CHALLENGE', /confirm the payment method/],
    ['USED', /used already/],
    ['COUNTRY', /another country/],
    ['PAYMENT', /add a payment method/],
  ] as const) {
    it(`(${voucher}) are told to the requester before any approver is asked, once`, async (t) => {
      const stage = await setStage(t);
      if (voucher === 'PAYMENT') stage.ovh.account.hasPaymentMethod = false;
      const modal = await askFor(stage);
      modal.fill({ Voucher: voucher });
      await modal.submit();
      const root = await stage.slack.until(() => stage.slack.messages('C0CLOUD')[0], 'the root message');
      await reply(stage, root, says_);
      await told(stage, 'U0REQ', says_);
      const mentioned = [root, ...stage.slack.thread(root)].some((message) => says(message, 'S0APPROVERS'));
      assert.ok(!mentioned, 'no approver was asked');
      const checks = stage.ovh.calls.filter(({ template }) => template === '/cloud/eligibility');
      assert.equal(checks.length, 1);
    });
  }

  it('that cannot be read are a note, and block nothing', async (t) => {
    const stage = await setStage(t);
    stage.ovh.faults.add({ method: 'GET', path: '/cloud/eligibility', kind: 'html-502', times: 5 });
    stage.ovh.account.hasPaymentMethod = false;
    const { root, question } = await orderAndQuote(stage, { Voucher: 'CREDIT5' });
    await until(stage, root, /did not say whether the account may order/);
    await until(stage, root, /no preferred payment method/);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
  });

  it('say what the voucher is worth', async (t) => {
    const stage = await setStage(t);
    const { root } = await orderAndQuote(stage, { Voucher: 'CREDIT5' });
    await until(stage, root, /voucher is worth €5.00/);
  });
});

describe('approvals', { concurrency: 2 }, () => {
  it('can be taken back by whoever gave them, until the order is placed', async (t) => {
    const stage = await setStage(t, TWO);
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await until(stage, question, /1 of 2 approvals/);
    await stage.slack.as('U0APP2').click(question, 'Take back approval');
    await whisper(stage, 'U0APP2', /have not approved/);
    await stage.slack.as('U0APP1').click(question, 'Take back approval');
    await reply(stage, root, /<@U0APP1> took their approval back/);
    await until(stage, question, /0 of 2 approvals/);
    await stage.slack.as('U0APP2').click(question, 'Approve');
    await until(stage, question, /1 of 2 approvals: <@U0APP2>/);
    assert.equal(stage.ovh.orders.size, 0);
  });

  it('can be taken back while OVHcloud does not answer, and then nothing is ordered', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    const preview = { method: 'GET', path: '/order/cart/{cartId}/checkout', kind: 'html-502' } as const;
    stage.ovh.faults.add({ ...preview, times: 1000 });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await until(stage, root, /does not answer at the moment/);
    await stage.slack.until(() => says(question, 'Take back approval'), 'the button');
    await stage.slack.as('U0APP1').click(question, 'Take back approval');
    await until(stage, question, /please decide/);
    stage.ovh.faults.clear();
    await stage.slack.as('U0REQ').click(question, 'Cancel order');
    await noCartLeft(stage);
    assert.equal(stage.ovh.orders.size, 0);
  });

  it('that nobody could give are told to the requester in the form', async (t) => {
    const stage = await setStage(t, { settings: { APPROVERS: 'U0REQ,U0APP1', APPROVALS_REQUIRED: '2' } });
    const outcome = await (await askFor(stage)).submit();
    assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /Nobody could approve/);
    assert.deepEqual(stage.slack.messages('C0CLOUD'), []);
  });

  it('do not count approvers who have left, and one of them breaks nothing', async (t) => {
    const stage = await setStage(t, { settings: { APPROVERS: 'U0APP1,U0APP2' } });
    const left = stage.slack.users.get('U0APP1');
    assert.ok(left);
    left.deleted = true;
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
  });
});

describe('time', { concurrency: 2 }, () => {
  it('reminds those who have not decided, then after twice as long, and never after the end', async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const settings = { ...TWO.settings, APPROVAL_TIMEOUT_HOURS: '100' };
    const stage = await setStage(t, { now: () => now, settings });
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await until(stage, question, /1 of 2/);
    const reminders = () =>
      stage.slack.thread(root).filter((message) => says(message, /a reminder|were reminded/));
    now += 24 * HOUR;
    await stage.slack.until(() => reminders().length === 1, 'the first reminder');
    assert.ok(says(reminders()[0] as FakeMessage, '<@U0APP2>'));
    assert.ok(!says(reminders()[0] as FakeMessage, /U0APP1|S0APPROVERS|U0REQ/), 'only who has not decided');
    now += 47 * HOUR;
    await stage.slack.as('U0APP2').openHome();
    assert.equal(reminders().length, 1);
    now += HOUR;
    await stage.slack.until(() => reminders().length === 2, 'the second reminder');
    now += 28 * HOUR;
    await reply(stage, root, /not approved in time/);
    await told(stage, 'U0REQ', /moon-base.*not approved in time/);
    now += 200 * HOUR;
    assert.equal(reminders().length, 2);
  });
});

describe('the requester', { concurrency: 2 }, () => {
  it('hears in person that the order was placed, without the URL, and is called nowhere else', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    const url = await reply(stage, root, /orderPassword/);
    const direct = await told(stage, 'U0REQ', /approved and placed at OVHcloud.*<#C0CLOUD>/);
    assert.ok(!says(direct, /orderPassword/));
    assert.ok(!says(url, /U0REQ/));
  });

  it('hears in person, in their own language, that the order was rejected and why', async (t) => {
    const stage = await setStage(t);
    const rita = stage.slack.users.get('U0REQ');
    assert.ok(rita);
    rita.locale = 'fr-FR';
    await stage.slack.as('U0REQ').command('moon-base');
    const form = await stage.slack.as('U0REQ').modal();
    assert.equal(form.view.title.text, 'Projet Public Cloud');
    await form.submit();
    const root = await stage.slack.until(() => stage.slack.messages('C0CLOUD')[0], 'the root message');
    const question = await reply(stage, root, /please decide/);
    await stage.slack.as('U0APP1').click(question, 'Reject');
    const modal = await stage.slack.as('U0APP1').modal();
    modal.fill({ Reason: 'Use the shared one' });
    await modal.submit();
    await told(stage, 'U0REQ', /a été refusée par <@U0APP1>.*Use the shared one/s);
    await reply(stage, root, /<@U0APP1> rejected the order/);
  });
});
