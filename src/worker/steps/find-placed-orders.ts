import type { Order, PlacedOrder } from '../../orders/order.ts';
import { OvhError, OvhRefusal } from '../../ovh/errors.ts';
import { getOrder, getOrderDetailExtension, listOrderDetails, listOrders } from '../../ovh/orders.ts';
import { linkedOvhOrders } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { amountOf } from './cart-terms.ts';

/** An order's date may be this much before its checkout was sent: OVHcloud's servers need not agree to the second. */
const CLOCK_SLACK_MS = 120_000;
/** So many orders of the account are remembered before a checkout (ovh-us lists all that ever were). */
const REMEMBERED = 100;

type FoundOrder = Omit<PlacedOrder, 'cartId'>;

/** A checkout whose order is looked for. `at` is on OVHcloud's clock, like the dates of its orders. */
export type Search = { at: number; knownBefore: number[]; dismissed: number[] };

/**
 * What a search found. `certain` orders name the plan and the project in their details' extension (BETA at OVHcloud)
 * and have the right price; `possible` ones match in one of these only; `unreadable` ones OVHcloud does not show.
 */
export type FoundOrders = { certain: FoundOrder[]; possible: FoundOrder[]; unreadable: number[] };

/**
 * The OVHcloud orders placed lately by anybody: what a checkout that starts now becomes is none of them. `since`
 * (ms since 1970, on OVHcloud's clock) reaches further back.
 */
export async function newestOrders(since: number, tools: Tools): Promise<number[]> {
  const from = new Date(since - 2 * CLOCK_SLACK_MS);
  const ids = await listOrders(tools.ovh, { from, dateFilter: tools.settings.orderDateFilter });
  return ids.toSorted((a, b) => b - a).slice(0, REMEMBERED);
}

/**
 * Finds the orders of the account that a checkout may have made: placed since, not known before it, not linked to an
 * order here, and not said by people to be others. One that cannot be read does not stop the search.
 */
export async function findPlacedOrders(order: Order, search: Search, tools: Tools): Promise<FoundOrders> {
  const { orderDateFilter } = tools.settings;
  const from = new Date(search.at - CLOCK_SLACK_MS);
  const ids = await listOrders(tools.ovh, { from, dateFilter: orderDateFilter });
  const newestFirst = ids.toSorted((a, b) => b - a);
  const linked = await linkedOvhOrders(tools.db, newestFirst.slice(0, 1_000));
  const former = order.formerOrders.map(({ orderId }) => orderId);
  const others = new Set([...former, ...linked, ...search.dismissed, ...search.knownBefore]);
  const newestKnown = Math.max(0, ...search.knownBefore);

  const found: FoundOrders = { certain: [], possible: [], unreadable: [] };
  for (const orderId of newestFirst.filter((id) => !others.has(id))) {
    const seen = await readOrNull(order, orderId, tools);
    if (!seen) {
      // Without a date filter the list goes back for years: only what is newer than all that was known counts.
      if (orderDateFilter || orderId > newestKnown) found.unreadable.push(orderId);
      continue;
    }
    const { placed, match } = seen;
    if (placed.at < from.getTime()) {
      if (orderDateFilter) continue;
      // ovh-us lists all orders that ever were: the first that is too old ends the search.
      break;
    }
    const { quote } = order;
    const isThePrice = !quote || placed.withTax.ucents === quote.withTax.ucents;
    if (match === 'yes' && isThePrice) found.certain.push(placed);
    if (match === 'yes' ? !isThePrice : match === 'unknown' && quote && isThePrice)
      found.possible.push(placed);
  }
  return found;
}

/** Reads an order of the account (GET /me/order/{orderId}) as one that was placed. */
export async function readPlacedOrder(orderId: number, tools: Tools): Promise<FoundOrder> {
  const { date, expirationDate, priceWithTax, url } = await getOrder(tools.ovh, orderId);
  const at = date?.getTime() ?? tools.now();
  const payUntil = expirationDate && tools.ovh.toLocalTime(expirationDate);
  return { orderId, url: url ?? '', withTax: amountOf(priceWithTax), at, payUntil };
}

type Match = 'yes' | 'no' | 'unknown';

async function readOrNull(
  order: Order,
  orderId: number,
  tools: Tools,
): Promise<{ placed: FoundOrder; match: Match } | null> {
  try {
    const placed = await readPlacedOrder(orderId, tools);
    return { placed, match: await matches(order, orderId, tools) };
  } catch (error) {
    if (!(error instanceof OvhError)) throw error;
    const { call, status, queryId } = error;
    tools.log.warn({ ovhOrder: orderId, call, status, queryId }, 'an OVHcloud order cannot be read');
    return null;
  }
}

async function matches(order: Order, orderId: number, tools: Tools): Promise<Match> {
  const wanted = order.quote?.planCode ?? tools.settings.planCode;
  let readable = false;
  for (const detailId of await listOrderDetails(tools.ovh, orderId)) {
    const extension = await getOrderDetailExtension(tools.ovh, orderId, detailId).catch(nullIfRefused);
    if (!extension) continue;
    readable = true;
    const { planCode, configurations } = extension;
    const description = configurations.find(({ label }) => label === 'description')?.value;
    if (planCode === wanted && description === order.request.projectName) return 'yes';
  }
  return readable ? 'no' : 'unknown';
}

/** A key without the right to read the extension (BETA) has to do without. */
function nullIfRefused(error: unknown): null {
  if (error instanceof OvhRefusal) return null;
  throw error;
}
