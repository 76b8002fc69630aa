import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import { loadOrder } from '../../src/store/orders.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import { syncOrder } from '../../src/worker/slack-sync/sync-order.ts';
import { startMemorySlack } from '../model/memory-slack.ts';
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

/** An order whose messages the test syncs itself: a minute ago, the one to its requester got no answer. */
async function orderWithDirectMessageRefused(t: TestContext) {
  const at = await orderAtWork(t);
  const { outbound } = startMemorySlack(async () => undefined);
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
  return { at, refuse, sync, updates: () => updates };
}

function isLater({ syncAt }: StoredOrder, { ctx }: OrderAtWork): boolean {
  return syncAt !== null && syncAt > ctx.now();
}
