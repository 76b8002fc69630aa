import { type Dialect, Kysely, type LogEvent } from 'kysely';
import type { OrderChange } from '../orders/events.ts';
import { migrate } from './migrations.ts';
import { type QueryLog, queryLog } from './query-log.ts';
import { sqliteDialect, sqlitePathIn } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** The store: an embedded SQLite file, or a PostgreSQL that several replicas share. */
export type Database = Kysely<Tables> &
  Pick<DatabaseListeners, 'onEvent' | 'onTampered'> & {
    /** Leases and due times use the database's clock, not this machine's. */
    hasOwnClock?: boolean;
  };

/** Store event listeners. */
export type DatabaseListeners = {
  /** Called for connections that break while idle. */
  onConnectionError?: (error: Error) => void;
  /** Called after each query. */
  onQuery?: (query: QueryLog) => void;
  /** Called with the error of each failed query. */
  onQueryError?: (error: unknown) => void;
  /** Called once for each event of an order, after it was written. */
  onEvent?: (change: OrderChange) => void;
  /** Called whenever an order is read whose row was changed outside the app. */
  onTampered?: (orderId: string) => void;
};

/**
 * Opens the database named by `url` (`sqlite:PATH`, `sqlite::memory:` for one that lives as long as the process, or
 * `postgres://…`) and migrates its tables. On PostgreSQL, leases and due times use its own clock, unless `clock` says that
 * the callers give the time. Throws the database's error.
 */
export async function openDatabase(
  url: string,
  listeners: DatabaseListeners & { clock?: 'database' | 'caller' } = {},
): Promise<Database> {
  const {
    onConnectionError = () => undefined,
    onQuery,
    onQueryError,
    onEvent,
    onTampered,
    clock = 'database',
  } = listeners;
  const log = (event: LogEvent) => {
    onQuery?.(queryLog(event));
    if (event.level === 'error') onQueryError?.(event.error);
  };
  const open = (dialect: Dialect) =>
    new Kysely<Tables>({ dialect, ...((onQuery || onQueryError) && { log }) });
  const callbacks = { ...(onEvent && { onEvent }), ...(onTampered && { onTampered }) };
  const path = sqlitePathIn(url);
  if (path !== null) {
    const db = open(sqliteDialect(path));
    await migrate(db).catch(async (error: unknown) => {
      await db.destroy();
      throw error;
    });
    return Object.assign(db, callbacks);
  }
  // Loaded only where it is used.
  const { postgresDialect } = await import('./postgres.ts');
  // Migrating large tables takes long, and so does waiting for another replica that is at it.
  const migrator = open(postgresDialect(url, { onConnectionError, hasNoTimeout: true }));
  await migrate(migrator).finally(() => migrator.destroy());
  const hasOwnClock = clock === 'database';
  return Object.assign(open(postgresDialect(url, { onConnectionError })), { hasOwnClock }, callbacks);
}
