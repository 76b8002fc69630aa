import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after as afterAll, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Denial } from '../../src/orders/denial.ts';
import type { Order } from '../../src/orders/order.ts';
import { appendEvent } from '../../src/store/audit-chain.ts';
import { verifyAuditLog } from '../../src/store/audit-log.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { isPostgres } from '../../src/store/dialect.ts';
import { claimDue } from '../../src/store/leases.ts';
import { listOpenOf } from '../../src/store/order-queries.ts';
import { insertOrder, loadOrder } from '../../src/store/orders.ts';
import { TamperedOrderError } from '../../src/store/tampering.ts';
import { redactExpired } from '../../src/worker/retention.ts';
import { approve, HOUR, NOW, order, placed, quoted, REQUEST, started } from '../orders/samples.ts';
import { firstOf } from '../size.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const ID = 'oc-moon';

for (const kind of firstOf(1, ['sqlite', 'postgres'] as const)) {
  describe(`an order whose row was changed outside the app, on ${kind}`, () => {
    let folder: string;
    let server: PostgresServer | undefined;
    let db: Database;
    let tampered: string[];

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'order-cloud-'));
      if (kind === 'postgres') server = await startPostgres();
    });
    beforeEach(async (t) => {
      await db?.destroy();
      tampered = [];
      const url =
        (await server?.newDatabase()) ?? `sqlite:${join(folder, `${t.name.replaceAll(/\W+/g, '-')}.db`)}`;
      db = await openDatabase(url, { clock: 'caller', onTampered: (id) => tampered.push(id) });
      await askForMoon();
    });
    afterAll(async () => {
      await db.destroy();
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    const change = async (event: Parameters<typeof changeOrder>[2], id = ID): Promise<Order> => {
      const outcome = await changeOrder({ db, now: () => NOW }, id, event);
      assert.ok(!(outcome instanceof Denial), event.type);
      return outcome.order;
    };

    /** An order that waits for the second of two approvals. */
    async function askForMoon(): Promise<void> {
      const request = { ...REQUEST, projectName: 'moon' };
      await insertOrder(db, order({ id: ID, request }), { owner: 'me', forMs: 0 });
      const waiting = await change(quoted({}, request));
      await change(approve(waiting, 'U0APP1', { required: 2, allowSelfApproval: false }));
    }

    const faults = async () =>
      (await verifyAuditLog(db)).faults.map(({ what, message }) => `${what} ${message}`);
    const rowOf = (id: string) =>
      db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const put = (columns: object) => db.updateTable('orders').set(columns).where('id', '=', ID).execute();
    const claim = () =>
      claimDue(
        db,
        { owner: 'me', forMs: 5_000 },
        { now: NOW + 200 * HOUR, priority: 'interactive', limit: 10 },
      );
    const withoutForeignKeys = async (work: () => Promise<unknown>) => {
      if (isPostgres(db)) await sql`alter table order_events disable trigger all`.execute(db);
      else await sql`pragma foreign_keys = off`.execute(db);
      if (isPostgres(db)) await sql`alter table orders disable trigger all`.execute(db);
      await work();
    };

    /** The app trusts nothing in the row: it is not claimed, not shown and not changed. */
    async function isNotTrusted(): Promise<void> {
      await assert.rejects(loadOrder(db, ID), TamperedOrderError);
      await assert.rejects(
        changeOrder({ db, now: () => NOW }, ID, { type: 'cancelled', by: 'U0REQ' }),
        TamperedOrderError,
      );
      assert.deepEqual(await claim(), []);
      assert.deepEqual((await listOpenOf(db, 'U0REQ', { from: 0, size: 5 })).orders, []);
      assert.ok(tampered.includes(ID));
    }

    it('is detected whichever column was changed', async () => {
      const body = JSON.parse((await rowOf(ID)).body);
      const bodies: Record<string, object> = {
        'state, body.state': { ...body, state: 'approved' },
        'body.approvals': { ...body, approvals: [...body.approvals, { ...body.approvals[0], by: 'U0APP2' }] },
        'open_name, body.request.projectName': { ...body, request: { ...body.request, projectName: 'mars' } },
        'requester, body.requester': { ...body, requester: 'U0OTHER' },
        'body.formerAttempts': { ...body, formerAttempts: [{ cartId: 'cart', at: 1 }] },
        'ovh_order_id, body.ovhOrder': {
          ...body,
          ovhOrder: { orderId: 4711, url: 'https://example.com/' },
        },
      };
      const { is_open: _, ...whole } = await rowOf(ID);
      const changes: [string, object][] = [
        ['state', { state: 'approved' }],
        ['requester', { requester: 'U0OTHER' }],
        ['open_name', { open_name: null }],
        ['ovh_order_id', { ovh_order_id: 4711 }],
        ['version', { version: 2 }],
        ['version', { version: 9 }],
        ...Object.entries(bodies).map(([what, changed]): [string, object] => [
          what,
          { body: JSON.stringify(changed) },
        ]),
        ['body', { body: '{' }],
        ['body', { body: 'null' }],
      ];
      for (const [what, columns] of changes) {
        tampered = [];
        await put(columns);
        assert.deepEqual(await faults(), [
          `changed the row of order ${ID} is not as its last event left it: ${what}`,
        ]);
        await isNotTrusted();
        await put(whole);
        assert.deepEqual(await faults(), []);
        assert.equal((await claim()).length, 1, 'put right, it goes on');
        await put(whole);
      }
    });

    it('is detected when an older row was restored', async () => {
      const { is_open: _, ...older } = await rowOf(ID);
      await change({ type: 'approval_withdrawn', by: 'U0APP1' });
      await put(older);
      assert.deepEqual(await faults(), [
        `changed the row of order ${ID} is not as its last event left it: version, body.approvals, body.timeline`,
      ]);
      await isNotTrusted();
    });

    it('is detected when matching events were written outside the chain', async () => {
      const { is_open: _, ...row } = await rowOf(ID);
      const [last] = await db.selectFrom('order_events').selectAll().where('version', '=', 3).execute();
      assert.ok(last);
      await put({ version: 4 });
      await db
        .insertInto('order_events')
        .values({ ...last, version: 4, sequence: 4, actor: 'U0APP2' })
        .execute();
      await isNotTrusted();
      assert.deepEqual((await faults()).toSorted(), [
        'changed approved of order oc-moon',
        'changed the row of order oc-moon is not as its last event left it',
        'extra at the end, up to 4',
      ]);
      await db.deleteFrom('order_events').where('version', '=', 4).execute();
      await put(row);
      await db.deleteFrom('order_events').where('version', '=', 3).execute();
      await isNotTrusted();
      assert.deepEqual((await faults()).toSorted(), [
        'changed the row of order oc-moon is not as its last event left it: version, body.approvals',
        'missing at the end, up to 3',
      ]);
    });

    it('is detected when it was deleted or copied, and a copy is never processed', async () => {
      const { is_open: _, ...row } = await rowOf(ID);
      await db
        .insertInto('orders')
        .values({ ...row, id: 'oc-copy', open_name: 'copy' })
        .execute();
      assert.deepEqual(await faults(), ['extra the row of order oc-copy has no event']);
      assert.deepEqual(
        (await claim()).map(({ order: { id } }) => id),
        [ID],
      );
      assert.deepEqual(tampered, ['oc-copy']);
      await db.deleteFrom('orders').where('id', '=', 'oc-copy').execute();
      await withoutForeignKeys(() => db.deleteFrom('orders').where('id', '=', ID).execute());
      assert.deepEqual(await faults(), ['missing the row of order oc-moon']);
    });

    it('does not keep other orders from being claimed or redacted', async () => {
      const request = { ...REQUEST, projectName: 'mars', voucher: 'SUMMER-2026' };
      await insertOrder(db, order({ id: 'oc-mars', request }), { owner: 'me', forMs: 0 });
      await change({ type: 'cancelled', by: 'U0REQ' });
      await change({ type: 'cancelled', by: 'U0REQ' }, 'oc-mars');
      await put({ body: '{', redactable_since: 1 });
      const { signal } = new AbortController();
      await redactExpired({ db, now: () => NOW + 99 * HOUR }, HOUR, signal);
      assert.equal((await loadOrder(db, 'oc-mars'))?.order.request.voucher, '••••26');
    });

    it('is not reported for events, redactions and concurrent changes made by the app itself', async () => {
      const mars = { ...REQUEST, projectName: 'mars', voucher: 'SUMMER-2026' };
      await insertOrder(db, order({ id: 'oc-mars', request: mars }), { owner: 'me', forMs: 0 });
      const waiting = await change(quoted({}, mars), 'oc-mars');
      const approved = await change(approve(waiting), 'oc-mars');
      await change(started(approved), 'oc-mars');
      await change(placed, 'oc-mars');
      await change({ type: 'payment_expired' }, 'oc-mars');
      await redactExpired({ db, now: () => NOW + 99 * HOUR }, HOUR, new AbortController().signal);
      await Promise.all(
        Array.from({ length: 20 }, async () => {
          await changeOrder({ db, now: () => NOW }, ID, { type: 'sync_requested', by: 'operator:alice' });
          await loadOrder(db, ID);
          await claim();
        }),
      );
      assert.deepEqual([await faults(), tampered], [[], []]);
    });

    it('is detected when someone else appended a valid event to the chain', async () => {
      const {
        sequence: _,
        hash: __,
        ...last
      } = await db.selectFrom('order_events').selectAll().where('version', '=', 3).executeTakeFirstOrThrow();
      await db.transaction().execute((tx) => appendEvent(tx, { ...last, version: 4, actor: 'U0APP2' }));
      await put({ version: 4 });
      assert.deepEqual(await faults(), [`changed the row of order ${ID} is not as its last event left it`]);
      await isNotTrusted();
    });
  });
}
