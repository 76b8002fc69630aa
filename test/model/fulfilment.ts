import type { Sale } from './sales.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An order that is not paid for so long has expired: no one was sold anything. */
export const TO_PAY_WITHIN_MS = 10 * DAY;
/** However long a new order takes to be listed, it can be read by then. */
const READABLE_AFTER_MS = HOUR;

/** The id of the project that a sale becomes. */
export function projectOf({ id }: Sale): string {
  return `${String(id).padStart(12, '0')}4${'a'.repeat(19)}`;
}

/** Whether the account sees an order, by its number. */
export function isReadable({ at, visibleAt }: Sale, now: number): boolean {
  return visibleAt <= now || now - at >= READABLE_AFTER_MS;
}

/** GET /me/order/{orderId}/status. An order stays payable after its date: nothing says that OVHcloud is quick there. */
export function statusOf({ paidAt, cancelledAt }: Sale, now: number): string {
  if (cancelledAt !== null) return 'cancelled';
  if (paidAt === null) return 'notPaid';
  if (now - paidAt < 20 * SECOND) return 'checking';
  return now - paidAt < 60 * SECOND ? 'delivering' : 'delivered';
}

/** Whether GET /cloud/project knows the project: minutes after the order was delivered. */
export function isProjectThere(sale: Sale, now: number): boolean {
  return statusOf(sale, now) === 'delivered' && now - (sale.paidAt ?? now) >= 300 * SECOND;
}
