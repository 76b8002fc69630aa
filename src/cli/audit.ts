import { readDatabaseUrl } from '../config/read-settings.ts';
import { openReadOnly } from '../store/open-existing.ts';
import { exportAuditLog } from './audit/export.ts';
import { verify } from './audit/verify.ts';
import { type Command, print, UsageError } from './command.ts';

const HELP = `order-cloud audit export [--from TIME] [--to TIME] [--format jsonl|csv]
    Prints everything that has happened to all orders, one event per line, in the order in which it was recorded.
    TIME is ISO 8601: 2026-11-01 (midnight UTC) or 2026-11-01T09:00:00+01:00. --from is inclusive, --to is not.

order-cloud audit verify [--against FILE]
    Recomputes the hash of every event and lists the events that were changed, removed or inserted. With a FILE from an
    earlier export (jsonl), also lists the differences from it. Exits with 0 if nothing was changed, else with 1.

Both only read the database in DATABASE_URL. The app can keep running.
`;

/** `order-cloud audit export|verify`: the audit log. Throws UsageError, or what the database answered. */
export const audit: Command = async ([what = '', ...args], env, out) => {
  if (['help', '--help', '-h'].includes(what) || args.includes('--help') || args.includes('-h')) {
    await print(out, HELP);
    return 0;
  }
  const command = new Map([
    ['export', exportAuditLog],
    ['verify', verify],
  ]).get(what);
  if (!command) throw new UsageError(HELP);
  const db = await openReadOnly(readDatabaseUrl(env));
  try {
    return await command(db, args, out);
  } finally {
    await db.destroy();
  }
};
