import type { Kysely } from 'kysely';
import type { Order } from '../orders/order.ts';
import type { OrderList, OrderPage } from '../orders/order-list.ts';
import { skeletonOf } from '../orders/project-name.ts';
import type { Database } from './database.ts';
import { orderFromBody } from './rows.ts';
import type { Tables } from './tables.ts';
import { isAsRecorded, selectRecorded } from './tampering.ts';

/** The orders that are waiting for approval, by any requester. */
export function listWaiting(db: Database, page: OrderPage): Promise<OrderList> {
  return listPage(db, page, (query) => query.where('orders.state', '=', 'awaiting_approval'));
}

/** The open orders of one requester. */
export function listOpenOf(db: Database, requester: string, page: OrderPage): Promise<OrderList> {
  return listPage(db, page, (query) =>
    query.where('orders.requester', '=', requester).where('orders.is_open', '=', 1),
  );
}

/** The closed orders of one requester, or of all (null). */
export function listEnded(db: Database, requester: string | null, page: OrderPage): Promise<OrderList> {
  return listPage(db, page, (query) => {
    const ended = query.where('orders.is_open', '=', 0);
    return requester === null ? ended : ended.where('orders.requester', '=', requester);
  });
}

type Query = ReturnType<typeof allOrders>;

function allOrders(db: Database) {
  return selectRecorded(db);
}

async function listPage(
  db: Database,
  { from, size }: OrderPage,
  among: (query: Query) => Query,
): Promise<OrderList> {
  const rows = await among(allOrders(db))
    .orderBy('orders.created_at', 'desc')
    .orderBy('orders.id', 'desc')
    .offset(from)
    .limit(size + 1)
    .execute();
  // A row that was changed outside the app is not shown: its thread says that the order is on hold.
  const orders = rows.slice(0, size).filter((row) => {
    const isTrusted = isAsRecorded(row);
    if (!isTrusted) db.onTampered?.(row.id);
    return isTrusted;
  });
  return { orders: orders.map((row) => orderFromBody(row.body)), hasMore: rows.length > size };
}

/** The open order that has this project name, if any. */
export async function findOpenByName(db: Database, projectName: string): Promise<Order | null> {
  const row = await db
    .selectFrom('orders')
    .select('body')
    .where('open_name', '=', skeletonOf(projectName))
    .executeTakeFirst();
  return row ? orderFromBody(row.body) : null;
}

/** A person has more open orders than one may have. */
export class TooManyOpenError extends Error {
  override readonly name = 'TooManyOpenError';
}

/**
 * Throws TooManyOpenError if the person has more open orders than `max`. To be called in the transaction that opens one,
 * once its event is written: from then on no other order is, so that those opened at the same time count each other.
 */
export async function assertOpenOrders(tx: Kysely<Tables>, requester: string, max: number): Promise<void> {
  if ((await countOpenOf(tx, requester)) > max) throw new TooManyOpenError();
}

async function countOpenOf(db: Kysely<Tables>, requester: string): Promise<number> {
  const { count } = await db
    .selectFrom('orders')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('requester', '=', requester)
    .where('is_open', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(count);
}
