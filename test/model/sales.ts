import type { OrderChange } from '../../src/orders/events.ts';
import { TO_PAY_WITHIN_MS } from './fulfilment.ts';

/** What is sold, to the last thing that an approval is about. */
export type Goods = {
  name: string | null;
  voucher: string | null;
  waiver: boolean;
  autoPay: boolean;
  ucents: number;
  contracts: string[];
  quantity: number;
  items: number;
};

/** An order at OVHcloud. `orderId` is the description of the cart it was; null: someone else's order. */
export type Sale = {
  id: number;
  orderId: string | null;
  /** The checkout that made it; null: someone else's. */
  checkout: Checkout | null;
  at: number;
  visibleAt: number;
  goods: Goods;
  paidAt: number | null;
  cancelledAt: number | null;
};

/** An event of an order as it was written down, and when that really was. */
export type JournalEntry = OrderChange & { trueAt: number };

/** One POST checkout that left the app. Times are OVHcloud's. */
export type Checkout = {
  orderId: string;
  cartId: string;
  /** When the step that sent it had asked for the time, if its process stood still since; else when it was sent. */
  at: number;
  autoPay: boolean;
  ucents: number;
  /** Whether the app got to read the order that it made. */
  isAnswered: boolean;
  /** The numbers of this order's sales that stood and could be seen when the account was looked at for the last time. */
  knowable: number[];
  /** Whether another cart of this order could still be ordered when this was sent. */
  leavesCartOpen: boolean;
  /** What had happened to the order when it was sent. */
  journal: JournalEntry[];
};

/** Whether no one could get two for one order: the earlier sale had expired unpaid, or was cancelled. */
export function wasOver({ at, cancelledAt, paidAt }: Sale, now: number): boolean {
  if (cancelledAt !== null && cancelledAt <= now) return true;
  return now >= at + TO_PAY_WITHIN_MS && (paidAt === null || paidAt > now);
}
