import { eventsOf } from '../../src/store/orders.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import type { Environment } from './environment.ts';
import { markOf } from './faults.ts';
import { wordsOf } from './observation.ts';
import type { ProcessRecord } from './replica.ts';

type Line = { at: number; text: string };

/** All that is known of an order, in the order of time: events, messages, calls to OVHcloud, kills, log lines. */
export async function formatHistory(
  { db, slack, ovh }: Environment,
  { order }: StoredOrder,
  record: ProcessRecord,
): Promise<string> {
  const events = (await eventsOf(db, order.id)).map(({ at, type, actor, payload }) => ({
    at,
    text: `event   ${type} ${actor ?? ''} ${brief(payload)}`,
  }));
  const messages = [...slack.messages(), ...slack.messages().flatMap(slack.thread)]
    .filter((message) => markOf(message).startsWith(order.id))
    .map((message) => ({
      at: Number(message.ts) * 1000,
      text: `message ${markOf(message)} in ${message.thread_ts ?? 'channel'}: ${wordsOf(message).slice(0, 160)}`,
    }));
  const carts = cartsOf(ovh.calls, order.id);
  const calls = ovh.calls
    .filter(({ path, query }) => query.description === order.id || carts.some((id) => path.includes(id)))
    .map(({ at, method, path, status, fault }) => ({
      at: at.getTime(),
      text: `OVHcloud ${method} ${path} → ${status ?? 'no answer'} ${fault ?? ''}`,
    }));
  const logged = record.logs
    .join('\n')
    .split('\n')
    .filter((line) => line.includes(order.id))
    .map((line) => ({
      at: Date.parse(/"time":"([^"]+)"/.exec(line)?.[1] ?? ''),
      text: `log     ${line.slice(0, 400)}`,
    }));
  const lines: Line[] = [...events, ...messages, ...calls, ...logged];
  const from = Math.min(...lines.map(({ at }) => at).filter((at) => at > 0));
  const until = Math.max(...lines.map(({ at }) => at));
  const kills = record.kills
    .filter((at) => at >= from && at <= until)
    .map((at) => ({ at, text: 'kill    -9' }));
  return [...lines, ...kills]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, text }) => `    ${new Date(at).toISOString().slice(11, 23)} ${text}`)
    .join('\n');
}

/** The carts that were made for an order, also those that have gone. */
function cartsOf(calls: Environment['ovh']['calls'], orderId: string): string[] {
  const made = calls.flatMap(({ method, path, body, answer }) => {
    const isCreation = method === 'POST' && path === '/order/cart';
    return isCreation && Object(body).description === orderId ? [Object(answer).cartId] : [];
  });
  const listed = calls.flatMap(({ path, query, answer }) =>
    path === '/order/cart' && query.description === orderId && Array.isArray(answer) ? answer : [],
  );
  return [...new Set([...made, ...listed])].filter((id) => typeof id === 'string');
}

function brief(facts: Record<string, unknown>): string {
  const { quote: _quote, validUntil: _validUntil, ...rest } = facts;
  return JSON.stringify(rest).slice(0, 200);
}
