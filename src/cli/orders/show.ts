import type { Database } from '../../store/database.ts';
import { findOrder } from '../../store/order-listing.ts';
import { eventsOf } from '../../store/orders.ts';
import { NoSuchOrderError } from './no-such-order.ts';
import { readId, readWords } from './options.ts';
import { iso, printable, summaryOf } from './summary.ts';

/** `orders show ID`: what is known about an order, and everything that happened to it. */
export async function show(db: Database, args: string[]): Promise<string> {
  const { values, positionals } = readWords(args, {});
  const id = readId(positionals);
  const stored = await findOrder(db, id);
  if (!stored) throw new NoSuchOrderError(id);
  const order = summaryOf(stored);
  const events = (await eventsOf(db, id)).map(({ at, actor, type, payload }) => ({
    at: iso(at),
    event: type,
    actor,
    facts: payload,
  }));
  if (values.json) return `${JSON.stringify({ order, events }, null, 2)}\n`;
  const facts = Object.entries(order).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
    return text === '' ? [] : [`${name.padEnd(14)}${printable(text)}`];
  });
  const history = events.map(
    ({ at, event, actor, facts: known }) =>
      `${at}  ${event.padEnd(22)}  ${(actor ?? 'the app').padEnd(14)}  ${printable(JSON.stringify(known))}`,
  );
  return `${[...facts, '', ...history].join('\n')}\n`;
}
