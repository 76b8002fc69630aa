import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Kysely, sql } from 'kysely';
import { hashesOf, verifyAuditLog } from '../../src/store/audit-log.ts';
import { sumBudgets } from '../../src/store/budgets.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { countByState, oldestByState } from '../../src/store/health.ts';
import * as homes from '../../src/store/homes.ts';
import * as leases from '../../src/store/leases.ts';
import * as messages from '../../src/store/messages.ts';
import { findOpenByName, listEnded, listOpenOf, listWaiting } from '../../src/store/order-queries.ts';
import { eventsOf, findLinkedOvhOrderIds, insertOrder, loadOrder } from '../../src/store/orders.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { listRedactable } from '../../src/store/retention.ts';
import { forgetSeenRequests, isFirstSeen } from '../../src/store/seen-requests.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';
import { fillStore } from '../bench/store-filling.ts';
import { requester } from '../bench/store-histories.ts';
import { HOUR, NOW, order, REQUEST } from '../orders/samples.ts';
import { firstOf, isFullSize } from '../size.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { LARGE, planOf, type Statement } from './query-plans.ts';

/** By then, most of what is followed in the background is due. */
const LATER = NOW + 240_000;
const lease = { owner: 'me', forMs: 5_000 };
const page = { from: 5, size: 5 };
/** An order that the filled store has, by its number there. */
const id = `oc-${(7).toString(36).padStart(8, '0')}`;
const asked = order({ id: 'oc-asked', request: { ...REQUEST, projectName: 'asked for' } });

/** What the app does with the store, by the function that does it. */
const WORK: Record<string, (db: Database) => Promise<unknown>> = {
  'claimDue (recent)': (db) =>
    leases.claimDue(db, lease, { now: LATER, priority: 'recent', limit: 2, inFlightIds: ['a'] }),
  'claimDue (any)': (db) => leases.claimDue(db, lease, { now: LATER, priority: 'background', limit: 4 }),
  renewLeases: (db) => leases.renewLeases(db, lease, { ids: [id, 'oc-1'], now: LATER }),
  releaseLease: (db) => leases.releaseLease(db, id, 'me'),
  postponeStep: (db) => leases.postponeStep(db, { id, version: 1 }, { until: NOW, now: NOW }),
  markSynced: (db) => leases.markSynced(db, { id, version: 1 }, { next: null, now: NOW }),
  findOpenByName: (db) => findOpenByName(db, 'a name that is free'),
  insertOrder: (db) => insertOrder(db, asked, lease),
  'insertOrder (name taken)': (db) => insertOrder(db, { ...asked, id: 'oc-again' }, lease),
  loadOrder: (db) => loadOrder(db, id),
  changeOrder: (db) =>
    changeOrder({ db, now: () => NOW }, asked.id, { type: 'cancelled', by: asked.requester }),
  eventsOf: (db) => eventsOf(db, id),
  findLinkedOvhOrderIds: (db) => findLinkedOvhOrderIds(db, [1, 2, 4711]),
  listWaiting: (db) => listWaiting(db, page),
  listOpenOf: (db) => listOpenOf(db, requester(7), page),
  'listEnded (of one requester)': (db) => listEnded(db, requester(7), page),
  'listEnded (of all)': (db) => listEnded(db, null, page),
  'sumBudgets (of one requester)': (db) => sumBudgets(db, requester(7)),
  loadHome: (db) => homes.loadHome(db, 'U0HOME7'),
  openHomes: (db) => homes.openHomes(db, NOW - HOUR),
  recordHomeOpened: (db) => homes.recordHomeOpened(db, 'U0HOME7', { hash: null, now: NOW }),
  setPage: (db) => homes.setPage(db, 'U0HOME7', { list: 'mine', from: 5 }),
  markPublished: (db) => homes.markPublished(db, 'U0HOME7', { hash: null, contentHash: '' }),
  deleteHomes: (db) => homes.deleteHomes(db, 0),
  messagesOf: (db) => messages.messagesOf(db, id),
  recordPostIntent: (db) => messages.recordPostIntent(db, id, { key: 'more', channel: 'C0CLOUD', now: NOW }),
  markPosted: (db) =>
    messages.markPosted(db, id, { key: 'more', channel: 'C0CLOUD', ts: '1.2', contentHash: '' }),
  markRefused: (db) =>
    messages.markRefused(db, id, {
      ...{ key: 'more', channel: 'C0CLOUD', ts: null, contentHash: '', postingSince: null },
      refusal: { code: 'is_archived', attempts: 1, since: NOW, retryAt: NOW },
    }),
  deletePost: (db) => messages.deletePost(db, id, 'more'),
  deleteThread: (db) => messages.deleteThread(db, id, ['1.3']),
  listRedactable: (db) => listRedactable(db, { before: NOW - 30 * 24 * HOUR, limit: 500 }),
  isFirstSeen: (db) => isFirstSeen(db, { signature: 'v0=1', body: 'x', isRetry: false }, NOW),
  forgetSeenRequests: (db) => forgetSeenRequests(db, NOW - HOUR),
  verifyAuditLog,
  hashesOf: (db) => hashesOf(db, [1, 2, 3]),
};

function claimForPeople(db: Database) {
  return leases.claimDue(db, lease, { now: LATER, priority: 'interactive', limit: 16, inFlightIds: ['a'] });
}

/** What these sort is what they have found by an index, and that is little. */
const SORTING: Record<string, (db: Database) => Promise<unknown>> = {
  'claimDue (people)': claimForPeople,
};

for (const kind of firstOf(1, ['sqlite', 'postgres'] as const)) {
  describe(`the query plans of ${kind}`, () => {
    let folder: string;
    let server: PostgresServer | undefined;
    let db: Database;
    let statements: Statement[] = [];
    /** The words of all plans, among them the indexes. */
    const mentioned = new Set<string>();

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'order-cloud-'));
      if (kind === 'postgres') server = await startPostgres();
      const file = join(folder, 'orders.db');
      const url = (await server?.newDatabase()) ?? `sqlite:${file}`;
      await (await openDatabase(url)).destroy();
      db = new Kysely<Tables>({
        dialect: server ? postgresDialect(url) : sqliteDialect(file),
        log: ({ query }) => {
          if (/^(with|select|insert|update|delete) /.test(query.sql)) statements.push(query);
        },
      });
      // SQLite plans without counting: it needs some rows of each kind, PostgreSQL so many that reading them all costs.
      const filling = server || isFullSize ? { ended: 5_000, open: 500 } : { ended: 500, open: 50 };
      await fillStore(db, filling, NOW);
      const rows = Array.from({ length: 2_000 }, (_, index) => index);
      const home = { pages: '{}', hash: null, content_hash: '0123456789abcdef' };
      await db
        .insertInto('homes')
        .values(rows.map((index) => ({ ...home, user_id: `U0HOME${index}`, opened_at: NOW - index * HOUR })))
        .execute();
      // PostgreSQL decides by what it knows of the rows, and knows it from these; SQLite decides without.
      if (server) await sql`vacuum analyze`.execute(db);
    });
    after(async () => {
      await db.destroy();
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    /** The plans of all statements that some work consists of. */
    async function plansOf(work: (db: Database) => Promise<unknown>) {
      statements = [];
      await work(db);
      assert.ok(statements.length > 0);
      const plans = [];
      for (const statement of statements.splice(0)) plans.push(await planOf(db, statement));
      const steps = plans.flatMap((plan) => plan.steps);
      for (const step of steps) for (const [index] of step.matchAll(/\w+/g)) mentioned.add(index);
      return { steps, slow: plans.flatMap((plan) => plan.slow) };
    }

    for (const [name, work] of Object.entries(WORK)) {
      it(`${name} finds its rows by an index, in order`, async () => {
        assert.deepEqual((await plansOf(work)).slow, []);
      });
    }

    it('sumBudgets (of all) reads only the rows in the budget index', async () => {
      const { slow } = await plansOf((store) => sumBudgets(store, null));
      assert.deepEqual(
        slow.filter((step) => !step.includes('orders_budgets')),
        [],
      );
    });

    for (const [name, work] of Object.entries(SORTING)) {
      it(`${name} finds its rows by an index, and sorts only these`, async () => {
        const { slow } = await plansOf(work);
        assert.deepEqual(
          slow.filter((step) => !step.startsWith('USE TEMP B-TREE')),
          [],
        );
      });
    }

    it('claimDue (people) skips orders that are due in the background', async () => {
      const { steps } = await plansOf(claimForPeople);
      assert.match(steps.join('\n'), /orders_run_at_by_state/);
    });

    it('countByState reads an index and no orders', async () => {
      const { slow } = await plansOf((store) => countByState(store, 2_000));
      const expected = {
        sqlite: 'SCAN orders USING COVERING INDEX orders_by_state',
        postgres: 'Index Only Scan of orders_by_state',
      };
      assert.deepEqual(slow, [expected[kind]]);
    });

    it('oldestByState reads the same index', async () => {
      const { slow } = await plansOf((store) => oldestByState(store, 2_000));
      assert.deepEqual(slow, []);
    });

    it('use every index except those that enforce uniqueness', async () => {
      const { rows } = await (server
        ? sql<{ name: string }>`select indexname as name from pg_indexes where schemaname = 'public'
            and tablename in (${sql.join(LARGE)}) and indexdef not like '% UNIQUE %'`
        : sql<{ name: string }>`select name from sqlite_schema where type = 'index'
            and tbl_name in (${sql.join(LARGE)}) and sql not like '% unique %'`
      ).execute(db);
      assert.ok(rows.length > 5);
      const unused = rows.map(({ name }) => name).filter((name) => !mentioned.has(name));
      assert.deepEqual(unused, []);
    });

    it('are reported as bad if an index is missing', async () => {
      await sql`drop index orders_listed`.execute(db);
      assert.notDeepEqual((await plansOf((store) => listEnded(store, null, page))).slow, []);
    });
  });
}
