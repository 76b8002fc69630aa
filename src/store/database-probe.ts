import { existsSync, statfsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';
import { pendingMigrations } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect, sqlitePathIn } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Where an SQLite file is or would be. */
export type DatabaseFile = {
  /** Absolute. */
  file: string;
  exists: boolean;
  /** The folder, or its nearest existing parent: the app creates what is missing. */
  folder: string;
  isWritable: boolean;
  /** Bytes left for it on the disk. */
  free: number;
};

/** The location of the file that `url` names; null for one in memory and for PostgreSQL. */
export async function databaseFileOf(url: string): Promise<DatabaseFile | null> {
  const path = sqlitePathIn(url);
  if (path === null || path === ':memory:') return null;
  const file = resolve(path);
  const exists = existsSync(file);
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  const needed = [folder, ...(exists ? [file] : [])];
  const rights = needed.map((path) => access(path, constants.W_OK | (path === folder ? constants.X_OK : 0)));
  const isWritable = await Promise.all(rights).then(
    () => true,
    () => false,
  );
  const { bavail, bsize } = statfsSync(folder);
  return { file, exists, folder, isWritable, free: bavail * bsize };
}

/** The state of a database. */
export type DatabaseState = {
  /** Such as `PostgreSQL 18.1`. */
  product: string;
  /** Migrations that the next start will run, and those of a newer version of the app. */
  pending: string[];
  unknown: string[];
  /** None of the app's tables exists yet. */
  isEmpty: boolean;
  /** Tables of the app that the user may not write to, and those that another user owns. */
  notWritable: string[];
  notOwned: string[];
  /** The database server's clock minus ours; 0 for a file. */
  clockDifferenceMs: number;
};

/**
 * Opens the database as the app does, but migrates nothing. Creates a table, inserts a row, and rolls both back. Throws the
 * database's error.
 */
export async function probeDatabase(url: string): Promise<DatabaseState> {
  const path = sqlitePathIn(url);
  const dialect = path === null ? postgresDialect(url) : sqliteDialect(path);
  const db: Database = new Kysely<Tables>({ dialect });
  try {
    const { pending, unknown } = await pendingMigrations(db);
    const tables = await db.introspection.getTables();
    const isEmpty = !tables.some(({ name }) => name === 'orders');
    await writeAndRollBack(db);
    return { ...(await serverOf(db)), ...(await rightsOf(db)), pending, unknown, isEmpty };
  } finally {
    await db.destroy();
  }
}

class RollBackError extends Error {}

async function writeAndRollBack(db: Database): Promise<void> {
  const writing = db.transaction().execute(async (transaction) => {
    await sql`create table order_cloud_doctor (written integer)`.execute(transaction);
    await sql`insert into order_cloud_doctor values (1)`.execute(transaction);
    throw new RollBackError();
  });
  await writing.catch((error: unknown) => {
    if (!(error instanceof RollBackError)) throw error;
  });
}

async function rightsOf(db: Database): Promise<Pick<DatabaseState, 'notWritable' | 'notOwned'>> {
  if (!isPostgres(db)) return { notWritable: [], notOwned: [] };
  const { rows } = await sql<{ name: string; writes: boolean; owns: boolean }>`
    select relname as name, pg_has_role(relowner, 'usage') as owns,
           has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert')
           and has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete') as writes
    from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and relname in ('orders', 'order_events', 'messages', 'homes', 'audit_head', 'kysely_migration')
    order by relname`.execute(db);
  const names = (list: typeof rows) => list.map(({ name }) => name);
  return {
    notWritable: names(rows.filter(({ writes }) => !writes)),
    notOwned: names(rows.filter(({ owns }) => !owns)),
  };
}

async function serverOf(db: Database): Promise<Pick<DatabaseState, 'product' | 'clockDifferenceMs'>> {
  if (!isPostgres(db)) {
    const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db);
    return { product: `SQLite ${rows[0]?.version}`, clockDifferenceMs: 0 };
  }
  const asked = Date.now();
  const { rows } = await sql<{ version: string; now: string }>`
    select current_setting('server_version') as version,
           floor(extract(epoch from clock_timestamp()) * 1000)::text as now`.execute(db);
  const ours = (asked + Date.now()) / 2;
  return {
    product: `PostgreSQL ${rows[0]?.version}`,
    clockDifferenceMs: Math.round(Number(rows[0]?.now) - ours),
  };
}
