import type { Selectable } from 'kysely';
import type { Order, Time } from '../orders/order.ts';
import type { Tables } from './tables.ts';

/** An order as the store holds it, with what the worker has to know about the row. */
export type StoredOrder = {
  order: Order;
  version: number;
  /** How often the row was claimed since its last event. */
  tries: number;
  dueAt: Time | null;
  showAt: Time | null;
  /** When it was read, on the clock of `dueAt` and `showAt`. */
  readAt: Time;
};

/** What rows that were written before these fields existed hold of them. */
const SINCE_ADDED: Pick<
  Order,
  'conditions' | 'remindAt' | 'cartsRemovedAt' | 'delivery' | 'project' | 'formerOrders' | 'secretsErasedAt'
> = {
  conditions: null,
  remindAt: null,
  cartsRemovedAt: null,
  delivery: null,
  project: null,
  formerOrders: [],
  secretsErasedAt: null,
};

/** The order that a row's `body` holds, for who needs nothing else of the row. */
export function orderIn(body: string): Order {
  const order: Order = { ...SINCE_ADDED, ...(JSON.parse(body) as Order) };
  const { placed, story } = order;
  const before = story.some((item) => item.kind === 'placed' && item.orderId === undefined);
  if (!placed || !before) return order;
  const { orderId } = placed;
  return { ...order, story: story.map((item) => (item.kind === 'placed' ? { ...item, orderId } : item)) };
}

/** Turns a row into the order it holds. Only the store writes rows, so the body is trusted. */
export function fromRow(row: Selectable<Tables['orders']>, readAt: Time): StoredOrder {
  return {
    order: orderIn(row.body),
    version: row.version,
    tries: row.tries,
    dueAt: row.due_at === null ? null : Number(row.due_at),
    showAt: row.show_at === null ? null : Number(row.show_at),
    readAt,
  };
}
