import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { chainLooseEvents, GENESIS } from './audit-chain.ts';
import { isShared } from './shared.ts';
import type { Tables } from './tables.ts';

const migrations: Record<string, Migration> = {
  '001_orders': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('orders')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('open_name', 'text', (c) => c.unique())
        .addColumn('ovh_order_id', 'bigint', (c) => c.unique())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('due_at', 'bigint')
        .addColumn('show_at', 'bigint')
        .addColumn('lease_owner', 'text')
        .addColumn('lease_until', 'bigint')
        .addColumn('tries', 'integer', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('updated_at', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('orders_due').on('orders').column('due_at').execute();
      await db.schema.createIndex('orders_show').on('orders').column('show_at').execute();
      await db.schema
        .createTable('order_events')
        .addColumn('order_id', 'text', (c) => c.notNull().references('orders.id'))
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('actor', 'text')
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('facts', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('order_events_key', ['order_id', 'version'])
        .execute();
      await db.schema
        .createTable('messages')
        .addColumn('order_id', 'text', (c) => c.notNull().references('orders.id'))
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('ts', 'text')
        .addColumn('shown', 'text')
        .addColumn('posting_since', 'bigint')
        .addPrimaryKeyConstraint('messages_key', ['order_id', 'key'])
        .execute();
    },
  },
  '002_inbox': {
    async up(db: Kysely<unknown>) {
      const isPostgres = isShared(db);
      const requester = isPostgres ? sql`body::json ->> 'requester'` : sql`json_extract(body, '$.requester')`;
      await db.schema
        .alterTable('orders')
        .addColumn('requester', 'text', (c) => c.notNull().defaultTo(''))
        .execute();
      await sql`update orders set requester = ${requester}`.execute(db);
      await db.schema.createIndex('orders_of_state').on('orders').columns(['state', 'created_at']).execute();
      await db.schema
        .createIndex('orders_of_requester')
        .on('orders')
        .columns(['requester', 'created_at'])
        .execute();
      await db.schema
        .createIndex('orders_ended')
        .on('orders')
        .column('created_at')
        .where(sql.ref('open_name'), 'is', null)
        .execute();
      await db.schema
        .createTable('homes')
        .addColumn('user_id', 'text', (c) => c.primaryKey())
        .addColumn('opened_at', 'bigint', (c) => c.notNull())
        .addColumn('pages', 'text', (c) => c.notNull())
        .addColumn('hash', 'text')
        .addColumn('shown', 'text')
        .execute();
      await db.schema.createIndex('homes_opened').on('homes').column('opened_at').execute();
    },
  },
  '003_audit_chain': {
    async up(db: Kysely<unknown>) {
      const events = db.schema.alterTable('order_events');
      await events.addColumn('sequence', 'bigint').execute();
      await events.addColumn('hash', 'text').execute();
      await db.schema
        .createIndex('order_events_chain')
        .unique()
        .on('order_events')
        .column('sequence')
        .execute();
      await db.schema
        .createTable('audit_head')
        .addColumn('sequence', 'bigint', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .execute();
      const tables = db as Kysely<Tables>;
      await tables.insertInto('audit_head').values({ sequence: 0, hash: GENESIS }).execute();
      while ((await chainLooseEvents(tables)) === 'some');

      await db.schema.alterTable('orders').addColumn('erasable_since', 'bigint').execute();
      await tables
        .updateTable('orders')
        .set({ erasable_since: sql.ref('updated_at') })
        .where('open_name', 'is', null)
        .execute();
      await db.schema
        .createIndex('orders_erasable')
        .on('orders')
        .column('erasable_since')
        .where(sql.ref('erasable_since'), 'is not', null)
        .execute();
    },
  },
  '004_lease_takeovers': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('orders').addColumn('lease_before', 'text').execute();
    },
  },
  '005_lanes': {
    async up(db: Kysely<unknown>) {
      // Placed orders were not followed before: those that rest are looked at now.
      const orders = db as Kysely<Tables>;
      await orders
        .updateTable('orders')
        .set({ due_at: 0 })
        .where('state', '=', 'unpaid')
        .where('due_at', 'is', null)
        .execute();
      await db.schema.createIndex('orders_due_of_state').on('orders').columns(['state', 'due_at']).execute();
      await db.schema.createIndex('orders_updated').on('orders').column('updated_at').execute();
    },
  },
  '006_indexes_that_stay_small': {
    async up(db: Kysely<unknown>) {
      const isPostgres = isShared(db);
      // SQLite looks for `open_name is null` in the index of names, and finds every order that ended.
      const whetherOpen = sql`case when open_name is null then 0 else 1 end`;
      await db.schema
        .alterTable('orders')
        .addColumn('is_open', 'integer', (c) => {
          const made = c.generatedAlwaysAs(whetherOpen);
          return isPostgres ? made.stored() : made;
        })
        .execute();
      const outdated = ['due', 'show', 'due_of_state', 'updated', 'of_state', 'of_requester', 'ended'];
      for (const name of outdated) await db.schema.dropIndex(`orders_${name}`).execute();
      const index = (name: string, columns: string[]) =>
        db.schema.createIndex(`orders_${name}`).on('orders').columns(columns);
      // Newest first; the id decides between orders of the same moment, so that nothing is left to sort.
      await index('listed', ['is_open', 'created_at', 'id']).execute();
      await index('listed_of_requester', ['requester', 'is_open', 'created_at', 'id']).execute();
      await index('of_state', ['state', 'created_at', 'id']).execute();
      // Of what ended, nothing is due, nor to be shown anew: that is not in these.
      const isDue = sql.ref('due_at');
      await index('due', ['due_at']).where(isDue, 'is not', null).execute();
      await index('due_of_state', ['state', 'due_at']).where(isDue, 'is not', null).execute();
      await index('due_lately', ['updated_at', 'due_at']).where(isDue, 'is not', null).execute();
      await index('show', ['show_at']).where(sql.ref('show_at'), 'is not', null).execute();
    },
  },
};

/** Brings the tables up to date, in order, each migration once. Throws what the database answered. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error) throw error;
}

/** The migrations that the tables lack, and those they had from a newer version of the app. Nothing is changed. */
export async function migrationsLeft(db: Kysely<Tables>): Promise<{ pending: string[]; unknown: string[] }> {
  const known = await migratorOf(db).getMigrations();
  const pending = known.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
  if (pending.length === known.length) return { pending, unknown: [] };
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return { pending, unknown: rows.map(({ name }) => name).filter((name) => !(name in migrations)) };
}

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}
