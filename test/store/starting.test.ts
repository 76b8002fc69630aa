import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { verifyAuditLog } from '../../src/store/audit-log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertOrder } from '../../src/store/orders.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';
import { order, REQUEST } from '../orders/samples.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const lease = { owner: 'me', forMs: 0 };

describe('PostgreSQL at startup', () => {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('accepts concurrent orders under any default transaction isolation', async () => {
    const url = await server.newDatabase();
    const admin = await connect(url);
    const name = new URL(url).pathname.slice(1);
    await admin.query(`alter database ${name} set default_transaction_isolation = 'repeatable read'`);
    await admin.end();
    const db = await openDatabase(url);
    const asked = Array.from({ length: 20 }, (_, index) =>
      order({ id: `oc-${index}`, request: { ...REQUEST, projectName: `project ${index}` } }),
    );
    await Promise.all(asked.map((each) => insertOrder(db, each, lease)));
    const { faults, count } = await verifyAuditLog(db);
    assert.deepEqual([faults, count], [[], 20]);
    await db.destroy();
  });

  it('may take long to migrate without a timeout', async (t: TestContext) => {
    const url = await server.newDatabase();
    await (await openDatabase(url)).destroy();
    const other = await connect(url);
    // Another replica is at it: which changes have been made is known when it has ended.
    await other.query('begin; lock table kysely_migration');
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const opening = openDatabase(url);
    const watcher = await connect(url);
    const isWaiting = async () => {
      const waiting =
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      return ((await watcher.query(waiting)).rowCount ?? 0) > 0;
    };
    while (!(await isWaiting()));
    t.mock.timers.tick(600_000);
    await other.query('commit');
    await (await opening).destroy();
    await Promise.all([other.end(), watcher.end()]);
  });
});

describe('an SQLite file at startup', () => {
  it('is unchanged after a migration that failed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'order-cloud-'));
    const file = join(folder, 'orders.db');
    const before = new Kysely<Tables>({ dialect: sqliteDialect(file) });
    // A table of someone else's is in the way of one of the last steps.
    await sql`create table homes (user_id text)`.execute(before);
    await assert.rejects(openDatabase(`sqlite:${file}`), /homes/);
    await sql`drop table homes`.execute(before);
    await before.destroy();
    const db = await openDatabase(`sqlite:${file}`);
    assert.equal(await insertOrder(db, order(), lease), null);
    await db.destroy();
    await rm(folder, { recursive: true });
  });
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
