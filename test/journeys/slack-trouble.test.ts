import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderAndQuote, orderProject, reply, says, setStage, until } from './stage.ts';

describe('when Slack has trouble', { concurrency: 2 }, () => {
  it('a post whose answer was lost is found again, where the app may look', async (t) => {
    const stage = await setStage(t);
    stage.slack.scopes.add('channels:history');
    const cloud = stage.slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.bot_is_member = true;
    stage.slack.faults.add({ method: 'chat.postMessage', kind: 'lose-answer', times: 1 });
    const root = await orderProject(stage);
    await reply(stage, root, /please decide/);
    await until(stage, root, /Waiting for approval/);
    assert.equal(stage.slack.messages('C0CLOUD').length, 1);
  });

  it('a post whose answer was lost appears twice at most, where the app may not look', async (t) => {
    const stage = await setStage(t);
    const lost = {
      method: 'chat.postMessage',
      kind: 'lose-answer',
      when: ({ thread_ts: thread }: Record<string, unknown>) => !thread,
    } as const;
    stage.slack.faults.add(lost);
    await orderProject(stage);
    const second = await stage.slack.until(() => stage.slack.messages('C0CLOUD')[1], 'the second post');
    await reply(stage, second, /please decide/);
    await until(stage, second, /Waiting for approval/);
    assert.equal(stage.slack.messages('C0CLOUD').length, 2);
  });

  it('a decision counts at once, and is shown when Slack takes messages again', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    stage.slack.faults.add({ method: 'chat.update', kind: 'status', status: 500, times: 3 });
    stage.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'status',
      status: 429,
      retryAfter: 1,
      times: 1,
    });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await stage.slack.until(() => stage.ovh.orders.size === 1, 'the order');
    await reply(stage, root, /orderPassword/);
    await until(stage, root, /Ordered/);
    await until(stage, question, /Approved: <@U0APP1>/);
    assert.equal(stage.slack.thread(root).length, 2);
  });

  it('a root message that somebody deleted is posted again, with its thread', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    root.deleted = true;
    await stage.slack.as('U0APP1').click(question, 'Approve');
    const again = await stage.slack.until(() => stage.slack.messages('C0CLOUD')[0], 'a new root message');
    await reply(stage, again, /orderPassword/);
    await until(stage, again, /Ordered/);
    assert.equal(stage.ovh.orders.size, 1);
  });
});

describe('a channel that takes no messages any more', { concurrency: 2 }, () => {
  it('does not stop an order that was approved: it goes on in a direct message with its requester', async (t) => {
    const stage = await setStage(t);
    const { question } = await orderAndQuote(stage);
    const cloud = stage.slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.is_archived = true;
    await stage.slack.as('U0APP1').click(question, 'Approve');
    const direct = () =>
      stage.slack.directMessages('U0REQ').find((message) => says(message, /orderPassword/));
    await stage.slack.until(direct, 'the checkout URL in a direct message');
    const why = () =>
      stage.slack.directMessages('U0REQ').find((message) => says(message, /cannot write in <#C0CLOUD>/));
    await stage.slack.until(why, 'why it is there');
    assert.equal(stage.ovh.orders.size, 1);
  });

  it('a checkout URL for the requester alone reaches them after a trouble of Slack itself', async (t) => {
    const stage = await setStage(t, { settings: { CHECKOUT_URL_TO: 'requester' } });
    const { question } = await orderAndQuote(stage);
    const isUrl = (args: Record<string, unknown>) => JSON.stringify(args).includes('orderPassword');
    const trouble = { kind: 'error', error: 'internal_error', when: isUrl } as const;
    stage.slack.faults.add({ method: 'chat.postMessage', ...trouble });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    const url = () => stage.slack.directMessages('U0REQ').find((message) => says(message, 'orderPassword'));
    await stage.slack.until(url, 'the checkout URL');
  });
});

describe('clicks that no honest Slack client sends', () => {
  it('change nothing: another channel, another quote, no order at all', async (t) => {
    const stage = await setStage(t);
    const { question } = await orderAndQuote(stage);
    const ada = stage.slack.as('U0APP1');
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
    await stage.slack.until(() => stage.slack.ephemerals('U0APP1').length === 2, 'two explanations');
    assert.ok(stage.slack.ephemerals().every((each) => says(each, /not known here|quote has changed/)));
    assert.equal(stage.ovh.orders.size, 0);
    assert.equal(stage.slack.thread(question).length, 0);
  });
});
