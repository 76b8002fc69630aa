import { isOpen, latestEntry, type Order } from '../../src/orders/order.ts';
import type { eventsOf } from '../../src/store/orders.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import { TO_PAY_WITHIN_MS } from './fulfilment.ts';
import type { Goods, Sale } from './memory-ovhcloud.ts';

/** A click on Approve: whether the person was an approver at that moment, and what the message offered. */
export type Click = { orderId: string; by: string; at: number; entitled: boolean; read: string | null };

type Journal = Awaited<ReturnType<typeof eventsOf>>;

/** All that is left of a history. */
export type Outcome = {
  required: number;
  asked: { id: string; requester: string }[];
  clicks: Click[];
  sales: Sale[];
  journals: Map<string, Journal>;
  /** The orders, hours after the last fault, and the carts then left at OVHcloud that were not sold. */
  rested: StoredOrder[];
  cartsLeft: { description: string }[];
  /** Whether a process made calls without end while no time passed. */
  runInCircles: boolean;
  /** The orders days later, when nobody can decide any more. */
  ended: StoredOrder[];
};

/** After these, no approval given before counts. */
const VOIDING = [
  'requested',
  'edited',
  'retried',
  'rejected',
  'cancelled',
  'approval_expired',
  'failed',
  'checkout_refused',
];

/** What an order as it stands would buy, in the words in which OVHcloud's sales are compared. */
export function goodsOf({ request, quote }: Order): string {
  return inWords({
    ...{ name: request.projectName, voucher: request.voucher, waiver: request.waiveWithdrawal },
    ...{ autoPay: quote?.autoPay ?? false, ucents: quote?.withTax.ucents ?? Number.NaN },
    contracts: quote?.contracts.map((contract) => contract.digest) ?? [],
  });
}

/** Every way in which an outcome breaks the promise; none if all is well. */
export function brokenPromises(outcome: Outcome): string[] {
  const { sales, asked, ended, rested, cartsLeft } = outcome;
  const own = sales.filter((sale) => sale.orderId !== null);
  const broken = own.flatMap((sale) => {
    const approvers = approversOf(sale, outcome);
    const bought = `${sale.orderId} was sold as ${inWords(sale.goods)}`;
    return approvers.size < outcome.required ? [`${bought}, approved by ${[...approvers].join()}`] : [];
  });
  if (outcome.runInCircles) broken.push('a process ran in circles');
  for (const { id } of asked) {
    const sold = own.filter((sale) => sale.orderId === id);
    const doubled = sold.slice(1).some((sale, index) => !wasOver(sold[index], sale.at));
    if (doubled) broken.push(`${id} was sold ${sold.length} times`);
  }
  for (const { order, runAt, syncAt } of ended) {
    const sale = sales.find(({ id }) => id === order.ovhOrder?.orderId);
    if (order.ovhOrder && sale?.orderId !== order.id) broken.push(`${order.id} shows somebody else's order`);
    const waitsForPeople = ['match_ambiguous', 'order_not_found'].includes(latestEntry(order)?.kind ?? '');
    const stands = order.state === 'approved' && waitsForPeople;
    if (isOpen(order) && !stands) broken.push(`${order.id} is lost: still ${order.state}`);
    if (order.state !== 'approved' && runAt !== null) broken.push(`${order.id} never comes to rest`);
    if (syncAt !== null) broken.push(`${order.id} is not shown as it is`);
    if (order.state === 'ready' && !isBought(sale)) broken.push(`${order.id} is ready, but was not paid`);
    if (sale && isBought(sale) && order.state !== 'ready')
      broken.push(`${order.id} was paid, but is ${order.state}`);
  }
  for (const { order } of rested) {
    const hasEnded = !isOpen(order) || order.state === 'awaiting_payment';
    const left = cartsLeft.filter(({ description }) => description === order.id).length;
    if (hasEnded && left > 0) broken.push(`${order.id} is ${order.state} and left ${left} carts`);
  }
  return broken;
}

/** Whether nobody could get two for one order: the earlier sale had lapsed without a payment, or was cancelled. */
function wasOver(earlier: Sale | undefined, at: number): boolean {
  if (!earlier) return true;
  const { cancelledAt, paidAt } = earlier;
  if (cancelledAt !== null && cancelledAt <= at) return true;
  return at >= earlier.at + TO_PAY_WITHIN_MS && (paidAt === null || paidAt > at);
}

function isBought(sale: Sale | undefined): boolean {
  return sale !== undefined && sale.paidAt !== null && sale.cancelledAt === null;
}

/** The people whose approval of exactly what was sold stood when its checkout was sent. */
function approversOf(sale: Sale, { asked, clicks, journals }: Outcome): Set<string> {
  const requester = asked.find(({ id }) => id === sale.orderId)?.requester;
  const journal = journals.get(sale.orderId ?? '') ?? [];
  const sent = journal.findLastIndex(({ type, at }) => type === 'checkout_started' && at <= sale.at);
  const before = journal.slice(0, Math.max(sent, 0));
  const quotes = before.filter(({ type }) => type === 'quote_received');
  const voided = before.findLastIndex(
    (event) =>
      VOIDING.includes(event.type) ||
      (event.type === 'quote_received' && termsOf(event) !== termsOf(quotes[quotes.indexOf(event) - 1])),
  );
  const standing = before.slice(Math.max(voided, 0));
  const until = Number(standing.find(({ type }) => type === 'quote_received')?.payload.validUntil ?? 0);
  const approvals = standing.filter(
    (event, index) =>
      event.type === 'approved' &&
      event.at < until &&
      !standing
        .slice(index)
        .some(({ type, actor }) => type === 'approval_withdrawn' && actor === event.actor),
  );
  const counting = approvals.filter(({ actor, at }) =>
    clicks.some(
      (click) =>
        click.orderId === sale.orderId &&
        click.by === actor &&
        click.at === at &&
        click.entitled &&
        click.by !== requester &&
        click.read === inWords(sale.goods),
    ),
  );
  return new Set(counting.flatMap(({ actor }) => actor ?? []));
}

function termsOf(quoted: Journal[number] | undefined): string {
  return JSON.stringify(quoted?.payload.quote);
}

function inWords({ name, voucher, waiver, autoPay, ucents, contracts }: Goods): string {
  return JSON.stringify([name, voucher, waiver, autoPay, ucents, contracts]);
}
