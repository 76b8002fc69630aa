import { type DenialReason, invalidState } from '../denial.ts';
import type { Order } from '../order.ts';
import { isBeingSettled, leaveToPerson } from '../settlement.ts';
import type { Time } from '../time.ts';
import { appendEntry, type EventOf, type Rules } from './rule.ts';

/** The app's confirmation of an order that costs nothing. */
export const settlementRules: Rules<'settlement_accepted' | 'settlement_failed'> = {
  settlement_accepted: { from: ['awaiting_payment'], to: accepted },
  settlement_failed: { from: ['awaiting_payment'], to: failed },
};

function accepted(
  order: Order,
  { orderId }: EventOf<'settlement_accepted'>,
  now: Time,
): Order | DenialReason {
  if (!isBeingSettled(order) || order.ovhOrder.orderId !== orderId || order.ovhOrder.settlement)
    return invalidState;
  return { ...order, ovhOrder: { ...order.ovhOrder, settlement: { outcome: 'accepted', at: now } } };
}

/** From now on a person confirms the order with its payment link. */
function failed(order: Order, event: EventOf<'settlement_failed'>, now: Time): Order | DenialReason {
  const { orderId, failure } = event;
  if (!isBeingSettled(order) || order.ovhOrder.orderId !== orderId) return invalidState;
  return appendEntry(
    leaveToPerson(order, failure, now),
    { kind: 'settlement_failed', orderId, failure },
    now,
  );
}
