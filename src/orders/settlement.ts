import type { Order, OvhOrder, Time } from './order.ts';
import { isSettledByApp } from './quote.ts';

/** For so long the app tries to confirm an order before it asks for a person's click. */
const CONFIRMED_WITHIN_MS = 600_000;
/** A confirmation that OVHcloud accepted shows in the order's status within this. */
const SHOWS_WITHIN_MS = 900_000;

/** Whether it is for the app to confirm the placed order, or was: no person has to. */
export function isLeftToApp({ quote, ovhOrder }: Order): boolean {
  if (!quote || !ovhOrder || !isSettledByApp(quote)) return false;
  return ovhOrder.withTax.ucents === 0 && ovhOrder.settlement?.outcome !== 'failed';
}

/** The order as one that a person confirms, should the app's confirmation turn out not to count. */
export function leaveToPerson(order: Order, now: Time): Order {
  const { ovhOrder } = order;
  if (!ovhOrder || !isLeftToApp(order)) return order;
  return { ...order, ovhOrder: { ...ovhOrder, settlement: { outcome: 'failed', at: now } } };
}

/** Whether the app is about to confirm the placed order, or waits for OVHcloud to show that it did. */
export function isBeingSettled(order: Order): order is Order & { ovhOrder: OvhOrder } {
  return order.state === 'awaiting_payment' && isLeftToApp(order);
}

/** When the app gives up on confirming a placed order, and leaves it to a person (ms since 1970). */
export function settlementEnd({ at, settlement }: OvhOrder): Time {
  return settlement ? settlement.at + SHOWS_WITHIN_MS : at + CONFIRMED_WITHIN_MS;
}
