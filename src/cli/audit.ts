import { readDatabaseUrl } from '../config/config.ts';
import { openReadOnly } from '../store/open-read-only.ts';
import { exportAuditLog } from './audit/export.ts';
import { verify } from './audit/verify.ts';
import { type Command, print, UsageError } from './command.ts';

const HELP = `order-cloud audit export [--from TIME] [--to TIME] [--format jsonl|csv]
    Prints what has happened to all orders, one event a line, in the order in which it was written down.
    TIME is ISO 8601: 2026-11-01 (midnight UTC) or 2026-11-01T09:00:00+01:00. --from is included, --to is not.

order-cloud audit verify [--against FILE]
    Recomputes the hash of every event and says what was changed, taken out or put in. With a FILE that an earlier
    export wrote (jsonl), says also where the database differs from it. Ends with 0 if all is as it was written, else 1.

Both only read the database that DATABASE_URL names; the app may run meanwhile.
`;

/** \`order-cloud audit export|verify\`: the audit log. Throws UsageError, or what the database answered. */
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
