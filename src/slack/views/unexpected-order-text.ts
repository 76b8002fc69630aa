import { type Order, wasOrderedAnyway } from '../../orders/order.ts';
import type { Language } from '../i18n/catalogue.ts';

/**
 * A warning that a former checkout has placed an order as well; empty if none has. It stands wherever someone might buy or
 * pay another one.
 */
export function unexpectedOrderText(
  { unexpectedOrders: found }: Order,
  { messages: { root } }: Pick<Language, 'messages'>,
): string {
  const last = found.at(-1);
  if (!last) return '';
  const { orderId } = last;
  return `:rotating_light: ${orderId === null ? root.unexpectedOrderUnknown : root.unexpectedOrder({ orderId: String(orderId) })}`;
}

/** That nothing was ordered, as a sentence to add; empty if an order exists at OVHcloud. */
export function nothingOrderedText(order: Order, { messages }: Pick<Language, 'messages'>): string {
  return wasOrderedAnyway(order) ? '' : ` ${messages.failureMessages.nothingOrdered}`;
}
