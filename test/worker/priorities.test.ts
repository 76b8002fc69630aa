import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { OvhClient } from '../../src/ovh/client.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { claimDue, type Priority, releaseLease } from '../../src/store/leases.ts';
import { insertOrder, loadOrder } from '../../src/store/orders.ts';
import { createRateLimiter } from '../../src/worker/rate-limiter.ts';
import { startMemoryOvhcloud } from '../model/memory-ovhcloud.ts';
import { startMemorySlack } from '../model/memory-slack.ts';
import { shareStore, startReplica } from '../model/replica.ts';
import { everyOrder, HOUR, NOW, order, REQUEST } from '../orders/samples.ts';

const LATER = NOW + 24 * HOUR;

/** Puts an order into the store as it is, due and shown. */
async function put(
  db: Database,
  id: string,
  state: 'unpaid' | 'delivering',
  at: number,
  index = 0,
): Promise<void> {
  const sample = everyOrder()[state];
  if (!sample?.ovhOrder) throw new Error(state);
  const request = { ...REQUEST, projectName: id };
  const ovhOrder = { ...sample.ovhOrder, orderId: 5_000 + index, paymentDueAt: at + 1_000 * HOUR };
  const row = { ...sample, id, request, ovhOrder, cartsCleanedUpAt: LATER + HOUR };
  await insertOrder(db, row, { owner: 'nobody', forMs: 0 });
  await db
    .updateTable('orders')
    .set({ run_at: at, sync_at: null, updated_at: at, locked_by: null, locked_until: null })
    .where('id', '=', id)
    .execute();
}

describe('the worker’s priorities', () => {
  it('claim interactive orders first, then recent ones, then those that have waited longest', async () => {
    const db = await openDatabase('sqlite::memory:');
    await put(db, 'old', 'unpaid', NOW, 1);
    await put(db, 'older', 'unpaid', NOW - HOUR, 2);
    await put(db, 'recent', 'delivering', LATER - 60_000, 3);
    const asked = order({ id: 'asked', request: { ...REQUEST, projectName: 'asked' } });
    await insertOrder(db, { ...asked, createdAt: LATER }, { owner: 'nobody', forMs: 0 });
    const claim = async (priority: Priority, limit = 10) => {
      const claimed = await claimDue(db, { owner: 'me', forMs: 5_000 }, { now: LATER, priority, limit });
      for (const each of claimed) await releaseLease(db, each.order.id, 'me');
      return claimed.map((each) => each.order.id).sort();
    };
    assert.deepEqual(await claim('interactive'), ['asked']);
    assert.deepEqual(await claim('recent', 1), ['recent']);
    assert.deepEqual(await claim('background', 1), ['older']);
    assert.deepEqual(await claim('background'), ['asked', 'old', 'older', 'recent']);
    await db.destroy();
  });

  it('claim expiries and reminders after interactive orders, however long they have been due', async () => {
    const db = await openDatabase('sqlite::memory:');
    const { waiting } = everyOrder();
    assert.ok(waiting);
    const due = (id: string, columns: object) =>
      db
        .updateTable('orders')
        .set({ run_at: NOW, sync_at: null, locked_by: null, locked_until: null, ...columns })
        .where('id', '=', id)
        .execute();
    for (const id of ['expiring-1', 'expiring-2', 'shown']) {
      const request = { ...REQUEST, projectName: id };
      await insertOrder(db, { ...waiting, id, request }, { owner: 'nobody', forMs: 0 });
      await due(id, { updated_at: NOW });
    }
    await due('shown', { updated_at: NOW + 1, sync_at: NOW });
    const asked = order({ id: 'asked', request: { ...REQUEST, projectName: 'asked' } });
    await insertOrder(db, { ...asked, createdAt: LATER }, { owner: 'nobody', forMs: 0 });
    const claimedIds: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const claim = { now: LATER, priority: 'interactive', limit: 1 } as const;
      const claimed = await claimDue(db, { owner: 'me', forMs: 5_000 }, claim);
      claimedIds.push(...claimed.map((each) => each.order.id.replace(/-\d/, '')));
    }
    assert.deepEqual(claimedIds, ['shown', 'asked', 'expiring', 'expiring']);
    await db.destroy();
  });

  it('claim an interactive order before hundreds of tracked ones, of which sixty a minute are polled', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    const store = await shareStore();
    const observer = store.open(async () => undefined);
    for (let index = 0; index < 300; index += 1) await put(observer, `oc-${index}`, 'unpaid', NOW, index);
    let now = LATER;
    let looks = 0;
    const ovh = startMemoryOvhcloud(() => now);
    const counting: OvhClient = {
      ...ovh.client,
      call(call, schema) {
        if (call.path === '/me/order/{orderId}/status') looks += 1;
        return ovh.client.call(call, schema);
      },
    };
    const slack = startMemorySlack(async () => undefined);
    const environment = { store, ovh: counting, outbound: slack.outbound, now: () => now };
    const { worker, kill } = startReplica('one', {
      ...environment,
      rules: { required: 1, autoPay: false },
      isApprover: () => true,
    });
    const second = async () => {
      now += 1_000;
      mock.timers.tick(1_000);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    try {
      for (let seconds = 0; seconds < 5; seconds += 1) await second();
      assert.ok(looks > 0, 'the placed ones are followed');
      const asked = order({ id: 'asked', request: { ...REQUEST, projectName: 'asked' } });
      void worker.submit({ ...asked, createdAt: now });
      await second();
      assert.equal((await loadOrder(observer, 'asked'))?.order.state, 'awaiting_approval', 'not held up');

      for (let seconds = 0; seconds < 114; seconds += 1) await second();
      // What a minute holds at the start, and two minutes of it.
      assert.ok(looks > 120 && looks <= 180, `${looks} looks in two minutes`);
    } finally {
      kill(0);
      mock.timers.reset();
    }
  });
});

describe('the rate limiter', () => {
  it('starts full, and refills within a minute up to its limit', () => {
    let now = 0;
    const budget = createRateLimiter(60, () => now);
    assert.equal(budget.left(), 60);
    budget.spend(60);
    assert.equal(budget.left(), 0);
    now = 10_500;
    assert.equal(budget.left(), 10);
    now = 3_600_000;
    assert.equal(budget.left(), 60);
    // A clock that is set back takes nothing away.
    now = 0;
    assert.equal(budget.left(), 60);
  });
});
