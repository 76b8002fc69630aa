import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pullInFarTimes } from '../../src/store/clock-set-back.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { claimDue, postponeStep, renewLeases } from '../../src/store/leases.ts';
import { insertOrder, loadOrder } from '../../src/store/orders.ts';
import { HOUR, NOW, order, REQUEST } from '../orders/samples.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const lease = (owner: string) => ({ owner, forMs: 6_000 });
const people = { priority: 'interactive', limit: 10 } as const;

describe('leases on PostgreSQL', () => {
  let server: PostgresServer;
  let db: Database;
  before(async () => {
    server = await startPostgres();
    db = await openDatabase(await server.newDatabase());
  });
  after(async () => {
    await db.destroy();
    await server.stop();
  });

  it('follow the database’s clock, whatever the clocks of the replicas', async () => {
    const now = Date.now();
    await insertOrder(db, order({ createdAt: now - 8 * HOUR }), lease('a replica hours behind'));
    const ahead = now + 8 * HOUR;
    assert.deepEqual(await claimDue(db, lease('hours ahead'), { ...people, now: ahead }), [], 'it is leased');
    await renewLeases(db, lease('a replica hours behind'), { ids: ['oc-1'], now: now - 8 * HOUR });
    assert.deepEqual(await claimDue(db, lease('hours ahead'), { ...people, now: ahead }), []);
  });

  it('release an order when it is due by that clock, and report how late it is', async () => {
    const past = Date.now() - 8 * HOUR;
    const request = { ...REQUEST, projectName: 'late' };
    await insertOrder(db, order({ id: 'oc-late', createdAt: past, request }), { owner: 'gone', forMs: -1 });
    const [claimed, ...others] = await claimDue(db, lease('me'), { ...people, now: past });
    assert.ok(claimed && others.length === 0);
    assert.ok(claimed.lateMs < HOUR, 'by the database’s clock it has only just been written');
    const stored = await loadOrder(db, 'oc-late', past);
    assert.ok(
      stored?.runAt !== null && (stored?.runAt ?? 0) <= (stored?.readAt ?? 0),
      'it is due as it is read',
    );
  });
});

describe('times that lie too far ahead on PostgreSQL', () => {
  it('are pulled in, but for the time of an order whose spend is followed', async () => {
    const server = await startPostgres();
    const db = await openDatabase(await server.newDatabase());
    try {
      const now = Date.now();
      await insertOrder(db, order({ createdAt: now }), lease('me'));
      await postponeStep(db, { id: 'oc-1', version: 1 }, { until: now + 48 * HOUR, now });
      const runAt = async () => {
        const { run_at } = await db.selectFrom('orders').select('run_at').executeTakeFirstOrThrow();
        return Number(run_at);
      };
      await db.updateTable('orders').set({ state: 'ready', open_name: null, monthly_budget: 10 }).execute();
      await pullInFarTimes(db, now);
      assert.ok((await runAt()) > now + 47 * HOUR);
      await db.updateTable('orders').set({ monthly_budget: null }).execute();
      await pullInFarTimes(db, now);
      assert.ok((await runAt()) < now + HOUR);
    } finally {
      await db.destroy();
      await server.stop();
    }
  });
});

describe('times that lie too far ahead', () => {
  let db: Database;
  const at = NOW;
  before(async () => {
    db = await openDatabase('sqlite::memory:');
    await insertOrder(db, order(), lease('me'));
  });
  after(() => db.destroy());

  it('leases and delays set before the clock was turned back an hour are shortened', async () => {
    await postponeStep(db, { id: 'oc-1', version: 1 }, { until: at + 30_000, now: at });
    const setBack = at - HOUR;
    assert.deepEqual(await claimDue(db, lease('me'), { ...people, now: setBack }), []);
    await pullInFarTimes(db, setBack);
    assert.equal((await claimDue(db, lease('me'), { ...people, now: setBack })).length, 1);
  });

  it('the deadline for approvals stays unchanged', async () => {
    await db
      .updateTable('orders')
      .set({ state: 'awaiting_approval', run_at: at + 24 * HOUR })
      .execute();
    await pullInFarTimes(db, at);
    const row = await db.selectFrom('orders').select('run_at').executeTakeFirstOrThrow();
    assert.equal(row.run_at, at + 24 * HOUR);
  });
});
