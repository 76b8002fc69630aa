import type { Order, Time } from './order.ts';
import { chargesAccount } from './quote.ts';

/** How far OVHcloud is with an order that was placed. */
export type Progress =
  | 'awaiting_payment'
  /** OVHcloud looks for fraud: nobody has to do anything. */
  | 'checking'
  /** The same, by OVHcloud's staff. */
  | 'under_review'
  | 'documents_requested'
  | 'delivering'
  | 'delivered'
  | 'cancelling';

/** What OVHcloud said last. */
export type Fulfilment = {
  progress: Progress;
  /** Since when it is so, as far as was seen; or when somebody was last known to set out to pay. */
  since: Time;
};

/** The project that came of an order. `description` is the name it has at OVHcloud. */
export type Project = { id: string; description: string | null };

/** Whether OVHcloud was asked to take the money for a placed order from the account, and there is some to take. */
export function isCharged({ quote, ovhOrder }: Order): boolean {
  return quote !== null && ovhOrder !== null && chargesAccount({ ...quote, withTax: ovhOrder.withTax });
}

/** Whether the payment that was told of an OVHcloud order turned out not to work. */
export function paymentFailedSince({ timeline }: Order, paid: { number: number; orderId: number }): boolean {
  const later = timeline.slice(paid.number);
  return later.some((entry) => entry.kind === 'payment_failed' && entry.orderId === paid.orderId);
}

/** Whether an OVHcloud order that has lapsed here turned out to be paid. */
export function wasPaidAfterExpiry(
  { timeline }: Order,
  expired: { number: number; orderId: number },
): boolean {
  return timeline.slice(expired.number).some((entry) => {
    if (entry.kind === 'paid') return entry.orderId === expired.orderId;
    if (entry.kind !== 'failed' || entry.failure.kind !== 'paid_after_expiry') return false;
    return entry.failure.orderId === expired.orderId;
  });
}
