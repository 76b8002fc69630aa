import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely';

/** The path in a `sqlite:` URL (or `:memory:`); null for PostgreSQL. */
export function sqlitePathIn(url: string): string | null {
  return url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : null;
}

/** How long SQLite waits for another program that writes; the whole process waits with it. */
export const SQLITE_BUSY_MS = 500;

/** The embedded store: one file at `path`, or `:memory:`. Creates its folder if needed. */
export function sqliteDialect(path: string): Dialect {
  const isFile = path !== ':memory:';
  if (isFile) mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(path);
  // It holds vouchers and payment links.
  if (isFile) chmodSync(path, 0o600);
  // WAL with full sync: a commit that returned survives a power failure. Deleted data is overwritten.
  file.exec(
    `PRAGMA busy_timeout = ${SQLITE_BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON`,
  );
  const dialect = new SqliteDialect({ database: forKysely(file) });
  return Object.assign(dialect, { createAdapter: () => new TransactionalAdapter() });
}

/** Kysely assumes that SQLite cannot change tables within a transaction: it can. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The file at `path`, read-only; another process may write to it meanwhile. */
export function sqliteReadOnlyDialect(path: string): Dialect {
  const file = new DatabaseSync(path, { readOnly: true });
  file.exec('PRAGMA busy_timeout = 5000');
  return new SqliteDialect({ database: forKysely(file) });
}

/** Maximum number of cached prepared statements: those with lists come in many lengths. */
const MAX_STATEMENTS = 200;

/** Kysely's SQLite dialect expects better-sqlite3; node:sqlite differs in these few places. */
function forKysely(file: DatabaseSync): SqliteDatabase {
  // Preparing a statement takes longer than running it.
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = file.prepare(sql);
      const shaped: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as string[])),
        run: (parameters) => statement.run(...(parameters as string[])),
        // A statement of its own: others may run the same one meanwhile.
        iterate: (parameters) => file.prepare(sql).iterate(...(parameters as string[])),
      };
      // A migration changes what the columns of the others are.
      if (/^(create|alter|drop)/i.test(sql) || prepared.size >= MAX_STATEMENTS) prepared.clear();
      prepared.set(sql, shaped);
      return shaped;
    },
  };
}
