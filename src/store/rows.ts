import type { Selectable } from 'kysely';
import { isSpendFollowed } from '../orders/budget.ts';
import { isOpen, type Order } from '../orders/order.ts';
import { skeletonOf } from '../orders/project-name.ts';
import { containsSecrets } from '../orders/redaction.ts';
import type { Time } from '../orders/time.ts';
import type { Tables } from './tables.ts';
import { newSalt, type RecordedColumns } from './tampering.ts';

/** An order as stored, with what the worker needs to know about its row. */
export type StoredOrder = {
  order: Order;
  version: number;
  /** How often the row has been claimed since its last event. */
  attempts: number;
  runAt: Time | null;
  syncAt: Time | null;
  /** When it was read, on the clock of `runAt` and `syncAt`. */
  readAt: Time;
};

/** The row with its times on the clock of `now`: a database may go by its own. */
export function onClock(row: StoredOrder, now: Time): StoredOrder {
  const ahead = row.readAt - now;
  const local = (time: Time | null) => time && time - ahead;
  return { ...row, runAt: local(row.runAt), syncAt: local(row.syncAt), readAt: now };
}

/** The order in a row's `body`, for callers that need nothing else of the row. */
export function orderFromBody(body: string): Order {
  return JSON.parse(body) as Order;
}

/** The order that a row holds. The row was verified to be as the app left it, so the body is trusted. */
export function storedOrderFromRow(row: Selectable<Tables['orders']>, readAt: Time): StoredOrder {
  return {
    order: orderFromBody(row.body),
    version: row.version,
    attempts: row.attempts,
    runAt: row.run_at === null ? null : Number(row.run_at),
    syncAt: row.sync_at === null ? null : Number(row.sync_at),
    readAt,
  };
}

/** The columns of an order's row at a version, without the worker's own. */
export function columnsOf(
  order: Order,
  version: number,
): RecordedColumns & Pick<Tables['orders'], 'monthly_budget'> {
  return {
    id: order.id,
    version,
    state: order.state,
    requester: order.requester,
    open_name: isOpen(order) ? skeletonOf(order.request.projectName) : null,
    ovh_order_id: order.ovhOrder?.orderId ?? null,
    monthly_budget: isSpendFollowed(order) ? order.request.budget : null,
    redactable_since: containsSecrets(order) ? (order.closure?.at ?? null) : null,
    body: JSON.stringify(order),
    created_at: order.createdAt,
    salt: newSalt(),
  };
}
