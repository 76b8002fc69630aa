import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasText, orderAndQuote, orderProject, reply, startScenario, until } from './scenario.ts';

describe('when Slack has trouble', { concurrency: 2 }, () => {
  it('the app finds a post whose answer was lost instead of posting it again, if the app may search', async (t) => {
    const scenario = await startScenario(t);
    scenario.slack.scopes.add('channels:history');
    const cloud = scenario.slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.bot_is_member = true;
    scenario.slack.faults.add({ method: 'chat.postMessage', kind: 'lose-answer', times: 1 });
    const root = await orderProject(scenario);
    await reply(scenario, root, /: approve /);
    await until(scenario, root, /Waiting for approval/);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 1);
  });

  it('the app posts a message at most twice if the answer was lost and the app may not search', async (t) => {
    const scenario = await startScenario(t);
    const lost = {
      method: 'chat.postMessage',
      kind: 'lose-answer',
      when: ({ thread_ts: thread }: Record<string, unknown>) => !thread,
    } as const;
    scenario.slack.faults.add(lost);
    await orderProject(scenario);
    const second = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[1], 'the second post');
    await reply(scenario, second, /: approve /);
    await until(scenario, second, /Waiting for approval/);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 2);
  });

  it('a decision counts at once, and is shown when Slack accepts messages again', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    scenario.slack.faults.add({ method: 'chat.update', kind: 'status', status: 500, times: 3 });
    scenario.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'status',
      status: 429,
      retryAfter: 1,
      times: 1,
    });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await scenario.slack.until(() => scenario.ovh.orders.size === 1, 'the order');
    await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /Ordered/);
    await until(scenario, question, /Approved: <@U0APP1>/);
    assert.equal(scenario.slack.thread(root).length, 2);
  });

  it('the app posts a deleted root message again, with its thread', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    root.deleted = true;
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const again = await scenario.slack.until(
      () => scenario.slack.messages('C0CLOUD')[0],
      'a new root message',
    );
    await reply(scenario, again, /orderPassword/);
    await until(scenario, again, /Ordered/);
    assert.equal(scenario.ovh.orders.size, 1);
  });
});

describe('a channel that takes no messages any more', { concurrency: 2 }, () => {
  it('does not stop an approved order: it continues in direct messages with its requester', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario);
    const cloud = scenario.slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.is_archived = true;
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const direct = () =>
      scenario.slack.directMessages('U0REQ').find((message) => hasText(message, /orderPassword/));
    await scenario.slack.until(direct, 'the checkout URL in a direct message');
    const why = () =>
      scenario.slack
        .directMessages('U0REQ')
        .find((message) => hasText(message, /can no longer post in <#C0CLOUD>/));
    await scenario.slack.until(why, 'why it is there');
    assert.equal(scenario.ovh.orders.size, 1);
  });

  it('a payment link for the requester alone reaches them after an outage of Slack', async (t) => {
    const scenario = await startScenario(t, { settings: { CHECKOUT_URL_TO: 'requester' } });
    const { question } = await orderAndQuote(scenario);
    const isUrl = (args: Record<string, unknown>) => JSON.stringify(args).includes('orderPassword');
    const trouble = { kind: 'error', error: 'internal_error', when: isUrl } as const;
    scenario.slack.faults.add({ method: 'chat.postMessage', ...trouble });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const url = () =>
      scenario.slack.directMessages('U0REQ').find((message) => hasText(message, 'orderPassword'));
    await scenario.slack.until(url, 'the checkout URL');
  });
});

describe('clicks that no honest Slack client sends', () => {
  it('change nothing: another channel, another quote, no order at all', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario);
    const ada = scenario.slack.as('U0APP1');
    const [, orderId] = /"value":"(oc-[0-9a-f]+):/.exec(JSON.stringify(question.blocks)) ?? [];
    assert.ok(orderId);
    const tampered = (change: (text: string) => string) =>
      JSON.parse(change(JSON.stringify(question))) as typeof question;
    const values = [
      `${orderId}:${'0'.repeat(32)}`,
      'oc-0000:00',
      "'; drop table orders; --",
      'x'.repeat(2000),
    ];
    for (const value of values) {
      const click = tampered((text) => text.replaceAll(/"value":"oc-[^"]+"/g, `"value":"${value}"`));
      assert.ok((await ada.click(click, 'Approve')).acked, value);
    }
    assert.ok((await ada.click({ ...question, channel: 'G0SECRET' }, 'Approve')).acked);
    await scenario.slack.until(() => scenario.slack.ephemerals('U0APP1').length === 3, 'three explanations');
    assert.ok(
      scenario.slack.ephemerals().every((each) => hasText(each, /no longer exists here|quote has changed/)),
    );
    assert.equal(scenario.ovh.orders.size, 0);
    assert.equal(scenario.slack.thread(question).length, 0);
  });
});
