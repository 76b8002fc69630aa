import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { GENESIS, hashOf } from './audit-chain.ts';
import type { Tables } from './tables.ts';

/** The row of an order is not as its last event left it: it was changed outside the app, and is not trusted. */
export class TamperedOrderError extends Error {
  override readonly name = 'TamperedOrderError';
  readonly orderId: string;

  constructor(orderId: string) {
    super(
      `The row of order ${orderId} was changed outside the app, so it is on hold: run "order-cloud audit verify".`,
    );
    this.orderId = orderId;
  }
}

type OrderRow = Tables['orders'];

/** The columns that an event's `row_hash` covers: all but those of the worker. */
export type RecordedColumns = Pick<
  OrderRow,
  | 'id'
  | 'version'
  | 'state'
  | 'requester'
  | 'open_name'
  | 'ovh_order_id'
  | 'redactable_since'
  | 'body'
  | 'created_at'
  | 'salt'
>;

/** A new salt with each event: once it is replaced, a redacted voucher cannot be guessed from an old row hash. */
export function newSalt(): string {
  return randomBytes(16).toString('base64url');
}

/** SHA-256 (hex) of a row as an event leaves it. */
export function hashOfRow(row: RecordedColumns): string {
  const { salt, id, version, state, requester, open_name, ovh_order_id, redactable_since, body, created_at } =
    row;
  const content = [
    ...[salt, id, version, state, requester, open_name, ovh_order_id, redactable_since, created_at],
    body,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The rows of orders, each with its last event and the hash of the event before that in the chain. */
export function selectRecorded(db: Kysely<Tables>) {
  return db
    .selectFrom('orders')
    .leftJoin('order_events as last', (join) =>
      join.onRef('last.order_id', '=', 'orders.id').on('last.version', '=', (of) =>
        of
          .selectFrom('order_events as event')
          .select((event) => event.fn.max('event.version').as('version'))
          .whereRef('event.order_id', '=', 'orders.id'),
      ),
    )
    .leftJoin('order_events as before', (join) =>
      join.on('before.sequence', '=', sql<number>`last.sequence - 1`),
    )
    .selectAll('orders')
    .select([
      'last.version as last_version',
      'last.at as last_at',
      'last.actor as last_actor',
      'last.type as last_type',
      'last.payload as last_payload',
      'last.sequence as last_sequence',
      'last.hash as last_hash',
      'last.row_hash as last_row_hash',
      'before.hash as hash_before',
    ]);
}

/** A row with its last event, as selectRecorded reads it. */
export type RecordedRow = Selectable<OrderRow> & {
  last_version: number | null;
  last_at: number | null;
  last_actor: string | null;
  last_type: string | null;
  last_payload: string | null;
  last_sequence: number | null;
  last_hash: string | null;
  last_row_hash: string | null;
  hash_before: string | null;
};

/** Whether a row is as its last event left it. */
export function matchesLastEvent(row: RecordedRow): boolean {
  return row.version === row.last_version && hashOfRow(row) === row.last_row_hash;
}

/** Whether a row is as its last event left it, and that event has its place in the chain. */
export function isAsRecorded(row: RecordedRow): boolean {
  const { last_version: version, last_sequence: sequence, last_at: at } = row;
  const { last_type: type, last_payload: payload, last_row_hash: row_hash } = row;
  if (version === null || sequence === null || at === null) return false;
  if (type === null || payload === null || row_hash === null || !matchesLastEvent(row)) return false;
  const event = { order_id: row.id, version, at, actor: row.last_actor, type, payload, row_hash };
  const previousHash = sequence === 1 ? GENESIS : row.hash_before;
  return previousHash !== null && hashOf(event, { previousHash, sequence }) === row.last_hash;
}
