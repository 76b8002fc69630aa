import { addSeconds, toApiDate } from './dates.ts';
import type { LocalOrder, OrderStatus, OvhState } from './state.ts';

/** Default times of the steps after the payment: short, so that people who try the sandbox can watch them. */
export const DEFAULT_DELIVERY = { checking: 3, delivering: 5, projectAppears: 5 };

/** The current status of an order. An unpaid order past its expiration date counts as cancelled, which is invented. */
export function statusOf(state: OvhState, order: LocalOrder): OrderStatus {
  if (order.statusOverride) return order.statusOverride;
  if (!order.paidAt) return order.expirationDate <= state.now() ? 'cancelled' : 'notPaid';
  const { checking, delivering } = state.delivery;
  const elapsed = elapsedSeconds(state, order);
  if (elapsed < checking) return 'checking';
  return elapsed < checking + delivering ? 'delivering' : 'delivered';
}

/** Whether GET /cloud/project/{id} knows the order's project: a little later than `delivered`. */
export function projectExists(state: OvhState, order: LocalOrder): boolean {
  const { checking, delivering, projectAppears } = state.delivery;
  const due = checking + delivering + projectAppears;
  return statusOf(state, order) === 'delivered' && elapsedSeconds(state, order) >= due;
}

/** Moves a paid order on to its next step: delivering, delivered, project there. Throws if it is not paid. */
export function advance(state: OvhState, order: LocalOrder): void {
  if (!order.paidAt) throw new Error(`Order ${order.orderId} is not paid: call payOrder first`);
  const { checking, delivering, projectAppears } = state.delivery;
  const ends = [checking, checking + delivering, checking + delivering + projectAppears];
  const elapsed = elapsedSeconds(state, order);
  const next = ends.find((end) => end > elapsed) ?? elapsed;
  order.skippedSeconds += next - elapsed;
}

/** Takes the money, if there is any to take. Paying twice changes nothing. Throws if the order can no longer be paid. */
export function pay(state: OvhState, order: LocalOrder, paidBy: NonNullable<LocalOrder['paidBy']>): void {
  if (order.paidAt) return;
  if (statusOf(state, order) !== 'notPaid') throw new Error(`Order ${order.orderId} can no longer be paid`);
  order.paidAt = state.now();
  order.paidBy = paidBy;
}

/** GET /me/order/{orderId}/followUp. AVAILABLE stays TODO on a delivered order, as OVHcloud's does. */
export function followUpOf(state: OvhState, order: LocalOrder) {
  const status = statusOf(state, order);
  const validated = status === 'delivering' || status === 'delivered';
  const { paidAt, said } = order;
  const entry = (date: Date, label: string, description: string) => ({
    date: toApiDate(date),
    label,
    description,
  });
  return [
    {
      step: 'VALIDATING',
      status: status === 'cancelled' ? 'ERROR' : validated ? 'DONE' : 'DOING',
      history: [
        entry(order.date, 'ORDER_STARTED', 'Your order has been received'),
        ...(paidAt ? [entry(paidAt, 'PAYMENT_RECEIVED', 'Your payment has been received')] : []),
        ...(paidAt ? [entry(paidAt, 'FRAUD_CHECK', 'Your order is being checked')] : []),
        ...(said ? [entry(state.now(), said.label, said.description)] : []),
      ],
    },
    {
      step: 'VALIDATED',
      status: validated ? 'DONE' : 'TODO',
      history:
        validated && paidAt
          ? [
              entry(
                addSeconds(paidAt, state.delivery.checking),
                'ORDER_ACCEPTED',
                'Your order has been accepted',
              ),
            ]
          : [],
    },
    {
      step: 'DELIVERING',
      status: status === 'delivered' ? 'DONE' : validated ? 'DOING' : 'TODO',
      history: [],
    },
    { step: 'AVAILABLE', status: 'TODO', history: [] },
  ];
}

function elapsedSeconds(state: OvhState, order: LocalOrder): number {
  if (!order.paidAt) return 0;
  // Whole milliseconds: a step skipped to its end must not be short of it by a rounding error.
  const skippedMs = Math.round(order.skippedSeconds * 1000);
  return (state.now().getTime() - order.paidAt.getTime() + skippedMs) / 1000;
}
