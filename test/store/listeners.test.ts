import assert from 'node:assert/strict';
import { after as afterAll, before, describe, it } from 'node:test';
import pg from 'pg';
import type { OrderChange } from '../../src/orders/events.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { openDatabase } from '../../src/store/database.ts';
import { countByState, oldestByState } from '../../src/store/health.ts';
import { claimDue, releaseLease } from '../../src/store/leases.ts';
import { eventsOf, insertOrder, loadOrder } from '../../src/store/orders.ts';
import type { QueryLog } from '../../src/store/query-log.ts';
import { approve, NOW, order, quoted, REQUEST } from '../orders/samples.ts';
import { firstOf } from '../size.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const lease = (owner: string) => ({ owner, forMs: 5_000 });
const PATIENT_MS = 10_000;

for (const kind of firstOf(1, ['sqlite', 'postgres'] as const)) {
  describe(`a store listener on ${kind}`, () => {
    let server: PostgresServer | undefined;
    before(async () => {
      if (kind === 'postgres') server = await startPostgres();
    });
    afterAll(() => server?.stop());

    /** A database of its own, and what it told. */
    async function open(url?: string) {
      const changes: OrderChange[] = [];
      const queries: QueryLog[] = [];
      const where = url ?? (await server?.newDatabase()) ?? 'sqlite::memory:';
      const db = await openDatabase(where, {
        clock: 'caller',
        onEvent: (change) => changes.push(change),
        onQuery: (query) => queries.push(query),
      });
      return { db, changes, queries, url: where };
    }

    it('receives each event once, however many are written concurrently, and none that was rolled back', async () => {
      const { db, changes } = await open();
      await insertOrder(db, order(), lease('me'));
      const taken = await insertOrder(db, order({ id: 'oc-2' }), lease('me'));
      assert.ok(taken, 'the name is taken');
      await changeOrder({ db, now: () => NOW }, 'oc-1', quoted());
      const asked = (await loadOrder(db, 'oc-1'))?.order ?? assert.fail('no order');
      const rules = { required: 3, allowSelfApproval: false };
      const people = ['U0A', 'U0B', 'U0C', 'U0D', 'U0A'];
      await Promise.all(
        people.map((id) => changeOrder({ db, now: () => NOW }, 'oc-1', approve(asked, id, rules))),
      );
      const written = await eventsOf(db, 'oc-1');
      assert.deepEqual(
        changes.map(({ type, by }) => [type, by]),
        written.map(({ type, actor }) => [type, actor]),
      );
      assert.deepEqual(
        changes.map(({ after }) => after.approvals.length),
        [0, 0, 1, 2, 3],
      );
      assert.deepEqual(
        changes.map(({ before }) => before?.state ?? null),
        [null, 'requested', 'awaiting_approval', 'awaiting_approval', 'awaiting_approval'],
      );
      await db.destroy();
    });

    it('receives the kind and duration of queries, but none of their values', async () => {
      const { db, queries } = await open();
      queries.length = 0;
      await insertOrder(db, order(), lease('me'));
      await loadOrder(db, 'oc-1');
      await db.deleteFrom('messages').execute();
      await releaseLease(db, 'oc-1', 'me');
      const rows = db.insertInto('order_events').values({ order_id: 'none', version: 1 } as never);
      await assert.rejects(rows.execute());
      assert.deepEqual(
        queries.map(({ operation, outcome }) => `${operation} ${outcome}`),
        [
          'transaction ok',
          'insert ok',
          'select ok',
          'insert ok',
          'update ok',
          'select ok',
          'transaction ok',
          'select ok',
          'delete ok',
          'update ok',
          'insert error',
        ],
      );
      for (const query of queries) {
        assert.deepEqual(Object.keys(query), ['operation', 'outcome', 'ms']);
        assert.ok(query.ms >= 0);
      }
      await db.destroy();
    });

    it('receives who held an order before it was claimed, if that owner did not release it', async () => {
      const { db } = await open();
      await insertOrder(db, order(), lease('first'));
      const claim = async (owner: string, now: number) =>
        (await claimDue(db, lease(owner), { now, priority: 'interactive', limit: 5 })).map(
          ({ previousOwner }) => previousOwner,
        );
      assert.deepEqual(await claim('second', NOW + 1_000), [], 'it is leased');
      assert.deepEqual(await claim('second', NOW + 6_000), ['first']);
      await releaseLease(db, 'oc-1', 'second');
      assert.deepEqual(await claim('third', NOW + 6_000), [null]);
      await db.destroy();
    });

    it('receives how many orders are in each state', async () => {
      const { db } = await open();
      for (const name of ['a', 'b', 'c']) {
        const request = { ...REQUEST, projectName: name };
        await insertOrder(db, order({ id: `oc-${name}`, request }), lease('me'));
      }
      await changeOrder({ db, now: () => NOW }, 'oc-b', { type: 'cancelled', by: 'U0REQ' });
      const counts = await countByState(db, PATIENT_MS);
      assert.deepEqual(Object.fromEntries(counts), { requested: 2, cancelled: 1 });
      assert.deepEqual(Object.fromEntries(await oldestByState(db, PATIENT_MS)), { requested: NOW });
      await db.destroy();
    });

    if (kind === 'sqlite') return;

    it('does not wait for a database that does not answer', async () => {
      const { db, url } = await open();
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query('begin; lock table orders in access exclusive mode');
      await assert.rejects(countByState(db, 20));
      await assert.rejects(oldestByState(db, 20));
      await other.end();
      await db.destroy();
    });
  });
}
