import type { Writable } from 'node:stream';
import { readDatabaseUrl } from '../config/config.ts';
import type { Database } from '../store/database.ts';
import { openExisting } from '../store/open-existing.ts';
import { openReadOnly } from '../store/open-read-only.ts';
import { type Command, print, UsageError } from './command.ts';
import { cancel, type OperatorContext, type Outcome, retry, settle, sync } from './orders/act.ts';
import { list } from './orders/list.ts';
import { show } from './orders/show.ts';

const HELP = `order-cloud orders list [--all | --state STATE]... [--limit NUMBER] [--json]
    The open orders, newest first: where each stands, and what keeps it from going on.

order-cloud orders show ID [--json]
    Everything about an order, and all that happened to it. No voucher and no checkout URL.

order-cloud orders retry ID       A new quote for the same request, to be approved like the first.
order-cloud orders cancel ID      Cancels an order that is not approved yet.
order-cloud orders settle ID --ovh-order NUMBER | --none | --stop
    Says what became of a checkout whose answer was lost: it is this OVHcloud order; it is none of those that were
    found; or it is no longer looked for. Look in OVHcloud's control panel first.
order-cloud orders sync ID | --open
    Has the running app look at the order (or all open ones) now, and show its messages in Slack once more.

    These four take --as NAME, who you are, for the audit log (operator:NAME); else it is your login name. They follow
    the rules that hold in Slack, and print why where an order may not be changed. None of them approves.

All only need the database that DATABASE_URL names. The app may run meanwhile: it goes on with a changed order within
seconds. With --json they print one JSON object. Ends with 0, with 1 if nothing was changed, with 64 if misused.
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

/** \`order-cloud orders …\`: the operator's hand on orders. Throws UsageError, or what the database answered. */
export const orders: Command = (args, env, out) => runOrders(args, { env, out, now: Date.now });

/** The same by another clock (ms since 1970). */
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
