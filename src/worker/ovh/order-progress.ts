import type { Progress } from '../../orders/progress.ts';
import { getOrderStatus } from '../../ovh/orders.ts';
import type { OrderStatus } from '../../ovh/schemas/order.ts';
import type { WorkerContext } from '../context.ts';
import { CheckoutUnresolvedError } from '../errors.ts';

/** How far a placed order is by OVHcloud's account; null: it says nothing that counts. */
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

/** Asks OVHcloud how far an order is; its word on that is final. */
export async function fetchOrderProgress(
  orderId: number,
  { ovh }: Pick<WorkerContext, 'ovh'>,
): Promise<OvhOrderProgress> {
  return PROGRESS[await getOrderStatus(ovh, orderId)];
}

/** Whether OVHcloud has the money for an order (or none was needed, and someone has confirmed that). Throws CheckoutUnresolvedError. */
export async function isPaid(orderId: number, ctx: Pick<WorkerContext, 'ovh'>): Promise<boolean> {
  const seen = await fetchOrderProgress(orderId, ctx);
  if (seen === null) {
    const failure = { kind: 'status_unknown', orderId } as const;
    throw new CheckoutUnresolvedError(`OVHcloud did not return whether its order ${orderId} was paid`, {
      failure,
    });
  }
  return !['awaiting_payment', 'cancelled', 'cancelling'].includes(seen);
}
