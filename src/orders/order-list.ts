import type { Order } from './order.ts';

/** Which rows of a list, newest first. */
export type OrderPage = { from: number; size: number };

/** One page of a list, and whether more follows. */
export type OrderList = { orders: Order[]; hasMore: boolean };

/** The first row shown of each list in a person's Home. */
export type HomePages = { waiting: number; mine: number; recent: number };
