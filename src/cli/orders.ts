import type { Writable } from 'node:stream';
import { readDatabaseUrl } from '../config/read-settings.ts';
import type { Database } from '../store/database.ts';
import { openExisting, openReadOnly } from '../store/open-existing.ts';
import { type Command, print, UsageError } from './command.ts';
import { cancel, type OperatorContext, type Outcome, retry, settle, sync } from './orders/act.ts';
import { list } from './orders/list.ts';
import { show } from './orders/show.ts';

const HELP = `order-cloud orders list [--all | --state STATE]... [--limit NUMBER] [--json]
    The open orders, newest first: the state of each, and what it is waiting for.

order-cloud orders show ID [--json]
    Everything about an order, with its history. Vouchers and payment links are not shown.

order-cloud orders retry ID       A new quote for the same request, which needs new approval.
order-cloud orders cancel ID      Cancels an order that is not approved yet.
order-cloud orders settle ID --ovh-order NUMBER | --none | --stop
    Resolves a checkout whose answer was lost: it became this OVHcloud order; it is none of those that were found; or
    stop looking for it. Check OVHcloud's control panel first.
order-cloud orders sync ID | --open
    Has the running app process the order (or all open orders) now, and re-render the messages in Slack.

    These four record who you are in the audit log (operator:NAME): --as NAME, or else your login name. They follow the
    same rules as in Slack; if an order cannot be changed, they say why. None of them approves.

Only DATABASE_URL is needed. The app can keep running: it picks up a changed order within seconds. --json prints one
JSON object. Exits with 0, with 1 if nothing was changed, with 64 for wrong usage.
`;

const READING = new Map([
  ['list', list],
  ['show', show],
]);
const CHANGING = new Map([
  ['retry', retry],
  ['cancel', cancel],
  ['settle', settle],
  ['sync', sync],
]);

/** `order-cloud orders …`: what an operator can do with orders. Throws UsageError, or the database's error. */
export const orders: Command = (args, env, out) => runOrders(args, { env, out, now: Date.now });

/** The same with another clock (ms since 1970). */
export async function runOrders(
  [what = '', ...args]: string[],
  { env, out, now }: Omit<OperatorContext, 'db'> & { out: Writable },
): Promise<number> {
  if (['help', '--help', '-h'].includes(what) || args.includes('--help') || args.includes('-h')) {
    await print(out, HELP);
    return 0;
  }
  const [reading, changing] = [READING.get(what), CHANGING.get(what)];
  if (reading) {
    await print(out, await withDatabase(openReadOnly(readDatabaseUrl(env)), (db) => reading(db, args)));
    return 0;
  }
  if (!changing) throw new UsageError(HELP);
  const { text, isDone } = await withDatabase<Outcome>(openExisting(readDatabaseUrl(env)), (db) =>
    changing({ db, env, now }, args),
  );
  await print(out, text);
  return isDone ? 0 : 1;
}

async function withDatabase<T>(opening: Promise<Database>, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await opening;
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
