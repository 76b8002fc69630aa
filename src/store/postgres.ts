import {
  CompiledQuery,
  type Dialect,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';
import pg from 'pg';
import { withVerifiedTls } from './postgres-address.ts';

/** PostgreSQL's OID of bigint: times and OVHcloud's order numbers, all far below 2^53. */
const BIGINT = 20;
/** A database that does not answer within this counts as unavailable: people are notified, and the worker retries. */
const TIMEOUT_MS = 5_000;
/** A writer that waited for the head of the event chain must see the new head, whatever the server's default is. */
const READ_COMMITTED = CompiledQuery.raw("set default_transaction_isolation = 'read committed'");
/** A replica that is paused inside a transaction must not block the others: its event is then refused. */
const IDLE_IN_TRANSACTION_MS = 2 * TIMEOUT_MS;
/** How long a connection lives: after a failover the old server is read-only. */
const LIFETIME_SECONDS = 60;
/** Connections of one replica: more would only wait for each other. */
const CONNECTIONS = 10;

/**
 * The shared store: PostgreSQL at `url`, for any number of replicas. A connection that breaks while idle is replaced
 * at its next use; `onConnectionError` is called, and the process continues. With `hasNoTimeout`, queries have no timeout.
 */
export function postgresDialect(
  url: string,
  options: { onConnectionError?: (error: Error) => void; hasNoTimeout?: boolean } = {},
): Dialect {
  const { onConnectionError = () => undefined, hasNoTimeout = false } = options;
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, Number);
  const pool = new pg.Pool({
    connectionString: withVerifiedTls(url),
    max: CONNECTIONS,
    types,
    connectionTimeoutMillis: TIMEOUT_MS,
    ...(!hasNoTimeout && { query_timeout: TIMEOUT_MS }),
    maxLifetimeSeconds: LIFETIME_SECONDS,
    keepAlive: true,
    application_name: 'order-cloud',
  });
  // Without these listeners, a connection lost while idle, or between two queries, would end the process.
  pool.on('error', onConnectionError);
  pool.on('connect', (client) => client.on('error', onConnectionError));
  const config: PostgresDialectConfig = {
    pool,
    // A failure here would leak the connection; the next query hits the same error, and releases it.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(READ_COMMITTED).catch(onConnectionError);
    },
  };
  return Object.assign(new PostgresDialect(config), {
    createDriver: () => new Driver(config),
    createAdapter: () => new Adapter(),
  });
}

/** A connection as Kysely's driver hands it out, which has no name for it. */
type Connection = Parameters<PostgresDriver['rollbackTransaction']>[0];

class Driver extends PostgresDriver {
  /**
   * Sets in each transaction what would otherwise be set once per connection: a pooler such as pgbouncer may give the next
   * transaction another connection.
   */
  override async beginTransaction(
    ...[connection, settings]: Parameters<PostgresDriver['beginTransaction']>
  ): Promise<void> {
    const { isolationLevel = 'read committed' } = settings;
    const patience = `set local idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`;
    try {
      await connection.executeQuery(
        CompiledQuery.raw(`begin isolation level ${isolationLevel}; ${patience}`),
      );
    } catch (error) {
      // It may have begun nevertheless. If the rollback gets no answer either, the connection is dropped.
      await this.rollbackTransaction(connection as Connection).catch(() => undefined);
      throw error;
    }
  }
}

/**
 * Leaves locking to migrations.ts: Kysely's lock is the session's, and behind pgbouncer two processes may share one, or
 * release it in another.
 */
class Adapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
