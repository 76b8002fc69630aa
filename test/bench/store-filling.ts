import { type Insertable, sql } from 'kysely';
import { isOpen, type Order } from '../../src/orders/order.ts';
import { nextRunAt } from '../../src/orders/schedule.ts';
import { type AuditHead, hashOf } from '../../src/store/audit-chain.ts';
import type { Database } from '../../src/store/database.ts';
import { isPostgres } from '../../src/store/dialect.ts';
import { columnsOf } from '../../src/store/rows.ts';
import type { Tables } from '../../src/store/tables.ts';
import { hashOfRow } from '../../src/store/tampering.ts';
import { HOUR } from '../orders/samples.ts';
import { type History, historyOf, type Life } from './store-histories.ts';

/** How many orders to put into a store, and what lives the open ones lead. */
export type Filling = { ended: number; open: number; openLives?: Shares };

/** Of a hundred orders, so many have led this life. */
type Shares = [Life, number][];

const DAY = 24 * HOUR;
const AT_A_TIME = 1_000;

const ENDED: Shares = [
  ['ready', 70],
  ['rejected', 10],
  ['cancelled', 9],
  ['payment_expired', 6],
  ['failed', 5],
];
const OPEN: Shares = [
  ['waiting', 40],
  ['awaiting_payment', 45],
  ['delivering', 15],
];

/**
 * Fills an empty store as if the app had been at work for two years up to `now` (ms since 1970): the orders with their
 * trail, in one chain, and their messages. What is open is asked about within the next five minutes or, where people
 * decide, later: at `now` nothing is due.
 */
export async function fillStore(db: Database, filling: Filling, now: number): Promise<void> {
  const { ended, open, openLives = OPEN } = filling;
  await db.transaction().execute(async (tx) => {
    const head = await tx.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
    let end = { sequence: Number(head.sequence), hash: head.hash };
    for (let from = 0; from < ended + open; from += AT_A_TIME) {
      const indexes = range(from, Math.min(from + AT_A_TIME, ended + open));
      const histories = indexes.map((index) =>
        index < ended
          ? historyOf(
              pick(ENDED, index),
              index,
              now - 11 * DAY - (ended - index) * ((719 * DAY) / ended),
              now,
            )
          : historyOf(
              pick(openLives, index),
              index,
              now - 8 * HOUR - (index - ended) * ((12 * HOUR) / open),
              now,
            ),
      );
      end = await insertHistories(
        tx,
        histories.map((history) => ({ history, row: orderRow(history, now) })),
        end,
      );
      await insertAll(
        tx,
        'messages',
        histories.flatMap(({ order }) => messagesOf(order)),
      );
    }
    await tx.updateTable('audit_head').set(end).execute();
  });
}

/** The rows of orders with their events, at the end of the chain; gives its new end. */
async function insertHistories(
  tx: Database,
  filled: { history: History; row: ReturnType<typeof orderRow> }[],
  end: AuditHead,
): Promise<AuditHead> {
  let { sequence, hash } = end;
  const events = filled.flatMap(({ history, row }) =>
    history.events.map((event) => {
      const recorded = { ...event, row_hash: hashOfRow(row) };
      sequence += 1;
      hash = hashOf(recorded, { previousHash: hash, sequence });
      return { ...recorded, sequence, hash };
    }),
  );
  await insertAll(
    tx,
    'orders',
    filled.map(({ row }) => row),
  );
  await insertAll(tx, 'order_events', events);
  return { sequence, hash };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function pick(shares: Shares, index: number): Life {
  // 37 and 100 have no common factor: a hundred neighbours have each share exactly.
  let place = (index * 37) % 100;
  for (const [life, share] of shares) {
    if (place < share) return life;
    place -= share;
  }
  throw new Error('The shares are not a hundred together.');
}

function orderRow({ order, events, updatedAt }: History, now: number) {
  const isFollowed = isOpen(order) && order.state !== 'awaiting_approval';
  return {
    ...columnsOf(order, events.length),
    run_at: isFollowed ? now + 1 + ((updatedAt * 7_919) % 300_000) : nextRunAt(order, now),
    sync_at: null,
    locked_by: null,
    locked_until: null,
    last_locked_by: null,
    attempts: 0,
    updated_at: updatedAt,
  } satisfies Insertable<Tables['orders']>;
}

function messagesOf({ id, channel, timeline }: Order): Insertable<Tables['messages']>[] {
  return ['root', ...timeline.map(({ number, kind }) => `${number}:${kind}`)].map((key, index) => ({
    order_id: id,
    key,
    channel,
    ts: `17${id.slice(-8)}.${String(index).padStart(6, '0')}`,
    content_hash: '0123456789abcdef',
    posting_since: null,
  }));
}

/** Many rows as one parameter: thousands of single ones take both databases, and what composes them, far longer. */
async function insertAll<T extends keyof Tables>(
  db: Database,
  table: T,
  rows: Insertable<Tables[T]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const into = sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`;
  const json = JSON.stringify(rows);
  if (isPostgres(db)) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`${into} select ${names} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(
      db,
    );
  } else {
    const values = sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`));
    await sql`${into} select ${values} from json_each(${json})`.execute(db);
  }
}

/** Has so many orders due at `now` and in nobody's hands, the same ones each time; they are put in at first. */
export async function putDue(db: Database, count: number, now: number): Promise<void> {
  const start = 500_000;
  const histories = range(start, start + count).map((index) =>
    // Half of them are of those that people wait for, the others are followed, half of these since just now.
    historyOf(
      index % 2 === 0 ? 'waiting' : 'awaiting_payment',
      index,
      now - (index % 4 === 1 ? 1.1 : 9) * HOUR,
      now,
    ),
  );
  const ids = histories.map(({ order }) => order.id);
  const due = { run_at: now, locked_by: null, locked_until: null };
  const { numUpdatedRows } = await db
    .updateTable('orders')
    .set(due)
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  await db.transaction().execute(async (tx) => {
    const head = await tx.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
    const rows = histories.map((history) => ({ history, row: { ...orderRow(history, now), run_at: now } }));
    const end = await insertHistories(tx, rows, { ...head, sequence: Number(head.sequence) });
    await tx.updateTable('audit_head').set(end).execute();
  });
}
