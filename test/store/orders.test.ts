import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after as afterAll, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderList } from '../../src/orders/order-list.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { claimDue, markSynced, postponeStep, releaseLease, renewLeases } from '../../src/store/leases.ts';
import { findOpenByName, listEnded, listOpenOf, listWaiting } from '../../src/store/order-queries.ts';
import { eventsOf, findLinkedOvhOrderIds, insertOrder, loadOrder } from '../../src/store/orders.ts';
import type { QueryLog } from '../../src/store/query-log.ts';
import { approve, HOUR, NOW, order, placed, quoted, REQUEST, started } from '../orders/samples.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const lease = (owner: string, forMs = 6_000) => ({ owner, forMs });

for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`the store on ${kind}`, () => {
    let folder: string;
    let server: PostgresServer | undefined;
    let db: Database;
    let count = 0;
    const newUrl = async () =>
      (await server?.newDatabase()) ?? `sqlite:${join(folder, `new-${count++}`, 'orders.db')}`;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'order-cloud-'));
      if (kind === 'postgres') server = await startPostgres();
      db = await openDatabase(await newUrl(), { clock: 'caller' });
    });
    afterAll(async () => {
      await db.destroy();
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    it('applies an event to the row last read without reading it again', async () => {
      const queries: string[] = [];
      const onQuery = ({ operation }: QueryLog) => queries.push(operation);
      const counted = await openDatabase(await newUrl(), { clock: 'caller', onQuery });
      await insertOrder(counted, order(), lease('me'));
      const row = (await loadOrder(counted, order().id)) ?? assert.fail('no order');
      queries.length = 0;
      const asked = await changeOrder({ db: counted, now: () => NOW }, row, quoted());
      assert.ok(!(asked instanceof Denial));
      const approved = await changeOrder({ db: counted, now: () => NOW }, asked, approve(asked.order));
      assert.ok(!(approved instanceof Denial));
      assert.deepEqual((await loadOrder(counted, order().id))?.order, approved.order);
      // The end of the audit log's chain is read for each event.
      assert.equal(queries.filter((operation) => operation === 'select').length, 2 + 1);
      await counted.destroy();
    });

    it('decides by the current row even if it is given an older one', async () => {
      const { id, request } = await someOrder();
      const old = (await loadOrder(db, id)) ?? assert.fail('no order');
      const asked = await changeOrder({ db, now: () => NOW }, id, quoted({}, request));
      assert.ok(!(asked instanceof Denial));
      // The older row does not allow this one, and that one no more.
      const approved = await changeOrder({ db, now: () => NOW }, old, approve(asked.order));
      assert.ok(!(approved instanceof Denial));
      assert.equal(approved.order.state, 'approved');
      const outdated = await changeOrder({ db, now: () => NOW }, old, {
        type: 'cancelled',
        by: old.order.requester,
      });
      assert.ok(outdated instanceof Denial);
      assert.equal(outdated.order.state, 'approved');
      assert.deepEqual(
        (await eventsOf(db, id)).map(({ type }) => type),
        ['requested', 'quote_received', 'approved'],
      );
    });

    /** Writes a new order with a name of its own, leased to no one any more. */
    async function someOrder() {
      count += 1;
      const projectName = `project ${count}`;
      const written = order({
        id: `oc-${count}`,
        request: { ...REQUEST, projectName, voucher: 'SECRET-VOUCHER-1' },
      });
      assert.equal(await insertOrder(db, written, lease('me')), null);
      await releaseLease(db, written.id, 'me');
      return written;
    }

    it('returns an order exactly as it was written', async () => {
      const written = await someOrder();
      assert.deepEqual((await loadOrder(db, written.id))?.order, written);
      assert.equal(await loadOrder(db, 'nothing'), null);
    });

    it('keeps everything when it is reopened', async () => {
      const url = await newUrl();
      const first = await openDatabase(url);
      await insertOrder(first, order(), lease('me'));
      await first.destroy();
      const second = await openDatabase(url);
      assert.equal((await loadOrder(second, 'oc-1'))?.version, 1);
      await second.destroy();
    });

    it('returns the existing order when the same one is inserted twice', async () => {
      const first = await someOrder();
      assert.deepEqual(await insertOrder(db, first, lease('me')), { existing: first });
      assert.equal((await eventsOf(db, first.id)).length, 1);
    });

    it('lets only one open order have a project name, in any case', async () => {
      const first = await someOrder();
      const request = { ...REQUEST, projectName: first.request.projectName.toUpperCase() };
      const second = order({ id: 'oc-second', request });
      const outcome = await insertOrder(db, second, lease('me'));
      assert.equal(outcome && 'taken' in outcome && outcome.taken.id, first.id);
      assert.equal((await findOpenByName(db, request.projectName))?.id, first.id);
      assert.deepEqual(await eventsOf(db, 'oc-second'), []);

      await changeOrder({ db, now: () => NOW }, first.id, { type: 'cancelled', by: 'U0REQ' });
      assert.equal(await insertOrder(db, second, lease('me')), null);
    });

    it('lists orders that await approval, open ones and closed ones, newest first and page by page', async () => {
      const own = async (requester: string, name: string, at: number) => {
        const request = { ...REQUEST, projectName: name };
        const made = { ...order({ id: `oc-${name}`, request }), requester, createdAt: at };
        assert.equal(await insertOrder(db, made, lease('me')), null);
        return made.id;
      };
      const ids = [];
      for (const index of [1, 2, 3]) ids.push(await own('U0LISTED', `listed-${index}`, NOW + index));
      await own('U0OTHER', 'listed-other', NOW + 4);
      const idsOf = ({ orders }: OrderList) => orders.map(({ id }) => id);
      const newest = await listOpenOf(db, 'U0LISTED', { from: 0, size: 2 });
      assert.deepEqual([idsOf(newest), newest.hasMore], [['oc-listed-3', 'oc-listed-2'], true]);
      const rest = await listOpenOf(db, 'U0LISTED', { from: 2, size: 2 });
      assert.deepEqual([idsOf(rest), rest.hasMore], [['oc-listed-1'], false]);

      await changeOrder(
        { db, now: () => NOW },
        'oc-listed-2',
        quoted({}, { ...REQUEST, projectName: 'listed-2' }),
      );
      const waiting = await listWaiting(db, { from: 0, size: 100 });
      assert.ok(idsOf(waiting).includes('oc-listed-2') && !idsOf(waiting).includes('oc-listed-1'));
      await changeOrder({ db, now: () => NOW }, 'oc-listed-3', { type: 'cancelled', by: 'U0LISTED' });
      assert.deepEqual(idsOf(await listEnded(db, 'U0LISTED', { from: 0, size: 9 })), ['oc-listed-3']);
      assert.equal(idsOf(await listEnded(db, null, { from: 0, size: 1 }))[0], 'oc-listed-3');
      assert.deepEqual(idsOf(await listOpenOf(db, 'U0LISTED', { from: 0, size: 9 })), [
        'oc-listed-2',
        'oc-listed-1',
      ]);
    });

    it('refuses to reopen an order whose name another one has taken', async () => {
      const first = await someOrder();
      await changeOrder({ db, now: () => NOW }, first.id, {
        type: 'failed',
        failure: { kind: 'ovh_unavailable' },
      });
      assert.equal(await insertOrder(db, { ...first, id: `${first.id}-b` }, lease('me')), null);
      const again = { type: 'retried', by: 'U0REQ', request: first.request } as const;
      const outcome = await changeOrder({ db, now: () => NOW }, first.id, again);
      assert.ok(outcome instanceof Denial);
      assert.deepEqual(outcome.reason, {
        kind: 'name_taken',
        other: { id: `${first.id}-b`, channel: first.channel, requester: first.requester },
      });
    });

    it('reopens no more orders of a person than the limit, even concurrently', async () => {
      const requester = 'U0FLOOD';
      const ids = ['oc-f1', 'oc-f2', 'oc-f3', 'oc-f4'];
      for (const id of ids) {
        const request = { ...REQUEST, projectName: id };
        await insertOrder(db, order({ id, requester, request }), lease('me'));
        const failure = { kind: 'ovh_unavailable' } as const;
        await changeOrder({ db, now: () => NOW }, id, { type: 'failed', failure });
      }
      const again = (id: string, maxOpenOrders?: number) =>
        changeOrder({ db, now: () => NOW, ...(maxOpenOrders && { maxOpenOrders }) }, id, {
          type: 'retried',
          by: requester,
          request: { ...REQUEST, projectName: id },
        });
      const outcomes = await Promise.all(ids.map((id) => again(id, 2)));
      const denied = outcomes.filter((outcome) => outcome instanceof Denial);
      assert.deepEqual(
        denied.map(({ reason }) => reason),
        Array(2).fill({ kind: 'too_many_open', limit: 2 }),
      );
      const [first] = denied;
      assert.ok(first);
      assert.equal((await loadOrder(db, first.order.id))?.order.state, 'failed', 'nothing was written');
      assert.ok(!((await again(first.order.id)) instanceof Denial), 'an operator is not limited');
    });

    it('claims no more orders than requested, however few', async (t) => {
      const fresh = await openDatabase(await newUrl(), { clock: 'caller' });
      t.after(() => fresh.destroy());
      for (let number = 1; number <= 3; number += 1) {
        const request = { ...REQUEST, projectName: `crowd-${number}` };
        await insertOrder(fresh, order({ id: `oc-crowd-${number}`, request }), lease('nobody', -1));
        // PostgreSQL plans for the one row that it knows of.
        if (number === 1) await sql`analyze orders`.execute(fresh);
        for (const priority of ['interactive', 'recent', 'background'] as const) {
          await fresh.updateTable('orders').set({ locked_until: null, updated_at: NOW }).execute();
          const claimed = await claimDue(fresh, lease('me'), { now: NOW + 1, priority, limit: 1 });
          assert.ok(claimed.length <= 1, `${claimed.length} of ${number} of priority ${priority}`);
        }
      }
    });

    it('gives concurrent events a single outcome', async () => {
      const { id, request } = await someOrder();
      const waiting = await changeOrder({ db, now: () => NOW }, id, quoted({}, request));
      assert.ok(!(waiting instanceof Denial));
      const clicks = ['U0APP1', 'U0APP2', 'U0APP3', 'U0APP4', 'U0APP5'].map((by) =>
        changeOrder({ db, now: () => NOW }, id, approve(waiting.order, by)),
      );
      const outcomes = await Promise.all(clicks);
      assert.equal(outcomes.filter((outcome) => outcome instanceof Denial).length, 4);
      assert.equal((await loadOrder(db, id))?.order.approvals.length, 1);
    });

    it('records every event with who and when, without voucher or payment link', async () => {
      const { id, request } = await someOrder();
      const waiting = await changeOrder({ db, now: () => NOW + 1 }, id, quoted({}, request));
      assert.ok(!(waiting instanceof Denial));
      const approved = await changeOrder({ db, now: () => NOW + 2 }, id, approve(waiting.order));
      assert.ok(!(approved instanceof Denial));
      await changeOrder({ db, now: () => NOW + 3 }, id, started(approved.order));
      await changeOrder({ db, now: () => NOW + 4 }, id, placed);
      const trail = await eventsOf(db, id);
      assert.deepEqual(
        trail.map(({ version, at, actor, type }) => [version, at, actor, type]),
        [
          [1, NOW, 'U0REQ', 'requested'],
          [2, NOW + 1, null, 'quote_received'],
          [3, NOW + 2, 'U0APP1', 'approved'],
          [4, NOW + 3, null, 'checkout_started'],
          [5, NOW + 4, null, 'placed'],
        ],
      );
      const written = JSON.stringify(trail);
      assert.doesNotMatch(written, /SECRET-VOUCHER|orderPassword|sesame/);
      assert.deepEqual(await findLinkedOvhOrderIds(db, [4711, 4712]), new Set([4711]));
    });
  });

  describe(`leases on ${kind}`, () => {
    let server: PostgresServer | undefined;
    let db: Database;
    before(async () => {
      if (kind === 'postgres') server = await startPostgres();
      db = await openDatabase((await server?.newDatabase()) ?? 'sqlite::memory:', { clock: 'caller' });
      await insertOrder(db, order(), lease('first'));
    });
    afterAll(async () => {
      await db.destroy();
      await server?.stop();
    });
    const claim = async (owner: string, now: number) =>
      (await claimDue(db, lease(owner), { now, priority: 'interactive', limit: 10 })).map(
        (claimed) => claimed.attempts,
      );

    it('reserve an order for the process that wrote it, and hand it on when that process is gone', async () => {
      assert.deepEqual(await claim('second', NOW + 1_000), []);
      assert.deepEqual(await claim('second', NOW + 6_000), [2]);
      assert.deepEqual(await claim('third', NOW + 7_000), []);
    });

    it('last as long as their owner renews them', async () => {
      await renewLeases(db, lease('first', 6_000), { ids: ['oc-1'], now: NOW + 7_000 });
      await renewLeases(db, lease('second', 10_000), { ids: ['oc-1'], now: NOW + 6_000 });
      assert.deepEqual(await claim('third', NOW + 13_000), []);
      await releaseLease(db, 'oc-1', 'third');
      assert.deepEqual(await claim('third', NOW + 13_000), []);
      await releaseLease(db, 'oc-1', 'second');
      assert.deepEqual(await claim('third', NOW + 13_000), [3]);
      await releaseLease(db, 'oc-1', 'third');
    });

    it('are granted only for orders that are due', async () => {
      await changeOrder({ db, now: () => NOW }, 'oc-1', quoted());
      assert.deepEqual(await claim('third', NOW), [1], 'its picture has to be drawn');
      await releaseLease(db, 'oc-1', 'third');
      await markSynced(db, { id: 'oc-1', version: 1 }, { next: null, now: NOW });
      assert.deepEqual(await claim('third', NOW), [2], 'an older picture does not count as shown');
      await releaseLease(db, 'oc-1', 'third');
      await markSynced(db, { id: 'oc-1', version: 2 }, { next: null, now: NOW });
      assert.deepEqual(await claim('third', NOW), []);
      assert.deepEqual(await claim('third', NOW + 72 * HOUR), [3], 'its quote has ended');
      await releaseLease(db, 'oc-1', 'third');
      await postponeStep(db, { id: 'oc-1', version: 2 }, { until: NOW + 80 * HOUR, now: NOW });
      assert.deepEqual(await claim('third', NOW + 72 * HOUR), []);
    });
  });

  it(`concurrent claims on ${kind} give each order to one process`, async () => {
    const server = kind === 'postgres' ? await startPostgres() : undefined;
    const db = await openDatabase((await server?.newDatabase()) ?? 'sqlite::memory:', { clock: 'caller' });
    for (let index = 0; index < 40; index += 1) {
      const request = { ...REQUEST, projectName: `project ${index}` };
      await insertOrder(db, order({ id: `oc-${index}`, request }), lease('gone', -4_000));
    }
    const claims = Array.from({ length: 16 }, (_, index) =>
      claimDue(db, lease(`replica ${index}`), { now: NOW, priority: 'interactive', limit: 5 }),
    );
    const claimed = (await Promise.all(claims)).flat().map(({ order: { id } }) => id);
    assert.equal(new Set(claimed).size, claimed.length, 'no order twice');
    assert.ok(claimed.length > 0);
    await db.destroy();
    await server?.stop();
  });
}

it('two replicas that start at once on an empty PostgreSQL both start', async () => {
  const server = await startPostgres();
  const url = await server.newDatabase();
  const replicas = await Promise.all([openDatabase(url), openDatabase(url), openDatabase(url)]);
  for (const replica of replicas) {
    assert.equal(await loadOrder(replica, 'none'), null);
    await replica.destroy();
  }
  await server.stop();
});
