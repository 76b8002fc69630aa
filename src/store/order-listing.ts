import type { OrderState } from '../orders/order.ts';
import type { Time } from '../orders/time.ts';
import type { Database } from './database.ts';
import { type StoredOrder, storedOrderFromRow } from './rows.ts';

/** An order with what an operator needs to know about its row. */
export type ListedOrder = StoredOrder & {
  updatedAt: Time;
  /** When the lease of a process ends, unless renewed; null while none works on it. */
  lockedUntil: Time | null;
};

/** Orders, newest first: open ones (or closed ones), in these states; at most `limit`. */
export async function listOrders(
  db: Database,
  { isOpen, states, limit }: { isOpen?: boolean; states?: readonly OrderState[]; limit: number },
): Promise<ListedOrder[]> {
  const rows = await db
    .selectFrom('orders')
    .selectAll()
    .$if(isOpen !== undefined, (query) => query.where('is_open', '=', isOpen ? 1 : 0))
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(listed);
}

/** One order, or null if there is none with that id. */
export async function findOrder(db: Database, id: string): Promise<ListedOrder | null> {
  const row = await db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? listed(row) : null;
}

function listed(row: Parameters<typeof storedOrderFromRow>[0]): ListedOrder {
  return {
    ...storedOrderFromRow(row, 0),
    updatedAt: Number(row.updated_at),
    lockedUntil: row.locked_until === null ? null : Number(row.locked_until),
  };
}
