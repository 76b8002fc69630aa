import { stripVTControlCharacters } from 'node:util';
import { countedApprovers } from '../../orders/approval-policy.ts';
import { budgetOf } from '../../orders/budget.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import { maskVoucher } from '../../orders/voucher.ts';
import type { ListedOrder } from '../../store/order-listing.ts';

/** An order as the command line shows it; times are ISO 8601. Vouchers and payment links are not part of it. */
export type OrderSummary = ReturnType<typeof summaryOf>;

/** What an operator needs to know about an order. */
export function summaryOf({ order, runAt, attempts, updatedAt, lockedUntil }: ListedOrder) {
  const { request, quote, ovhOrder, project } = order;
  const budget = budgetOf(order);
  const usage = order.spending?.usage ?? null;
  return {
    id: order.id,
    state: order.state,
    project: request.projectName,
    requester: order.requester,
    channel: order.channel,
    createdAt: iso(order.createdAt),
    updatedAt: iso(updatedAt),
    voucher: request.voucher && maskVoucher(request.voucher),
    reason: request.reason,
    budget: budget && formatMoney(budget, 'en'),
    priceWithTax: quote && formatMoney(quote.withTax, 'en'),
    approvedBy: countedApprovers(order),
    validUntil: isoOrNull(order.validUntil),
    cartId: order.cart?.cartId ?? order.checkoutAttempt?.cartId ?? null,
    ovhOrder: ovhOrder?.orderId ?? null,
    paymentDueAt: isoOrNull(ovhOrder?.paymentDueAt ?? null),
    projectId: project?.id ?? null,
    spent: usage && `${formatMoney(usage.spent, 'en')} in ${usage.month}`,
    forecast: usage?.forecast ? formatMoney(usage.forecast, 'en') : null,
    attention: attentionOf(order),
    /** When the worker processes it next, and how often it has tried since the last event. */
    nextRunAt: isoOrNull(runAt),
    attempts,
    lockedUntil: isoOrNull(lockedUntil),
  };
}

/** What the order is waiting for, or why it ended; null if nothing is in its way. */
function attentionOf(order: Order): string | null {
  const { checkoutAttempt, retrying } = order;
  const failure = order.closure?.failure;
  if (failure) return `failed: ${failure.kind}`;
  if (checkoutAttempt?.askedAbout) {
    return `settle: which OVHcloud order is it? ${checkoutAttempt.askedAbout.join(', ')}`;
  }
  if (checkoutAttempt?.isNotFoundNotified) return 'settle: no matching OVHcloud order was found';
  if (checkoutAttempt?.outcomeUnknownSince)
    return `checkout outcome unknown since ${iso(checkoutAttempt.outcomeUnknownSince)}`;
  if (retrying) return `retrying since ${iso(retrying.since)}: ${retrying.failure.kind}`;
  return null;
}

/** An ISO 8601 time for one in ms since 1970. */
export function iso(time: number): string {
  return new Date(time).toISOString();
}

function isoOrNull(time: number | null): string | null {
  return time === null ? null : iso(time);
}

/** Removes terminal control sequences from text that people typed. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ');
}
