import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { visibleText } from '../fakes/slack/blocks.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { hasText, orderAndQuote, reply, type Scenario, startScenario, until } from './scenario.ts';

const HOUR = 3_600_000;

/** What rings for someone: a message is heard as it was posted; its updates are silent. */
type Bells = {
  /** Messages that appear in the channel: at its top level, or sent there from a thread. */
  channel: number;
  /** Mentions, alone or with a group, and direct messages. */
  calls: (user: string) => number;
};

function bellsOf({ slack }: Scenario): Bells {
  const all = slack.messages().flatMap((root) => [root, ...slack.thread(root)]);
  /** As it was posted. */
  const words = (message: FakeMessage) => {
    const { text, blocks } = message.history[0] ?? message;
    return `${text}\n${visibleText(blocks)}`;
  };
  const isBroadcast = ({ thread_ts: thread, reply_broadcast: also }: FakeMessage) => !thread || also;
  return {
    channel: all.filter((message) => message.channel.startsWith('C') && isBroadcast(message)).length,
    calls(user) {
      const groups = [...slack.groups.values()].filter(({ users }) => users.includes(user));
      const mentions = [`<@${user}>`, ...groups.map(({ id }) => `<!subteam^${id}>`)];
      const direct = slack.directMessages(user);
      // In others' direct messages a mention calls no one.
      const isCall = (message: FakeMessage) =>
        !message.channel.startsWith('D') && mentions.some((mention) => words(message).includes(mention));
      return all.filter((message) => direct.includes(message) || isCall(message)).length;
    },
  };
}

describe('the notifications of an order', { concurrency: 2 }, () => {
  it('when all goes well: twice in the channel, and once each for approver and requester', async (t) => {
    const scenario = await startScenario(t, { settings: { APPROVERS: 'U0APP1' } });
    const { slack, ovh } = scenario;
    const { root, question } = await orderAndQuote(scenario, { Reason: 'for the moon' });
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    const [placed] = [...ovh.orders.values()];
    assert.ok(placed);
    ovh.payOrder(placed.orderId);
    await until(scenario, root, /\*Paid\*/);
    for (let step = 0; step < 3; step += 1) ovh.advance(placed.orderId);
    await until(scenario, root, /\*Ready\*/);
    const { channel, calls } = bellsOf(scenario);
    assert.equal(channel, 2, 'the order, and its payment link');
    assert.equal(calls('U0APP1'), 1, 'the question');
    assert.equal(calls('U0REQ'), 1, 'the direct message with the payment link');
    assert.ok(!hasText(root.history[0] ?? root, /<@U0REQ>/), 'their own order does not call them');
  });

  it('with a reminder: one more direct message to each approver who has not decided', async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const scenario = await startScenario(t, { now: () => now, settings: { APPROVALS_REQUIRED: '2' } });
    const { question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2/);
    now += 24 * HOUR;
    await scenario.slack.until(() => scenario.slack.directMessages('U0APP2').length === 1, 'the reminder');
    await until(scenario, question, /reminded <!date/);
    const { channel, calls } = bellsOf(scenario);
    assert.equal(channel, 1);
    assert.equal(calls('U0APP1'), 1, 'who has decided is left in peace');
    assert.equal(calls('U0APP2'), 2, 'the question, and the reminder');
    assert.equal(calls('U0REQ'), 0);
  });

  for (const [what, label, by] of [
    ['rejection', 'Reject', 'U0APP1'],
    ['cancellation', 'Cancel order', 'U0REQ'],
  ] as const) {
    it(`for a ${what}: once, for the requester unless they did it themselves, and for no one else`, async (t) => {
      const scenario = await startScenario(t);
      const { slack } = scenario;
      const { root, question } = await orderAndQuote(scenario);
      const before = bellsOf(scenario);
      await slack.as(by).click(question, label);
      if (label === 'Reject') {
        const modal = await slack.as(by).modal();
        modal.fill({ Reason: 'no' });
        await modal.submit();
      }
      await until(scenario, root, label === 'Reject' ? /\*Rejected\*/ : /\*Cancelled\*/);
      await until(scenario, question, label === 'Reject' ? /Rejected by/ : /Cancelled by/);
      const isTold = label === 'Reject';
      if (isTold)
        await slack.until(() => slack.directMessages('U0REQ').length === 1, 'the requester to hear');
      const after = bellsOf(scenario);
      assert.equal(after.channel, before.channel);
      assert.equal(after.calls('U0REQ') - before.calls('U0REQ'), isTold ? 1 : 0);
      assert.equal(after.calls('U0APP2'), before.calls('U0APP2'));
    });
  }
});
