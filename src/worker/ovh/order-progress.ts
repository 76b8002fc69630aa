import type { Progress } from '../../orders/fulfilment.ts';
import { getOrderStatus } from '../../ovh/orders.ts';
import type { OrderStatus } from '../../ovh/schemas/order.ts';
import type { WorkerContext } from '../context.ts';
import { CheckoutUnresolvedError } from '../errors.ts';

/** The status of a placed order at OVHcloud; null if it does not say. */
export type OvhOrderProgress = Progress | 'cancelled' | null;

const PROGRESS: Record<OrderStatus, OvhOrderProgress> = {
  notPaid: 'awaiting_payment',
  checking: 'checking',
  documentsRequested: 'documents_requested',
  delivering: 'delivering',
  delivered: 'delivered',
  cancelling: 'cancelling',
  cancelled: 'cancelled',
  unknown: null,
};

/** Asks OVHcloud for the status of an order, which is authoritative. */
export async function fetchOrderProgress(
  orderId: number,
  { ovh }: Pick<WorkerContext, 'ovh'>,
): Promise<OvhOrderProgress> {
  return PROGRESS[await getOrderStatus(ovh, orderId)];
}

/**
 * Whether an order is paid, or costs nothing and was confirmed. Throws CheckoutUnresolvedError if OVHcloud does not
 * say.
 */
export async function isPaid(orderId: number, ctx: Pick<WorkerContext, 'ovh'>): Promise<boolean> {
  const progress = await fetchOrderProgress(orderId, ctx);
  if (progress === null) {
    const failure = { kind: 'status_unknown', orderId } as const;
    throw new CheckoutUnresolvedError(`OVHcloud did not return whether its order ${orderId} was paid`, {
      failure,
    });
  }
  return !['awaiting_payment', 'cancelled', 'cancelling'].includes(progress);
}
