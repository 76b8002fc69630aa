import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { fastClock } from './fast-clock.ts';
import {
  ephemeralFor,
  hasText,
  orderAndQuote,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

const always = Number.POSITIVE_INFINITY;
const REMINDER_DUE_MS = 25 * 3_600_000;

/** An administrator, or a retention rule, deletes messages. */
function deleteAll(...messages: FakeMessage[]): void {
  for (const message of messages) message.deleted = true;
}

async function newRoot(scenario: Scenario): Promise<FakeMessage> {
  const isRoot = (message: FakeMessage) => hasText(message, 'the Public Cloud project “');
  return scenario.slack.until(() => scenario.slack.messages('C0CLOUD').find(isRoot), 'a new root message');
}

/** Each approver has the question in a direct message. */
async function reminded({ slack }: Scenario): Promise<void> {
  const isAsked = (user: string) =>
    slack.directMessages(user).some((message) => hasText(message, /Reminder/));
  await slack.until(() => ['U0APP1', 'U0APP2'].every(isAsked), 'the reminders');
}

/** Nothing stands in the channel but one root message. */
async function hasOneRoot(scenario: Scenario, root: FakeMessage): Promise<void> {
  const roots = () => scenario.slack.messages('C0CLOUD');
  await scenario.slack.until(
    () => roots().length === 1 && roots()[0] === root,
    'one message at the top level',
  );
}

describe('messages that were deleted in Slack', { concurrency: 1 }, () => {
  it('are all posted again when a reminder is due', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    deleteAll(root, question);
    clock.jump(REMINDER_DUE_MS);
    const again = await newRoot(scenario);
    const asked = await reply(scenario, again, /: approve /);
    await reminded(scenario);
    await hasOneRoot(scenario, again);
    await scenario.slack.as('U0APP1').click(asked, 'Approve');
    await reply(scenario, again, /orderPassword/);
  });

  it('never leave a stray reply at the top level, whatever is posted next', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const url = await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /Ordered/);
    deleteAll(root, question, url);
    const [placed] = [...scenario.ovh.orders.values()];
    assert.ok(placed);
    scenario.ovh.payOrder(placed.orderId);
    const again = await newRoot(scenario);
    await reply(scenario, again, /\*Paid\*/);
    await hasOneRoot(scenario, again);
    const broadcasts = scenario.slack.thread(again).filter((message) => message.reply_broadcast);
    assert.equal(broadcasts.length, 0, 'what was news once is not broadcast again');
  });

  it('are all posted again even if the answer to the next post is lost and the app may search for it', async (t) => {
    const scenario = await startScenario(t);
    scenario.slack.scopes.add('channels:history');
    const cloud = scenario.slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.bot_is_member = true;
    const { root, question } = await orderAndQuote(scenario);
    const isUrl = (args: Record<string, unknown>) => JSON.stringify(args).includes('orderPassword');
    const lost = { method: 'chat.postMessage', kind: 'lose-answer', when: isUrl } as const;
    scenario.slack.faults.add(lost);
    deleteAll(root);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const again = await scenario.slack.until(
      () => scenario.slack.messages('C0CLOUD').find((message) => hasText(message, 'Ordered')),
      'a new root message',
    );
    await reply(scenario, again, /orderPassword/);
    await hasOneRoot(scenario, again);
    const urls = scenario.slack.thread(again).filter((message) => hasText(message, 'orderPassword'));
    assert.equal(urls.length, 1);
  });

  it('are all posted again when only the root message was deleted and a reply is due', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    deleteAll(root);
    clock.jump(REMINDER_DUE_MS);
    const again = await newRoot(scenario);
    const asked = await reply(scenario, again, /: approve /);
    await hasOneRoot(scenario, again);
    await scenario.slack.until(() => question.deleted === true, 'the abandoned question to be taken back');
    await scenario.slack.as('U0APP1').click(asked, 'Approve');
    await reply(scenario, again, /orderPassword/);
  });

  it('are all posted again when only the root message was deleted and a click changes nothing', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    deleteAll(root);
    await scenario.slack.as('U0GUEST').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0GUEST', /./);
    const again = await newRoot(scenario);
    const asked = await reply(scenario, again, /: approve /);
    await hasOneRoot(scenario, again);
    await scenario.slack.as('U0APP1').click(asked, 'Approve');
    await reply(scenario, again, /orderPassword/);
  });

  it('are checked for once a minute at most, however often people click', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { question } = await orderAndQuote(scenario);
    const release = clock.hold();
    t.after(release);
    const updates = () => scenario.slack.calls.filter(({ method }) => method === 'chat.update').length;
    const before = updates();
    for (let click = 0; click < 5; click += 1) await scenario.slack.as('U0GUEST').click(question, 'Approve');
    await scenario.slack.until(() => updates() > before, 'the root message to be looked for');
    await scenario.slack.until(() => scenario.slack.ephemerals('U0GUEST').length === 5, 'five answers');
    assert.equal(updates(), before + 1);
  });

  it('are posted again under the same root if only the question was deleted and people still have to act', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    deleteAll(question);
    clock.jump(REMINDER_DUE_MS);
    await reminded(scenario);
    const asked = await reply(scenario, root, /: approve /);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 1);
    await scenario.slack.as('U0APP1').click(asked, 'Approve');
    await reply(scenario, root, /orderPassword/);
  });

  it('are posted by the new bot user after the app was reinstalled', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    for (const message of [root, question]) message.user = 'U0OLDBOT';
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const again = await scenario.slack.until(
      () => scenario.slack.messages('C0CLOUD').find((message) => message !== root),
      'a root message of the new app',
    );
    await reply(scenario, again, /orderPassword/);
    await until(scenario, again, /Ordered/);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 2);
  });

  it('are not posted again if Slack only refuses to edit them', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const frozen = { method: 'chat.update', kind: 'error', error: 'is_inactive', times: always } as const;
    scenario.slack.faults.add(frozen);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    await scenario.slack.until(
      () => scenario.slack.directMessages('U0REQ').length > 0,
      'the requester to be told',
    );
    const updates = () => scenario.slack.calls.filter(({ method }) => method === 'chat.update').length;
    // Each time that the order is due, the app looks at OVHcloud, and then shows what it has seen.
    const looks = () =>
      scenario.ovh.calls.filter(({ template }) => template === '/me/order/{orderId}/status').length;
    const due = async () => {
      const seen = looks();
      clock.jump(3_600_000);
      await scenario.slack.until(() => looks() > seen, 'another look at OVHcloud');
    };
    for (let time = 0; time < 2; time += 1) await due();
    const before = updates();
    for (let time = 0; time < 2; time += 1) await due();
    assert.equal(updates(), before, 'what cannot be updated is left alone');
  });

  it('lead to direct messages if they are deleted as soon as they are posted, and do not flood the channel', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario);
    const clicking = scenario.slack.as('U0APP1').click(question, 'Approve');
    const deleting = setInterval(() => deleteAll(...scenario.slack.messages('C0CLOUD')), 1);
    t.after(() => clearInterval(deleting));
    await clicking;
    const direct = () =>
      scenario.slack.directMessages('U0REQ').some((message) => hasText(message, 'orderPassword'));
    await scenario.slack.until(direct, 'the order to go on in direct messages');
  });
});
