import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { migrate } from './migrations.ts';

/** The tables as the queries see them. Times are milliseconds since 1970; JSON is stored as text. */
export type Tables = {
  orders: {
    id: string;
    /** Grows by one with each event: a save names the version it was made from (compare-and-swap). */
    version: number;
    state: string;
    /** The project's name while the order is open, null once it ended: unique, so no two orders share it. */
    open_name: string | null;
    /** The order at OVHcloud, unique: one order there never stands in two rows. */
    ovh_order_id: number | null;
    body: string;
    /** When the next step is due; null while the order waits for nothing. */
    due_at: number | null;
    /** When Slack's picture of the order has to be brought up to date; null while it is. */
    show_at: number | null;
    lease_owner: string | null;
    lease_until: number | null;
    /** How often the order was claimed since its last event. */
    tries: number;
    created_at: number;
    updated_at: number;
  };
  order_events: {
    order_id: string;
    version: number;
    at: number;
    /** A Slack user id, or null for the app itself. */
    actor: string | null;
    type: string;
    facts: string;
  };
  messages: {
    order_id: string;
    /** Which message of the order's picture this is. */
    key: string;
    channel: string;
    /** Slack's name of the message; null while its post has no answer yet. */
    ts: string | null;
    /** Digest of the content last shown. */
    shown: string | null;
    posting_since: number | null;
  };
};

/** The store: an embedded SQLite file, written with full sync. */
export type Database = Kysely<Tables>;

/**
 * Opens the database named by `url` (`sqlite:PATH`; `sqlite::memory:` for one that lives as long as the process),
 * creating the file and bringing its tables up to date.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = url.replace(/^sqlite:/, '');
  if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true });
  const file = new DatabaseSync(path);
  // WAL with full sync: a commit that returned survives the loss of power.
  file.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON',
  );
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(file) }) });
  await migrate(db);
  return db;
}

/** Kysely's SQLite dialect asks for the shape of better-sqlite3; node:sqlite differs in these few places. */
function forKysely(file: DatabaseSync): SqliteDatabase {
  return {
    close: () => file.close(),
    prepare(sql) {
      const statement = file.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as string[])),
        run: (parameters) => statement.run(...(parameters as string[])),
        iterate: (parameters) => statement.iterate(...(parameters as string[])),
      };
    },
  };
}
