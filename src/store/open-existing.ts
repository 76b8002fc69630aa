import { existsSync } from 'node:fs';
import { type Dialect, Kysely } from 'kysely';
import type { Database } from './database.ts';
import { pendingMigrations } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect, sqlitePathIn, sqliteReadOnlyDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

const NEWER = 'The database belongs to a newer version of order-cloud: use that version.';
const OLDER = 'The database belongs to an older version of order-cloud: start the app once to migrate it.';

/** The database cannot be used as it is; the message says what to do. */
class DatabaseUnusableError extends Error {
  override readonly name = 'DatabaseUnusableError';
}

/**
 * Opens the database named by `url` (as openDatabase does) to read and write beside a running app: creates and migrates
 * nothing. Throws DatabaseUnusableError, or the database's error.
 */
export function openExisting(url: string): Promise<Database> {
  return open(url, {
    sqlite: sqliteDialect,
    async whyUnusable(db) {
      const { pending, unknown } = await pendingMigrations(db);
      if (unknown.length > 0) return NEWER;
      return pending.length > 0 ? OLDER : null;
    },
  });
}

/**
 * The same to read only, also with migrations pending. SQLite's file is opened read-only; on PostgreSQL callers must not
 * write.
 */
export function openReadOnly(url: string): Promise<Database> {
  return open(url, {
    sqlite: sqliteReadOnlyDialect,
    async whyUnusable(db) {
      const tables = await db.introspection.getTables();
      return tables.some(({ name }) => name === 'audit_head') ? null : OLDER;
    },
  });
}

async function open(
  url: string,
  how: { sqlite: (file: string) => Dialect; whyUnusable: (db: Database) => Promise<string | null> },
): Promise<Database> {
  const file = sqlitePathIn(url);
  if (file !== null && !existsSync(file)) {
    throw new DatabaseUnusableError(`${file} does not exist: check DATABASE_URL, or start the app once.`);
  }
  const db: Database = new Kysely<Tables>({
    dialect: file === null ? postgresDialect(url) : how.sqlite(file),
  });
  try {
    const reason = await how.whyUnusable(db);
    if (reason === null) return db;
    throw new DatabaseUnusableError(reason);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
