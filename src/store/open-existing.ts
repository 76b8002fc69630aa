import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { pendingMigrations } from './migrations.ts';
import { DatabaseUnreadableError } from './open-read-only.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect, sqlitePathIn } from './sqlite.ts';
import type { Tables } from './tables.ts';

/**
 * Opens the database named by `url` (as openDatabase does) to read and write beside a running app: creates and migrates
 * nothing. Throws DatabaseUnreadableError, or the database's error.
 */
export async function openExisting(url: string): Promise<Database> {
  const file = sqlitePathIn(url);
  if (file !== null && !existsSync(file)) {
    throw new DatabaseUnreadableError(`${file} does not exist: check DATABASE_URL, or start the app once.`);
  }
  const dialect = file === null ? postgresDialect(url) : sqliteDialect(file);
  const db: Database = new Kysely<Tables>({ dialect });
  try {
    const { pending, unknown } = await pendingMigrations(db);
    if (pending.length === 0 && unknown.length === 0) return db;
    throw new DatabaseUnreadableError(
      unknown.length > 0
        ? 'The database belongs to a newer version of order-cloud: use that version.'
        : 'The database belongs to an older version of order-cloud: start the app once to migrate it.',
    );
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
