import { getOrder } from '../../ovh/orders.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import { isPassing } from '../failures.ts';
import type { Tools } from '../tools.ts';
import { removeCarts } from './prepare-cart.ts';

/** An ended order leaves no cart behind at OVHcloud. */
export async function tidyUpStep({ order }: StoredOrder, tools: Tools): Promise<void> {
  await removeCarts(order.id, tools, order.placed?.cartId);
  await changeOrder(tools.db, order.id, { type: 'carts_removed' }, tools.now());
}

/** `unpaid`: finds out until when the order can be paid, and removes what other carts there may be. */
export async function paymentStep(stored: StoredOrder, tools: Tools): Promise<void> {
  const { order } = stored;
  if (order.placed && order.placed.payUntil === null) {
    const payUntil = await paymentEnd(order.placed.orderId, tools);
    if (payUntil !== null)
      await changeOrder(tools.db, order.id, { type: 'payment_due', payUntil }, tools.now());
  }
  await tidyUpStep(stored, tools);
}

/** Null where OVHcloud does not say, or not to this key: the order itself is not in doubt. */
async function paymentEnd(orderId: number, tools: Tools): Promise<number | null> {
  try {
    const { expirationDate } = await getOrder(tools.ovh, orderId);
    return expirationDate?.getTime() ?? null;
  } catch (error) {
    if (isPassing(error)) throw error;
    tools.log.warn(
      { err: error, ovhOrder: orderId },
      'OVHcloud does not say until when the order can be paid',
    );
    return null;
  }
}
