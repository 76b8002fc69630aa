import type { Order } from '../../orders/order.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';

/** A person, and the channel in which they order. */
export type Reader = { user: string; channel: string };

/** Whether a reader may see an order: it is theirs, or it is shown in the channel in which they order. */
export function isShownTo(order: Pick<Order, 'channel' | 'requester'>, { user, channel }: Reader): boolean {
  return order.requester === user || order.channel === channel;
}

/** Says that a project name is taken by `other`, which is named only to those who may see it. */
export function nameTaken(other: Order, reader: Reader): LocalizedText {
  return ({ messages: { requestProblems } }) => {
    if (!isShownTo(other, reader)) return requestProblems.nameTakenElsewhere;
    const { id, ovhOrder, request } = other;
    const facts = { id, name: request.projectName };
    return ovhOrder
      ? requestProblems.nameOrdered({ ...facts, orderId: String(ovhOrder.orderId) })
      : requestProblems.nameTaken(facts);
  };
}
