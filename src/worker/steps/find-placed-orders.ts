import type { CheckoutAttempt, Order, PlacedOrder } from '../../orders/order.ts';
import { OvhRefusal } from '../../ovh/errors.ts';
import { getOrder, getOrderDetailExtension, listOrderDetails, listOrders } from '../../ovh/orders.ts';
import { linkedOvhOrders } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { amountOf } from './cart-terms.ts';

/** OVHcloud's clock and ours may differ by this much. */
const CLOCK_SLACK_MS = 120_000;
/** So many orders of the account are remembered before a checkout (ovh-us lists all that ever were). */
const REMEMBERED = 100;

type FoundOrder = Omit<PlacedOrder, 'cartId'>;

/** The OVHcloud orders placed lately by anybody: what a checkout that starts now becomes is none of them. */
export async function newestOrders(tools: Tools): Promise<number[]> {
  const from = new Date(tools.now() - 2 * CLOCK_SLACK_MS);
  const ids = await listOrders(tools.ovh, { from, dateFilter: tools.settings.orderDateFilter });
  return ids.toSorted((a, b) => b - a).slice(0, REMEMBERED);
}

/**
 * Finds the orders of the account that a checkout with a lost answer may have made: placed since the attempt and not
 * yet linked to another order here. `certain` ones name the plan and the project in their details' extension
 * (BETA at OVHcloud); `possible` ones have no extension to read, but the right price.
 */
export async function findPlacedOrders(
  order: Order,
  attempt: CheckoutAttempt,
  tools: Tools,
): Promise<{ certain: FoundOrder[]; possible: FoundOrder[] }> {
  const from = new Date(attempt.at - CLOCK_SLACK_MS);
  const ids = await listOrders(tools.ovh, { from, dateFilter: tools.settings.orderDateFilter });
  const newestFirst = ids.toSorted((a, b) => b - a);
  const linked = await linkedOvhOrders(tools.db, newestFirst.slice(0, 1_000));
  const former = order.formerOrders.map(({ orderId }) => orderId);
  const others = new Set([...former, ...linked, ...attempt.dismissed, ...attempt.knownBefore]);
  const unlinked = newestFirst.filter((id) => !others.has(id));

  const certain: FoundOrder[] = [];
  const possible: FoundOrder[] = [];
  for (const orderId of unlinked) {
    const placed = await readPlacedOrder(orderId, tools);
    if (placed.at < from.getTime()) {
      if (tools.settings.orderDateFilter) continue;
      // ovh-us lists all orders that ever were: the first that is too old ends the search.
      break;
    }
    const match = await matches(order, orderId, tools);
    const isThePrice = placed.withTax.ucents === order.quote?.withTax.ucents;
    if (match === 'yes' && isThePrice) certain.push(placed);
    if (match === 'yes' ? !isThePrice : match === 'unknown' && isThePrice) possible.push(placed);
  }
  return { certain, possible };
}

/** Reads an order of the account (GET /me/order/{orderId}) as one that was placed. */
export async function readPlacedOrder(orderId: number, tools: Tools): Promise<FoundOrder> {
  const { date, expirationDate, priceWithTax, url } = await getOrder(tools.ovh, orderId);
  const at = date?.getTime() ?? tools.now();
  return { orderId, url, withTax: amountOf(priceWithTax), at, payUntil: expirationDate?.getTime() ?? null };
}

async function matches(order: Order, orderId: number, tools: Tools): Promise<'yes' | 'no' | 'unknown'> {
  let readable = false;
  for (const detailId of await listOrderDetails(tools.ovh, orderId)) {
    const extension = await getOrderDetailExtension(tools.ovh, orderId, detailId).catch(nullIfRefused);
    if (!extension) continue;
    readable = true;
    const { planCode, configurations } = extension;
    const description = configurations.find(({ label }) => label === 'description')?.value;
    if (planCode === order.quote?.planCode && description === order.request.projectName) return 'yes';
  }
  return readable ? 'no' : 'unknown';
}

/** A key without the right to read the extension (BETA) has to do without. */
function nullIfRefused(error: unknown): null {
  if (error instanceof OvhRefusal) return null;
  throw error;
}
