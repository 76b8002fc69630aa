import type { Order } from '../orders/order.ts';
import type { Database } from './database.ts';
import { orderIn } from './rows.ts';

/** Which rows of a list, newest first. */
export type Page = { from: number; size: number };

/** One page of a list, and whether more follows. */
export type Listed = { orders: Order[]; hasMore: boolean };

/** The orders that wait for approval, whoever's they are. */
export function listWaiting(db: Database, page: Page): Promise<Listed> {
  return listed(db, page, (query) => query.where('state', '=', 'awaiting_approval'));
}

/** The open orders of one requester. */
export function listOpenOf(db: Database, requester: string, page: Page): Promise<Listed> {
  return listed(db, page, (query) => query.where('requester', '=', requester).where('is_open', '=', 1));
}

/** The orders that have ended: those of one requester, or all (`requester` null). */
export function listEnded(db: Database, requester: string | null, page: Page): Promise<Listed> {
  return listed(db, page, (query) => {
    const ended = query.where('is_open', '=', 0);
    return requester === null ? ended : ended.where('requester', '=', requester);
  });
}

type Query = ReturnType<typeof allOrders>;

function allOrders(db: Database) {
  return db.selectFrom('orders').select('body');
}

async function listed(db: Database, { from, size }: Page, among: (query: Query) => Query): Promise<Listed> {
  const rows = await among(allOrders(db))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(from)
    .limit(size + 1)
    .execute();
  return { orders: rows.slice(0, size).map((row) => orderIn(row.body)), hasMore: rows.length > size };
}
