import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import { messagesOf } from '../../src/store/messages.ts';
import { loadOrder } from '../../src/store/orders.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import { syncOrder } from '../../src/worker/slack-sync/sync-order.ts';
import { startMemorySlack } from '../model/memory-slack.ts';
import { everyOrder } from '../orders/samples.ts';
import { MINUTE, type OrderAtWork, orderAtWork } from './order-at-work.ts';

describe('the messages of an order', () => {
  it('rest once a message that Slack refused is no longer needed', async (t) => {
    const { at, sync } = await orderWithDirectMessageRefused(t);
    // The order goes on where its requester reads it anyway.
    await at.change({ type: 'channel_changed', to: `D${(await at.order()).requester}` });
    assert.equal((await sync()).syncAt, null);
  });

  it('are checked again later, then rest, if Slack did not say whether the root message exists', async (t) => {
    const { at, refuse, sync, updates } = await orderWithDirectMessageRefused(t);
    // The new direct message links to the root message, which shows what it showed before.
    refuse.update = true;
    assert.ok(isLater(await sync(), at), 'the root message is looked at again later');
    at.pass(MINUTE);
    refuse.update = false;
    const before = updates();
    assert.equal((await sync()).syncAt, null);
    assert.equal(updates(), before + 1);
  });
});

describe('the messages of an order whose thread is deleted each time it is posted', () => {
  it('are left alone until they are posted again, whatever else Slack refused', async (t) => {
    const { at, outbound, slack, sync } = await orderWithDirectMessageRefused(t);
    let opened = 0;
    at.ctx.outbound = {
      ...outbound,
      async post(message) {
        // Something deletes the root message before a reply is posted under it.
        if (message.threadTs) slack.deleteMessages();
        return outbound.post(message);
      },
      async directChannel() {
        opened += 1;
        throw new SlackApiError('conversations.open', 'no_answer');
      },
    };
    slack.deleteMessages();
    await at.db.updateTable('messages').set({ content_hash: null }).where('key', '=', 'root').execute();
    await at.change({ type: 'sync_requested', by: 'operator:olga' });
    const syncs: number[] = [];
    for (let second = 0; second < 600; second += 1) {
      const { syncAt } = (await loadOrder(at.db, 'oc-1', at.ctx.now())) ?? assert.fail();
      if (syncAt !== null && syncAt <= at.ctx.now()) {
        await sync();
        syncs.push(second);
      }
      at.pass(1_000);
    }
    assert.ok(syncs.length < 20, `synced ${syncs.length} times in ten minutes`);
    assert.ok(opened < 60, `conversations.open was called ${opened} times`);
  });
});

describe('the messages with buttons that someone deleted', () => {
  it('are all posted again, though Slack says so of one only after another was posted', async (t) => {
    const from = everyOrder()['unpaid with a date'] ?? assert.fail();
    const at = await orderAtWork(t, { from });
    const { outbound } = startMemorySlack(async () => undefined);
    at.ctx.outbound = outbound;
    const sync = async (): Promise<StoredOrder> =>
      syncOrder((await loadOrder(at.db, 'oc-1', at.ctx.now())) ?? assert.fail(), at.ctx, undefined);
    await sync();
    const buttons = async () =>
      [...(await messagesOf(at.db, 'oc-1'))].filter(([key]) => key.includes('placed'));
    const before = await buttons();
    assert.equal(before.length, 2);
    for (const [, { channel, ts }] of before) await outbound.remove({ channel, ts: ts ?? '' });
    // Only the one in the thread shows something new.
    await at.db
      .updateTable('messages')
      .set({ content_hash: null })
      .where('key', '=', before[0]?.[0] ?? '')
      .execute();
    await at.change({ type: 'sync_requested', by: 'operator:olga' });
    for (let next = (await sync()).syncAt; next !== null; next = (await sync()).syncAt) at.pass(MINUTE);
    const after = await buttons();
    assert.equal(after.length, 2);
    for (const [key, { ts }] of after) assert.notEqual(ts, new Map(before).get(key)?.ts);
  });
});

/** An order whose messages the test syncs itself: a minute ago, the one to its requester got no answer. */
async function orderWithDirectMessageRefused(t: TestContext) {
  const at = await orderAtWork(t);
  const slack = startMemorySlack(async () => undefined);
  const { outbound } = slack;
  const refuse = { direct: true, update: false };
  let updates = 0;
  at.ctx.outbound = {
    ...outbound,
    async post(message) {
      if (refuse.direct && message.channel.startsWith('D'))
        throw new SlackApiError('chat.postMessage', 'no_answer');
      return outbound.post(message);
    },
    async update(...message) {
      updates += 1;
      if (refuse.update) throw new SlackApiError('chat.update', 'no_answer');
      return outbound.update(...message);
    },
  };
  await at.work(0);
  const { id } = await at.order();
  const sync = async (): Promise<StoredOrder> => {
    const stored = await loadOrder(at.db, id, at.ctx.now());
    if (!stored) throw new Error('The order is gone');
    return syncOrder(stored, at.ctx, undefined);
  };
  await at.change({ type: 'failed', failure: { kind: 'checkout_unconfirmed' } });
  assert.ok(isLater(await sync(), at), 'the direct message is sent again later');
  refuse.direct = false;
  at.pass(MINUTE);
  return { at, refuse, slack, outbound, sync, updates: () => updates };
}

function isLater({ syncAt }: StoredOrder, { ctx }: OrderAtWork): boolean {
  return syncAt !== null && syncAt > ctx.now();
}
