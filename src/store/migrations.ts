import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

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
};

/** Brings the tables up to date, in order, each migration once. Throws what the database answered. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
