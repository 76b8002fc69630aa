import type { Failure } from './failure.ts';
import type { Order, OvhOrder } from './order.ts';
import { isSettledByApp } from './quote.ts';
import type { Time } from './time.ts';

/** Whether the app confirms, or confirmed, the placed order, so that no person has to. */
export function isLeftToApp({ quote, ovhOrder }: Order): boolean {
  if (!quote || !ovhOrder || !isSettledByApp(quote)) return false;
  return ovhOrder.withTax.ucents === 0 && ovhOrder.settlement?.outcome !== 'failed';
}

/** The order once a person has to confirm it, because the app's confirmation had no effect. */
export function leaveToPerson(order: Order, failure: Failure | null, now: Time): Order {
  const { ovhOrder } = order;
  if (!ovhOrder || !isLeftToApp(order)) return order;
  return { ...order, ovhOrder: { ...ovhOrder, settlement: { outcome: 'failed', failure, at: now } } };
}

/** Whether the app is about to confirm the placed order, or waits for its status to show the confirmation. */
export function isBeingSettled(order: Order): order is Order & { ovhOrder: OvhOrder } {
  return order.state === 'awaiting_payment' && isLeftToApp(order);
}
