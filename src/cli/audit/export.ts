import type { Writable } from 'node:stream';
import { readTrail, type TrailEvent } from '../../store/audit-trail.ts';
import type { Database } from '../../store/database.ts';
import { isUnread, print, UsageError } from '../command.ts';
import { csvLine } from './csv.ts';
import { readOptions, readTime } from './options.ts';

/** What an export says of an event, in this order. `hash` covers the ones from `sequence` to `facts`, and `previousHash`. */
const COLUMNS = [
  'sequence',
  'order',
  'version',
  'at',
  'actor',
  'event',
  'facts',
  'previousHash',
  'hash',
] as const;

type Exported = Record<(typeof COLUMNS)[number], unknown>;

/** `audit export`: one line an event. In jsonl `facts` is an object, in csv its JSON. */
export async function exportTrail(db: Database, args: string[], out: Writable): Promise<number> {
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
  for await (const event of readTrail(db, within)) {
    if (isUnread(out)) break;
    const exported = exportedOf(event);
    const line =
      format === 'csv'
        ? csvLine(COLUMNS.map((column) => textOf(exported[column])))
        : `${JSON.stringify({ ...exported, facts: JSON.parse(event.facts) })}\n`;
    await print(out, line);
  }
  return 0;
}

function exportedOf(event: TrailEvent): Exported {
  const { sequence, order_id: order, version, at, actor, type, facts, previousHash, hash } = event;
  const time = new Date(at).toISOString();
  return { sequence, order, version, at: time, actor, event: type, facts, previousHash, hash };
}

function textOf(value: unknown): string {
  return value === null ? '' : String(value);
}
