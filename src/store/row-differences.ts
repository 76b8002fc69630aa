import type { Kysely } from 'kysely';
import type { Order } from '../orders/order.ts';
import { differencesFromEvents } from '../orders/replay.ts';
import { columnsOf, orderFromBody } from './rows.ts';
import type { Tables } from './tables.ts';
import type { RecordedColumns, RecordedRow } from './tampering.ts';

/** The columns that repeat parts of the body. */
const REPEATED = [
  'id',
  'state',
  'requester',
  'open_name',
  'ovh_order_id',
  'redactable_since',
  'created_at',
] as const satisfies (keyof RecordedColumns)[];

/**
 * Where an order's row differs from what its events lead to: columns, such as `state`, and parts of its body, such as
 * `body.approvals`. Empty if that is not known.
 */
export async function differencesOf(db: Kysely<Tables>, row: RecordedRow): Promise<string[]> {
  const version = row.version === row.last_version ? [] : ['version'];
  try {
    const order = orderFromBody(row.body);
    const columns = columnsOf(order, row.version);
    const repeated = REPEATED.filter((name) => asText(columns[name]) !== asText(row[name]));
    const fields = (await fieldsOf(db, row.id, order)).map((field) => `body.${field}`);
    return [...version, ...repeated, ...fields];
  } catch {
    // The body is no longer the app's JSON.
    return [...version, 'body'];
  }
}

async function fieldsOf(db: Kysely<Tables>, id: string, order: Order): Promise<string[]> {
  const events = await db
    .selectFrom('order_events')
    .select(['type', 'at', 'actor', 'payload'])
    .where('order_id', '=', id)
    .orderBy('version')
    .execute();
  const recorded = events.map(({ payload, at, ...event }) => ({
    ...event,
    at: Number(at),
    payload: JSON.parse(payload) as Record<string, unknown>,
  }));
  return differencesFromEvents(order, recorded) ?? [];
}

/** PostgreSQL returns large numbers as text. */
function asText(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
