import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { GENESIS } from './audit-chain.ts';
import { isPostgres } from './dialect.ts';
import type { Tables } from './tables.ts';

const migrations: Record<string, Migration> = {
  '001_initial': {
    async up(db: Kysely<unknown>) {
      await createOrders(db);
      await createOrderEvents(db);
      await createMessages(db);
      await createHomes(db);
      await createSeenRequests(db);
      await createVoucherChecks(db);
    },
  },
};

async function createOrders(db: Kysely<unknown>): Promise<void> {
  // Otherwise SQLite would search the name index for `open_name is null`, and find every closed order.
  const isOpen = sql`case when open_name is null then 0 else 1 end`;
  await db.schema
    .createTable('orders')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('requester', 'text', (c) => c.notNull())
    .addColumn('open_name', 'text', (c) => c.unique())
    .addColumn('is_open', 'integer', (c) => {
      const generated = c.generatedAlwaysAs(isOpen);
      return isPostgres(db) ? generated.stored() : generated;
    })
    .addColumn('ovh_order_id', 'bigint', (c) => c.unique())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('run_at', 'bigint')
    .addColumn('sync_at', 'bigint')
    .addColumn('locked_by', 'text')
    .addColumn('locked_until', 'bigint')
    .addColumn('last_locked_by', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addColumn('redactable_since', 'bigint')
    .addColumn('monthly_budget', 'bigint')
    .addColumn('salt', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(`orders_${name}`).on('orders').columns(columns);
  // Newest first; the id decides between orders of the same moment, so that nothing is left to sort.
  await index('listed', ['is_open', 'created_at', 'id']).execute();
  await index('listed_by_requester', ['requester', 'is_open', 'created_at', 'id']).execute();
  await index('by_state', ['state', 'created_at', 'id']).execute();
  // Closed orders have nothing to run or to sync, so these indexes stay small.
  const runAt = sql.ref('run_at');
  await index('run_at', ['run_at']).where(runAt, 'is not', null).execute();
  await index('run_at_by_state', ['state', 'run_at']).where(runAt, 'is not', null).execute();
  await index('run_at_recent', ['updated_at', 'run_at']).where(runAt, 'is not', null).execute();
  await index('sync_at', ['sync_at']).where(sql.ref('sync_at'), 'is not', null).execute();
  const redactableSince = sql.ref('redactable_since');
  await index('redactable', ['redactable_since']).where(redactableSince, 'is not', null).execute();
  await index('budgets', ['requester']).where(sql.ref('monthly_budget'), 'is not', null).execute();
}

async function createOrderEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('order_events')
    .addColumn('order_id', 'text', (c) => c.notNull().references('orders.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text')
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('row_hash', 'text', (c) => c.notNull().defaultTo(''))
    .addPrimaryKeyConstraint('order_events_key', ['order_id', 'version'])
    .execute();
  await db.schema.createIndex('order_events_chain').unique().on('order_events').column('sequence').execute();
  await db.schema
    .createTable('audit_head')
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await (db as Kysely<Tables>).insertInto('audit_head').values({ sequence: 0, hash: GENESIS }).execute();
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('order_id', 'text', (c) => c.notNull().references('orders.id'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('ts', 'text')
    .addColumn('content_hash', 'text')
    .addColumn('permalink', 'text')
    .addColumn('posting_since', 'bigint')
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('error', 'text')
    .addColumn('refused_since', 'bigint')
    .addColumn('retry_at', 'bigint')
    .addPrimaryKeyConstraint('messages_key', ['order_id', 'key'])
    .execute();
}

async function createHomes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('homes')
    .addColumn('user_id', 'text', (c) => c.primaryKey())
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('pages', 'text', (c) => c.notNull())
    .addColumn('hash', 'text')
    .addColumn('content_hash', 'text')
    .execute();
  await db.schema.createIndex('homes_opened').on('homes').column('opened_at').execute();
}

async function createSeenRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seen_requests')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('seen_requests_expired').on('seen_requests').column('expires_at').execute();
}

async function createVoucherChecks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('voucher_checks')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('voucher_checks_key', ['person', 'place'])
    .execute();
  await db.schema.createIndex('voucher_checks_at').on('voucher_checks').column('at').execute();
}

/** An advisory lock that nothing else in the database takes. */
const MIGRATION_LOCK = 6_724_311;

/** Runs the pending migrations in order. Throws the database's error. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  if (!isPostgres(db)) return migrateIn(db);
  const { pending, unknown } = await pendingMigrations(db);
  if (pending.length + unknown.length === 0) return;
  await db.transaction().execute(async (tx) => {
    // Replicas may start together, and behind pgbouncer only a transaction keeps its session to itself.
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    // Kysely would create them too, but after an error it continues in the transaction, which hides the error.
    for (const [table, columns] of Object.entries(KYSELY_TABLES)) {
      await sql`create table if not exists ${sql.table(table)} (${sql.raw(columns)})`.execute(tx);
    }
    await migrateIn(tx);
  });
}

/** The tables in which Kysely records migrations, as it creates them itself. */
const KYSELY_TABLES = {
  kysely_migration: 'name varchar(255) primary key, timestamp varchar(255) not null',
  kysely_migration_lock: 'id varchar(255) primary key, is_locked integer default 0 not null',
};

async function migrateIn(db: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error) throw error;
}

/** The migrations that are pending, and those run by a newer version of the app. Changes nothing. */
export async function pendingMigrations(
  db: Kysely<Tables>,
): Promise<{ pending: string[]; unknown: string[] }> {
  const known = await migratorOf(db).getMigrations();
  const pending = known.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
  if (pending.length === known.length) return { pending, unknown: [] };
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return { pending, unknown: rows.map(({ name }) => name).filter((name) => !(name in migrations)) };
}

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}
