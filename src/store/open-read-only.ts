import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { postgresDialect } from './postgres.ts';
import { sqlitePathIn, sqliteReadOnlyDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** The database cannot be read as it is; the message says what to do. */
export class DatabaseUnreadableError extends Error {
  override readonly name = 'DatabaseUnreadableError';
}

/**
 * Opens the database named by `url` (as openDatabase does) read-only: creates and migrates nothing. Throws
 * DatabaseUnreadableError, or the database's error.
 */
export async function openReadOnly(url: string): Promise<Database> {
  const file = sqlitePathIn(url);
  if (file !== null && !existsSync(file)) {
    throw new DatabaseUnreadableError(`${file} does not exist: check DATABASE_URL, or start the app once.`);
  }
  const dialect = file === null ? postgresDialect(url) : sqliteReadOnlyDialect(file);
  const db: Database = new Kysely<Tables>({ dialect });
  const tables = await db.introspection.getTables();
  if (tables.some(({ name }) => name === 'audit_head')) return db;
  await db.destroy();
  throw new DatabaseUnreadableError(
    'The database belongs to an older version of order-cloud: start the app once to migrate it.',
  );
}
