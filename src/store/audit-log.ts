import type { Kysely } from 'kysely';
import { type EventRecord, GENESIS, hashOf } from './audit-chain.ts';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';
import { differencesOf } from './row-differences.ts';
import type { Tables } from './tables.ts';
import { matchesLastEvent, selectRecorded } from './tampering.ts';

/** One event of the audit log, with its place in the chain. */
export type AuditEvent = EventRecord & { sequence: number; hash: string; previousHash: string };

/** A fault in the audit log. `sequence`: its number in the chain; null if it is about an order's row. */
type AuditFault = { sequence: number | null; what: 'changed' | 'missing' | 'extra'; message: string };

/** The result of verifying the whole audit log. */
export type AuditVerdict = {
  faults: AuditFault[];
  /** How many events are in the chain, and the hash of its head as the database has it. */
  count: number;
  head: string;
};

const PAGE = 1_000;
/** Stop after this many faults. */
const MAX_FAULTS = 100;

/** The audit log in order, one page in memory at a time. Times are ms since 1970: `from` is inclusive, `to` exclusive. */
export async function* readAuditLog(
  db: Database,
  { from, to }: { from?: number; to?: number } = {},
): AsyncGenerator<AuditEvent> {
  let previousHash = GENESIS;
  for await (const event of chained(db)) {
    const isWithin = (from === undefined || event.at >= from) && (to === undefined || event.at < to);
    if (isWithin) yield { ...event, previousHash };
    previousHash = event.hash;
  }
}

/**
 * Recomputes every hash of the audit log and reports which events were changed, removed or inserted, and the orders whose
 * rows are not as their last event left them.
 */
export function verifyAuditLog(db: Database): Promise<AuditVerdict> {
  // A snapshot: the app may write meanwhile.
  const snapshot = isPostgres(db) ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return snapshot.execute(async (tx) => {
    const faults: AuditFault[] = [];
    const fault: NoteFault = (found) => {
      if (faults.length < MAX_FAULTS) faults.push(found);
    };
    const end = await verifyChain(tx, fault);
    await verifyRows(tx, fault);
    return { faults, ...end };
  });
}

type NoteFault = (found: AuditFault) => void;

async function verifyChain(db: Kysely<Tables>, fault: NoteFault): Promise<Omit<AuditVerdict, 'faults'>> {
  let expected = 1;
  let previousHash = GENESIS;
  let count = 0;
  for await (const event of chained(db)) {
    const { sequence, hash } = event;
    if (sequence < expected) fault({ sequence, what: 'extra', message: 'before the first event' });
    if (sequence > expected) {
      fault({
        sequence: expected,
        what: 'missing',
        message: sequence - 1 > expected ? `up to ${sequence - 1}` : 'one event',
      });
    }
    // After a gap the previous hash is not known: only the event after that can be checked again.
    const isCheckable = sequence === expected;
    if (isCheckable && hashOf(event, { previousHash, sequence }) !== hash) {
      fault({ sequence, what: 'changed', message: `${event.type} of order ${event.order_id}` });
    }
    expected = sequence + 1;
    previousHash = hash;
    count += 1;
  }
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
  const last = Number(head.sequence);
  if (last >= expected) fault({ sequence: expected, what: 'missing', message: `at the end, up to ${last}` });
  else if (last < expected - 1)
    fault({ sequence: last + 1, what: 'extra', message: `at the end, up to ${expected - 1}` });
  else if (head.hash !== previousHash)
    fault({ sequence: last, what: 'changed', message: 'the end of the chain has another hash' });
  return { count, head: head.hash };
}

/** Compares each row with the last event of its order, and the other way round. */
async function verifyRows(db: Kysely<Tables>, fault: NoteFault): Promise<void> {
  for (let after = ''; ; ) {
    const page = await selectRecorded(db)
      .where('orders.id', '>', after)
      .orderBy('orders.id')
      .limit(PAGE)
      .execute();
    for (const row of page) {
      after = row.id;
      if (row.last_version === null)
        fault({ sequence: null, what: 'extra', message: `the row of order ${row.id} has no event` });
      else if (!matchesLastEvent(row)) {
        const parts = await differencesOf(db, row);
        const where = parts.length > 0 ? `: ${parts.join(', ')}` : '';
        const message = `the row of order ${row.id} is not as its last event left it${where}`;
        fault({ sequence: null, what: 'changed', message });
      }
    }
    if (page.length < PAGE) break;
  }
  for (let after = ''; ; ) {
    const page = await db
      .selectFrom('order_events')
      .select('order_id')
      .where('order_id', '>', after)
      .where('version', '=', 1)
      .orderBy('order_id')
      .limit(PAGE)
      .execute();
    if (page.length === 0) break;
    const ids = page.map(({ order_id }) => order_id);
    const rows = await db.selectFrom('orders').select('id').where('id', 'in', ids).execute();
    const present = new Set(rows.map(({ id }) => id));
    for (const id of ids) {
      after = id;
      if (!present.has(id)) fault({ sequence: null, what: 'missing', message: `the row of order ${id}` });
    }
    if (page.length < PAGE) break;
  }
}

/** The hashes of the events with these numbers, to compare with a copy that was kept elsewhere. */
export async function hashesOf(db: Database, sequences: number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('order_events')
    .select(['sequence', 'hash'])
    .where('sequence', 'in', sequences)
    .execute();
  return new Map(rows.map(({ sequence, hash }) => [Number(sequence), hash]));
}

async function* chained(
  db: Kysely<Tables>,
): AsyncGenerator<EventRecord & { sequence: number; hash: string }> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await db
      .selectFrom('order_events')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const { sequence, hash, ...event } of page) {
      after = Number(sequence);
      yield { ...event, at: Number(event.at), sequence: after, hash };
    }
    if (page.length < PAGE) return;
  }
}
