import { CLOSED_STATES, OPEN_STATES, type OrderState } from '../../orders/order.ts';
import type { Database } from '../../store/database.ts';
import { listOrders } from '../../store/order-listing.ts';
import { UsageError } from '../command.ts';
import { readWords } from './options.ts';
import { type OrderSummary, printable, summaryOf } from './summary.ts';

const MAX_LIMIT = 1_000;
const COLUMNS = ['ID', 'STATE', 'PROJECT', 'REQUESTER', 'CHANGED', 'OVH ORDER', 'ATTENTION'];

/** `orders list`: the open orders, or those that the options ask for. Newest first. */
export async function list(db: Database, args: string[]): Promise<string> {
  const { values, positionals } = readWords(args, {
    all: { type: 'boolean', default: false },
    state: { type: 'string', multiple: true },
    limit: { type: 'string', default: '50' },
  });
  if (positionals.length > 0)
    throw new UsageError('orders list takes options only. See: order-cloud orders --help');
  const { state: states, all } = values;
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new UsageError(`--limit takes a whole number from 1 to ${MAX_LIMIT}.`);
  }
  const rows = await listOrders(db, {
    limit,
    ...(states ? { states: states.map(stateNamed) } : !all && { isOpen: true }),
  });
  const orders = rows.map(summaryOf);
  if (values.json) return `${JSON.stringify({ orders }, null, 2)}\n`;
  return orders.length === 0 ? 'No such order.\n' : tableOf(orders);
}

function stateNamed(name: string): OrderState {
  const states = [...OPEN_STATES, ...CLOSED_STATES];
  const state = states.find((one) => one === name);
  if (!state) throw new UsageError(`--state is "${name}"; expected one of ${states.join(', ')}`);
  return state;
}

function tableOf(orders: OrderSummary[]): string {
  const rows = [
    COLUMNS,
    ...orders.map(({ id, state, project, requester, updatedAt, ovhOrder, attention }) =>
      [id, state, project, requester, updatedAt, String(ovhOrder ?? '–'), attention ?? ''].map(printable),
    ),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
