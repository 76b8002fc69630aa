import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after as afterAll, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Denial } from '../../src/orders/denial.ts';
import type { Order } from '../../src/orders/order.ts';
import { readAuditLog, verifyAuditLog } from '../../src/store/audit-log.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { eventsOf, insertOrder, loadOrder } from '../../src/store/orders.ts';
import { listRedactable } from '../../src/store/retention.ts';
import { redactExpired } from '../../src/worker/retention.ts';
import { approve, HOUR, NOW, order, placed, quoted, REQUEST, started } from '../orders/samples.ts';
import { firstOf } from '../size.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const DAY = 24 * HOUR;
const VOUCHER = 'SUMMER-2026-XY';

for (const kind of firstOf(1, ['sqlite', 'postgres'] as const)) {
  describe(`the audit log on ${kind}`, () => {
    let folder: string;
    let server: PostgresServer | undefined;
    let url: string;
    let db: Database;
    let count = 0;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'order-cloud-'));
      if (kind === 'postgres') server = await startPostgres();
    });
    beforeEach(async () => {
      await db?.destroy();
      count += 1;
      url = (await server?.newDatabase()) ?? `sqlite:${join(folder, `${count}.db`)}`;
      db = await openDatabase(url);
    });
    afterAll(async () => {
      await db.destroy();
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    async function ask(name: string): Promise<Order> {
      const request = { ...REQUEST, projectName: name, voucher: VOUCHER };
      const asked = order({ id: `oc-${name}`, request });
      assert.equal(await insertOrder(db, asked, { owner: 'me', forMs: 0 }), null);
      return asked;
    }

    /** An order that was placed and has expired: five events and more. */
    async function askToTheEnd(name: string): Promise<string> {
      const { id, request } = await ask(name);
      const change = async (event: Parameters<typeof changeOrder>[2]) => {
        const outcome = await changeOrder({ db, now: () => NOW }, id, event);
        assert.ok(!(outcome instanceof Denial), event.type);
        return outcome.order;
      };
      const waiting = await change(quoted({}, request));
      const approved = await change(approve(waiting));
      await change(started(approved));
      const orderId = 4711 + (await db.selectFrom('orders').selectAll().execute()).length;
      await change({ ...placed, ovhOrder: { ...placedOf(), orderId } } as typeof placed);
      await change({ type: 'payment_expired' });
      return id;
    }

    async function sequences(): Promise<number[]> {
      const numbers: number[] = [];
      for await (const { sequence } of readAuditLog(db)) numbers.push(sequence);
      return numbers;
    }

    /** What is wrong with the chain; rows are in tampering.test.ts. */
    const faults = async () =>
      (await verifyAuditLog(db)).faults.flatMap(({ what, sequence }) =>
        sequence === null ? [] : [`${what} ${sequence}`],
      );

    it('is one chain over all orders without a gap', async () => {
      await askToTheEnd('a');
      await askToTheEnd('b');
      assert.deepEqual(
        await sequences(),
        Array.from({ length: 12 }, (_, index) => index + 1),
      );
      const { faults: none, count: events } = await verifyAuditLog(db);
      assert.deepEqual([none, events], [[], 12]);
    });

    it('stays intact under concurrent writes', async () => {
      const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
      await Promise.all(
        names.map(async (name) => {
          const { id } = await ask(name);
          await Promise.all([
            changeOrder({ db, now: () => NOW }, id, { type: 'cancelled', by: 'U0REQ' }),
            changeOrder({ db, now: () => NOW }, id, {
              type: 'retry_scheduled',
              failure: { kind: 'ovh_unavailable' },
            }),
          ]);
        }),
      );
      const { faults: none, count: events } = await verifyAuditLog(db);
      assert.deepEqual(none, []);
      assert.ok(events >= 60, String(events));
    });

    it('reveals a changed event', async () => {
      await askToTheEnd('a');
      const changes = {
        actor: sql`update order_events set actor = 'U0OTHER' where sequence = 3`,
        time: sql`update order_events set at = at + 1 where sequence = 3`,
        payload: sql`update order_events set payload = replace(payload, 'U0APP1', 'U0APP2') where sequence = 3`,
        kind: sql`update order_events set type = 'rejected' where sequence = 3`,
      };
      for (const [what, change] of Object.entries(changes)) {
        const { rows } = await sql<{
          before: string;
        }>`select actor, at, payload, type from order_events where sequence = 3`.execute(db);
        await change.execute(db);
        assert.deepEqual(await faults(), ['changed 3'], what);
        await db
          .updateTable('order_events')
          .set(rows[0] as object)
          .where('sequence', '=', 3)
          .execute();
        assert.deepEqual(await faults(), [], `${what}, put right`);
      }
    });

    it('reveals removed, inserted or swapped events', async () => {
      await askToTheEnd('a');
      const all = await db.selectFrom('order_events').selectAll().execute();
      const restore = async () => {
        await db.deleteFrom('order_events').execute();
        await db.insertInto('order_events').values(all).execute();
      };
      await db.deleteFrom('order_events').where('sequence', '=', 3).execute();
      assert.deepEqual(await faults(), ['missing 3']);
      await restore();

      await db.deleteFrom('order_events').where('sequence', '>=', 5).execute();
      assert.deepEqual(await faults(), ['missing 5'], 'at the end');
      await restore();

      const forged = { ...all[0], version: 99, sequence: 7, hash: 'f'.repeat(64) } as (typeof all)[number];
      await db.insertInto('order_events').values(forged).execute();
      assert.deepEqual(await faults(), ['changed 7', 'extra 7']);
      await restore();

      await db
        .insertInto('order_events')
        .values({ ...forged, sequence: 0, hash: '0'.repeat(64) })
        .execute();
      assert.deepEqual(await faults(), ['extra 0'], 'before the first');
      await restore();

      await sql`update order_events set sequence = -sequence where sequence in (2, 3)`.execute(db);
      await sql`update order_events set sequence = 5 + sequence where sequence < 0`.execute(db);
      assert.deepEqual(await faults(), ['changed 2', 'changed 3', 'changed 4']);
    });

    it('stays intact when vouchers and checkout URLs are redacted, which are then stored nowhere', async () => {
      const early = await askToTheEnd('early');
      await ask('open');
      const ctx = { db, now: () => NOW + 31 * DAY };
      const { signal } = new AbortController();
      assert.deepEqual(await listRedactable(db, { before: NOW - 1, limit: 10 }), [], 'not before its time');
      await redactExpired(ctx, 30 * DAY, signal);

      const erased = (await loadOrder(db, early))?.order;
      assert.equal(erased?.request.voucher, '••••XY', 'it is still seen that there was one');
      assert.equal(erased?.ovhOrder?.url, '');
      assert.equal(erased?.ovhOrder?.orderId, 4712);
      assert.equal(
        (await loadOrder(db, 'oc-open'))?.order.request.voucher,
        VOUCHER,
        'an open order needs its own',
      );
      assert.deepEqual(await listRedactable(db, { before: Number.MAX_SAFE_INTEGER, limit: 10 }), []);
      assert.deepEqual((await verifyAuditLog(db)).faults, []);
      assert.equal((await eventsOf(db, early)).at(-1)?.type, 'secrets_redacted');

      const tryAgain = { type: 'retried', by: 'U0REQ' } as const;
      const masked = await changeOrder({ db, now: () => NOW + 32 * DAY }, early, {
        ...tryAgain,
        request: erased.request,
      });
      assert.ok(masked instanceof Denial, 'what is left of a voucher is none');
      const again = await changeOrder({ db, now: () => NOW + 32 * DAY }, early, {
        ...tryAgain,
        request: { ...erased.request, voucher: null },
      });
      assert.ok(!(again instanceof Denial));
      await changeOrder({ db, now: () => NOW + 32 * DAY }, 'oc-open', { type: 'cancelled', by: 'U0REQ' });
      await redactExpired({ db, now: () => NOW + 99 * DAY }, 30 * DAY, signal);
      assert.ok(!(await everythingIn(db)).includes('SUMMER'));
      assert.ok(!(await everythingIn(db)).includes('sesame'));
      if (kind === 'sqlite') {
        for (const file of readdirSync(folder).filter((name) => name.startsWith(`${count}.db`))) {
          const bytes = readFileSync(join(folder, file), 'latin1');
          assert.ok(!bytes.includes('SUMMER') && !bytes.includes('sesame'), `${file} still holds a secret`);
        }
      }
    });
  });
}

function placedOf() {
  if (placed.type !== 'placed') throw new Error('no placed order');
  return placed.ovhOrder;
}

/** All that is in the rows of all tables. */
async function everythingIn(db: Database): Promise<string> {
  const tables = ['orders', 'order_events', 'messages', 'homes'] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}
