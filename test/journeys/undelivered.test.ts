import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { firstOf } from '../size.ts';
import {
  askFor,
  ephemeralFor,
  hasText,
  leaveVoucherToOrder,
  orderAndQuote,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

const toRequester = { CHECKOUT_URL_TO: 'requester' };
type Args = Record<string, unknown>;
const isUrl = (args: Args) => JSON.stringify(args).includes('orderPassword');
const always = Number.POSITIVE_INFINITY;

function directUrl(scenario: Scenario, user = 'U0REQ'): FakeMessage | undefined {
  return scenario.slack.directMessages(user).find((message) => hasText(message, 'orderPassword'));
}

function callsOf(scenario: Scenario, method: string): number {
  return scenario.slack.calls.filter((call) => call.method === method).length;
}

/** Pays what was placed, and sees the project through. */
async function payAndDeliver(scenario: Scenario, root: FakeMessage): Promise<void> {
  const [placed] = [...scenario.ovh.orders.values()];
  assert.ok(placed);
  scenario.ovh.payOrder(placed.orderId);
  await until(scenario, root, /\*Paid\*/);
  for (let step = 0; step < 3; step += 1) scenario.ovh.advance(placed.orderId);
  await until(scenario, root, /\*Ready\*/);
}

describe('a payment link in a direct message that Slack refuses', { concurrency: 1 }, () => {
  for (const error of firstOf(1, ['message_limit_exceeded', 'token_revoked', 'missing_scope'])) {
    it(`arrives later, and the thread says only then that it was sent: ${error}`, async (t) => {
      const scenario = await startScenario(t, { settings: toRequester });
      const { root, question } = await orderAndQuote(scenario);
      scenario.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error, when: isUrl, times: 2 });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      const placed = await reply(scenario, root, /was placed/);
      assert.ok(hasText(placed, `has not reached Rita yet`), placed.text);
      assert.ok(hasText(placed, error), placed.text);
      await scenario.slack.until(() => directUrl(scenario), 'the direct message');
      await until(scenario, placed, /went to Rita in a direct message/);
      assert.ok(!hasText(placed, 'Show payment link'));
      assert.ok(placed.history.every((version) => !hasText(version, /went to/)));
    });
  }

  it('still arrives after a restart', async (t) => {
    const scenario = await startScenario(t, { settings: toRequester });
    const { root, question } = await orderAndQuote(scenario);
    const refused = { kind: 'error', error: 'account_inactive', when: isUrl, times: always } as const;
    scenario.slack.faults.add({ method: 'chat.postMessage', ...refused });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const placed = await reply(scenario, root, /has not reached Rita yet/);
    await scenario.app.stop();
    scenario.slack.faults.clear();
    await scenario.start();
    await scenario.slack.until(() => directUrl(scenario), 'the direct message');
    await until(scenario, placed, /went to Rita in a direct message/);
  });

  it('is reported as undeliverable if no one can be reached, and people who may see it can', async (t) => {
    const scenario = await startScenario(t, { settings: toRequester });
    const { root, question } = await orderAndQuote(scenario);
    const refused = { kind: 'error', error: 'user_disabled', times: always } as const;
    scenario.slack.faults.add({ method: 'conversations.open', ...refused });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const placed = await reply(scenario, root, /cannot be delivered to Rita/);
    assert.ok(hasText(placed, '<@U0APP1> OVHcloud order'), 'who approved is called');
    await until(scenario, root, /has not reached the requester/);
    for (const user of ['U0APP2', 'U0REQ']) {
      await scenario.slack.as(user).click(placed, 'Show payment link');
      await ephemeralFor(scenario, user, /orderPassword/);
    }
    for (const user of ['U0GUEST', 'U0OUT']) {
      await scenario.slack.as(user).click(placed, 'Show payment link');
      await ephemeralFor(scenario, user, /Only the requester and the approvers/);
    }
    const url = [...scenario.ovh.orders.values()][0]?.url ?? '';
    assert.equal(scenario.slack.messages().filter((message) => hasText(message, url)).length, 0);
    assert.ok(!scenario.logged().includes('orderPassword'));
    await payAndDeliver(scenario, root);
    await until(scenario, placed, /is ready/);
    assert.ok(!hasText(placed, 'Show payment link'), 'nothing is left to pay');
    await scenario.slack
      .as('U0APP2')
      .click(
        { ...placed, ...placed.history.findLast((shown) => hasText(shown, 'Show payment link')) },
        'Show payment link',
      );
    await ephemeralFor(scenario, 'U0APP2', /This order is done/);
    assert.equal(callsOf(scenario, 'conversations.open'), 1, 'asked once for the message');
  });
});

describe('direct messages that cannot be opened', { concurrency: 1 }, () => {
  const errors = ['user_disabled', 'missing_scope', 'user_not_found', 'user_not_visible', 'access_denied'];
  for (const error of firstOf(1, errors)) {
    it(`do not hold up the thread, and are not retried endlessly: ${error}`, async (t) => {
      const scenario = await startScenario(t);
      scenario.slack.faults.add({ method: 'conversations.open', kind: 'error', error, times: always });
      const { root, question } = await orderAndQuote(scenario);
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /orderPassword/);
      await payAndDeliver(scenario, root);
      await until(scenario, root, /\*Ready\*/);
      assert.ok(
        callsOf(scenario, 'conversations.open') <= 12,
        `${callsOf(scenario, 'conversations.open')} calls`,
      );
      assert.equal(scenario.slack.directMessages('U0REQ').length, 0);
    });
  }

  it('do not keep an order from being retried', async (t) => {
    const scenario = await startScenario(t);
    scenario.slack.scopes.delete('im:write');
    const modal = await askFor(scenario);
    leaveVoucherToOrder(scenario);
    modal.fill({ Voucher: 'EXPIRED' });
    await modal.submit();
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the root message');
    const failed = await reply(scenario, root, /expired/);
    await scenario.slack.as('U0REQ').click(failed, 'Try again');
    const again = await scenario.slack.as('U0REQ').modal();
    again.fill({ Voucher: '' });
    await again.submit();
    await reply(scenario, root, /: approve /);
  });
});

describe('a channel that takes no messages any more', { concurrency: 1 }, () => {
  it('leaves the payment link with an approver if the requester has left too', async (t) => {
    const scenario = await startScenario(t);
    await orderAndQuote(scenario);
    const cloud = scenario.slack.channels.get('C0CLOUD');
    const rita = scenario.slack.users.get('U0REQ');
    assert.ok(cloud && rita);
    cloud.is_archived = true;
    rita.deleted = true;
    const ada = scenario.slack.as('U0APP1');
    await ada.openHome();
    await scenario.slack.until(
      () => JSON.stringify(ada.home() ?? '').includes('"Approve"'),
      'the order in the Home',
    );
    await ada.clickHome('Approve');
    const url = await scenario.slack.until(
      () => directUrl(scenario, 'U0APP1'),
      'the link in a direct message',
    );
    const [root] = scenario.slack.messages('D0APP1');
    assert.ok(root && url.thread_ts === root.ts, 'in a thread of its own');
  });

  it('continues after a message that Slack refuses for its content, and another way to the link is offered', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    const refused = { kind: 'error', error: 'invalid_blocks', when: isUrl, times: 1 } as const;
    scenario.slack.faults.add({ method: 'chat.postMessage', ...refused });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, root, /could not be posted in the thread/);
    await scenario.slack.until(() => directUrl(scenario), 'the link, to the requester');
    await scenario.slack.as('U0APP2').click(root, 'Show payment link');
    await ephemeralFor(scenario, 'U0APP2', /orderPassword/);
    await payAndDeliver(scenario, root);
    await until(scenario, root, /\*Ready\*/);
  });
});
