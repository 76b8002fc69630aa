import type { Writable } from 'node:stream';
import { type AuditEvent, readAuditLog } from '../../store/audit-log.ts';
import type { Database } from '../../store/database.ts';
import { isClosed, print, UsageError } from '../command.ts';
import { csvLine } from './csv.ts';
import { readOptions, readTime } from './options.ts';

/**
 * What an export says of an event, in this order. `hash` covers the ones from `sequence` to `rowHash`, and
 * `previousHash`.
 */
const COLUMNS = [
  'sequence',
  'order',
  'version',
  'at',
  'actor',
  'event',
  'payload',
  'rowHash',
  'previousHash',
  'hash',
] as const;

type Exported = Record<(typeof COLUMNS)[number], unknown>;

/** `audit export`: one line an event. In jsonl `payload` is an object, in csv its JSON. */
export async function exportAuditLog(db: Database, args: string[], out: Writable): Promise<number> {
  const { from, to, format = 'jsonl' } = readOptions(args, ['from', 'to', 'format']);
  if (format !== 'jsonl' && format !== 'csv') {
    throw new UsageError(`--format is "${format}"; expected jsonl or csv`);
  }
  const [fromTime, toTime] = [readTime('from', from), readTime('to', to)];
  const within = {
    ...(fromTime !== undefined && { from: fromTime }),
    ...(toTime !== undefined && { to: toTime }),
  };
  if (format === 'csv') await print(out, csvLine(COLUMNS));
  for await (const event of readAuditLog(db, within)) {
    if (isClosed(out)) break;
    const exported = exportedOf(event);
    const line =
      format === 'csv'
        ? csvLine(COLUMNS.map((column) => textOf(exported[column])))
        : `${JSON.stringify({ ...exported, payload: JSON.parse(event.payload) })}\n`;
    await print(out, line);
  }
  return 0;
}

function exportedOf(event: AuditEvent): Exported {
  const { sequence, order_id: order, version, at, actor, type, payload, row_hash: rowHash } = event;
  const { previousHash, hash } = event;
  const time = new Date(at).toISOString();
  return { sequence, order, version, at: time, actor, event: type, payload, rowHash, previousHash, hash };
}

function textOf(value: unknown): string {
  return value === null ? '' : String(value);
}
