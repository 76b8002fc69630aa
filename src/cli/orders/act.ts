import { Denial } from '../../orders/denial.ts';
import type { OrderEvent } from '../../orders/events.ts';
import { type Order, wasOrderedAnyway } from '../../orders/order.ts';
import { languageFor } from '../../slack/i18n/catalogue.ts';
import { plainDenialText } from '../../slack/views/denial-text.ts';
import { changeOrder } from '../../store/change-order.ts';
import type { Database } from '../../store/database.ts';
import { findOrder, listOrders } from '../../store/order-listing.ts';
import { requestSync } from '../../store/sync.ts';
import { UsageError } from '../command.ts';
import { NoSuchOrderError } from './no-such-order.ts';
import { readId, readOperator, readWords } from './options.ts';
import { summaryOf } from './summary.ts';

/** The outcome of a command that changes an order. */
export type Outcome = { text: string; isDone: boolean };

/** What commands that change orders need; `now` is in ms since 1970. */
export type OperatorContext = {
  db: Database;
  env: Record<string, string | undefined>;
  now: () => number;
};

const AS = { as: { type: 'string' } } as const;
/** Maximum number of open orders synced by one command. */
const MAX_SYNCED = 100_000;

/** `orders retry ID`: a new quote for the same request, which needs new approval. */
export async function retry(context: OperatorContext, args: string[]): Promise<Outcome> {
  const { values, positionals } = readWords(args, AS);
  const by = readOperator(values.as, context.env);
  const event = ({ request }: Order): OrderEvent => ({ type: 'retried', by, request });
  return decide(context, {
    id: readId(positionals),
    event,
    json: values.json,
    done: () => 'is getting a new quote, which needs new approval',
  });
}

/** `orders cancel ID`: until the order is approved. */
export async function cancel(context: OperatorContext, args: string[]): Promise<Outcome> {
  const { values, positionals } = readWords(args, AS);
  const by = readOperator(values.as, context.env);
  const event = (): OrderEvent => ({ type: 'cancelled', by });
  return decide(context, {
    id: readId(positionals),
    event,
    json: values.json,
    done: (order) => (wasOrderedAnyway(order) ? 'is cancelled' : 'is cancelled; nothing was ordered'),
  });
}

/** `orders settle ID`: resolves a checkout whose answer was lost. */
export async function settle(context: OperatorContext, args: string[]): Promise<Outcome> {
  const { values, positionals } = readWords(args, {
    ...AS,
    'ovh-order': { type: 'string' },
    none: { type: 'boolean', default: false },
    stop: { type: 'boolean', default: false },
  });
  const { 'ovh-order': ovhOrder, none, stop } = values;
  if ([ovhOrder !== undefined, none, stop].filter(Boolean).length !== 1) {
    throw new UsageError('orders settle takes one of --ovh-order NUMBER, --none and --stop.');
  }
  const orderId = Number(ovhOrder);
  if (ovhOrder !== undefined && !/^\d{1,15}$/.test(ovhOrder)) {
    throw new UsageError(`--ovh-order is "${ovhOrder}"; expected the number of an OVHcloud order`);
  }
  const actor = { id: readOperator(values.as, context.env), isApprover: false };
  const event = (): OrderEvent => {
    if (stop) return { type: 'search_abandoned', actor };
    return none ? { type: 'matches_rejected', actor } : { type: 'match_confirmed', actor, orderId };
  };
  const done = stop
    ? 'has ended; the search at OVHcloud has stopped'
    : none
      ? 'is none of these OVHcloud orders; the search continues'
      : `is OVHcloud order ${orderId}`;
  return decide(context, { id: readId(positionals), event, json: values.json, done: () => done });
}

/** `orders sync ID`, or `--open`: has the running app process the order now, and re-render its messages. */
export async function sync(context: OperatorContext, args: string[]): Promise<Outcome> {
  const { values, positionals } = readWords(args, { ...AS, open: { type: 'boolean', default: false } });
  const by = readOperator(values.as, context.env);
  if (values.open && positionals.length > 0) throw new UsageError('orders sync takes an ID, or --open.');
  const ids = values.open ? await openIds(context.db) : [readId(positionals)];
  for (const id of ids) {
    if (!(await findOrder(context.db, id))) throw new NoSuchOrderError(id);
    await requestSync(context, id, by);
  }
  const text = values.json
    ? `${JSON.stringify({ ok: true, synced: ids }, null, 2)}\n`
    : `The running app will process and re-render ${ids.length === 1 ? '1 order' : `${ids.length} orders`}.\n`;
  return { text, isDone: true };
}

async function openIds(db: Database): Promise<string[]> {
  const orders = await listOrders(db, { isOpen: true, limit: MAX_SYNCED });
  return orders.map(({ order }) => order.id);
}

async function decide(
  { db, now }: OperatorContext,
  asked: { id: string; event: (order: Order) => OrderEvent; json: boolean; done: (order: Order) => string },
): Promise<Outcome> {
  const { id, event, json, done } = asked;
  const before = await findOrder(db, id);
  if (!before) throw new NoSuchOrderError(id);
  const outcome = await changeOrder({ db, now }, id, event(before.order));
  const isDone = !(outcome instanceof Denial);
  const after = await findOrder(db, id);
  const order = after && summaryOf(after);
  if (isDone) {
    return {
      isDone,
      text: json ? `${JSON.stringify({ ok: true, order }, null, 2)}\n` : `${id} ${done(outcome.order)}.\n`,
    };
  }
  const message = plainDenialText(outcome)(await languageFor('en'));
  const denied = { ok: false, denied: outcome.reason.kind, message, order };
  return {
    isDone,
    text: json
      ? `${JSON.stringify(denied, null, 2)}\n`
      : `${id} was not changed (${order?.state}). ${message}\n`,
  };
}
