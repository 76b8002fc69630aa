import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import { hashesOf, verifyAuditLog } from '../../store/audit-log.ts';
import type { Database } from '../../store/database.ts';
import { print } from '../command.ts';
import { printable } from '../orders/summary.ts';
import { readOptions } from './options.ts';

const Line = z.object({ sequence: z.int(), hash: z.string() });
const AT_A_TIME = 500;

/** `audit verify`: whether the audit log is as it was written. Exit code 0 if it is, 1 if it is not or is empty. */
export async function verify(db: Database, args: string[], out: Writable): Promise<number> {
  const { against } = readOptions(args, ['against']);
  const { faults, count, head } = await verifyAuditLog(db);
  const lines = faults.map(
    ({ sequence, what, message }) =>
      `${what.padEnd(7)} ${sequence === null ? '' : `${sequence}: `}${message}`,
  );
  const differences = against === undefined ? [] : await compare(db, against);
  // Text that others wrote into the database must not control the terminal.
  for (const line of [...lines, ...differences]) await print(out, `${printable(line)}\n`);
  const isIntact = lines.length === 0 && differences.length === 0;
  if (isIntact && count === 0) {
    await print(out, "EMPTY: there are no events. Is DATABASE_URL the app's?\n");
    return 1;
  }
  await print(out, `${isIntact ? 'intact' : 'NOT intact'}: ${count} events; the last hash is ${head}\n`);
  return isIntact ? 0 : 1;
}

/** Where the database differs from an earlier export. Throws if the file is not an export. */
async function compare(db: Database, path: string): Promise<string[]> {
  const differences: string[] = [];
  let lines: z.infer<typeof Line>[] = [];
  const compareLines = async () => {
    const hashes = await hashesOf(
      db,
      lines.map(({ sequence }) => sequence),
    );
    for (const { sequence, hash } of lines) {
      const now = hashes.get(sequence);
      if (now === undefined) differences.push(`missing ${sequence}: it is in ${path}`);
      else if (now !== hash) differences.push(`changed ${sequence}: it has another hash in ${path}`);
    }
    lines = [];
  };
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path) })) {
    number += 1;
    const parsed = Line.safeParse(jsonOf(text));
    if (!parsed.success) throw new Error(`Line ${number} of ${path} is not from a jsonl export.`);
    lines.push(parsed.data);
    if (lines.length === AT_A_TIME) await compareLines();
  }
  if (lines.length > 0) await compareLines();
  if (number === 0) throw new Error(`${path} is empty: nothing to compare with.`);
  return differences;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
