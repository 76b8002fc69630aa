import type { Order, OrderState } from '../../orders/order.ts';
import { mention, when } from './blocks.ts';
import { price, projectName } from './quote-facts.ts';

const STANDING: Partial<Record<OrderState, string>> = {
  requested: 'quote being prepared',
  awaiting_approval: 'waiting for approval',
  approved: 'approved, being ordered',
  unpaid: 'ordered',
};

/** The open orders a person may see, one to a line, for an ephemeral answer. */
export function orderList(orders: readonly Order[], locale: string): string {
  if (orders.length === 0) {
    return 'There is no open order of yours, nor one in this channel. Type */order-cloud project name* to ask for a project.';
  }
  return [
    '*Open orders: yours, and those of this channel*',
    ...orders.map((order) => line(order, locale)),
  ].join('\n');
}

function line(order: Order, locale: string): string {
  const cost = order.quote ? `, ${price(order.quote, locale)}` : '';
  const asked = `asked for by ${mention(order.requester)} in <#${order.channel}> ${when(order.createdAt)}`;
  return `• *${projectName(order)}*: ${STANDING[order.state] ?? order.state}${cost}, ${asked}`;
}
