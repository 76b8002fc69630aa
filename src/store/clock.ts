import { type RawBuilder, sql } from 'kysely';
import type { Time } from '../orders/time.ts';
import type { Database } from './database.ts';

/**
 * The time (ms since 1970) for leases and due times, as part of a statement: PostgreSQL's own clock, which all replicas
 * share whatever their own clocks say, or else `now`. `plusMs` is added.
 */
export function storeTime(db: Pick<Database, 'hasOwnClock'>, now: Time, plusMs = 0): RawBuilder<number> {
  if (!db.hasOwnClock) return sql<number>`${now + plusMs}`;
  // now(), unlike clock_timestamp(), is stable within the statement, so that an index can be used.
  return sql<number>`(extract(epoch from now()) * 1000)::bigint + ${Math.round(plusMs)}::bigint`;
}
