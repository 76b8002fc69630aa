import type { Progress } from '../../orders/delivery.ts';
import { getOrderStatus } from '../../ovh/orders.ts';
import type { OrderStatus } from '../../ovh/schemas.ts';
import type { Tools } from '../tools.ts';
import { StillUnclear } from './setbacks.ts';

/** How far a placed order is by OVHcloud's account; null: it says nothing that counts. */
export type ProgressAtOvh = Progress | 'cancelled' | null;

const PROGRESS: Record<OrderStatus, ProgressAtOvh> = {
  notPaid: 'unpaid',
  checking: 'checking',
  documentsRequested: 'documents_requested',
  delivering: 'delivering',
  delivered: 'delivered',
  cancelling: 'cancelling',
  cancelled: 'cancelled',
  unknown: null,
};

/** Asks OVHcloud how far an order is; its word on that is final. */
export async function progressAtOvh(orderId: number, { ovh }: Tools): Promise<ProgressAtOvh> {
  return PROGRESS[await getOrderStatus(ovh, orderId)];
}

/** Whether OVHcloud has the money for an order (or none was needed, and somebody has confirmed that). Throws StillUnclear. */
export async function isPaid(orderId: number, tools: Tools): Promise<boolean> {
  const seen = await progressAtOvh(orderId, tools);
  if (seen === null) throw new StillUnclear(`OVHcloud does not say whether its order ${orderId} was paid`);
  return !['unpaid', 'cancelled', 'cancelling'].includes(seen);
}
