import type { DatabaseFile, DatabaseState } from '../../store/database-probe.ts';
import { databaseFileOf, probeDatabase } from '../../store/database-probe.ts';
import { unencryptedHost } from '../../store/postgres-address.ts';
import { storeTrouble } from '../../store/trouble.ts';
import type { StoreTroubleKind } from '../../store/trouble-kinds.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

const MEGABYTE = 1_000_000;
const LITTLE_SPACE = 500 * MEGABYTE;
/** Below this the disk is as good as full. */
const NO_SPACE = 10 * MEGABYTE;
const MAX_CLOCK_DIFFERENCE_MS = 1_000;
/** The database answers, but does not let the app write. */
const WRITE_TROUBLES: ReadonlySet<StoreTroubleKind> = new Set([
  'disk_full',
  'read_only',
  'locked',
  'disk_error',
  'not_allowed',
]);

/** Whether orders can be stored: location, disk space, a write that is rolled back, the version of the tables. */
export async function checkStore(url: string, env: Record<string, string | undefined>): Promise<Finding[]> {
  if (url === 'sqlite::memory:') {
    return [
      warning('place', {
        message: 'orders are kept in memory, and lost when the app stops',
        fix: 'Set DATABASE_URL to a file or a PostgreSQL database.',
      }),
    ];
  }
  const place = await databaseFileOf(url);
  const space = place ? [checkPlace(place), checkSpace(place)] : checkEncryption(url, env);
  if (place && (!place.exists || !place.isWritable)) return space;
  try {
    return [...space, ...stateFindings(await probeDatabase(url))];
  } catch (error) {
    return [...space, errorFinding(error, place)];
  }
}

function checkEncryption(url: string, env: Record<string, string | undefined>): Finding[] {
  const host = unencryptedHost(url, env);
  if (host === null) return [];
  return [
    warning('encryption', {
      message: `the connection to ${host} is not encrypted: orders, vouchers and the password can be read in transit`,
      fix: 'Append ?sslmode=require to DATABASE_URL, and sslrootcert=FILE if the provider has its own CA (docs/deploy.md).',
    }),
  ];
}

function checkPlace({ file, exists, folder, isWritable }: DatabaseFile): Finding {
  if (!isWritable) {
    const fix = `Give the app's user write access to ${exists ? `${file} and its folder` : folder}, or change DATABASE_URL.`;
    return failure('place', { message: `${exists ? file : folder} is not writable`, fix });
  }
  return ok('place', exists ? file : `${file}, which the first start creates`);
}

function checkSpace({ folder, free }: DatabaseFile): Finding {
  const left = `${Math.floor(free / MEGABYTE).toLocaleString('en')} MB are free in ${folder}`;
  if (free >= LITTLE_SPACE) return ok('disk', left);
  const todo = 'Free some space: an app that cannot write accepts no orders.';
  return free < NO_SPACE
    ? failure('disk', { message: left, fix: todo })
    : warning('disk', { message: left, fix: todo });
}

/** The database may have been restored or created by a user other than the app's. */
function tableRightFindings({ notWritable, notOwned }: DatabaseState): Finding[] {
  const fix =
    'Use the user who created them in DATABASE_URL, or transfer them to this one: REASSIGN OWNED BY … TO …';
  if (notWritable.length > 0) {
    return [failure('tables', { message: `the user may not read and write ${notWritable.join(', ')}`, fix })];
  }
  if (notOwned.length === 0) return [];
  const message = `another user owns ${notOwned.join(', ')}: an upgrade that changes them would fail`;
  return [warning('tables', { message, fix })];
}

/** Findings about a database that answered. */
export function stateFindings(state: DatabaseState): Finding[] {
  const { product, clockDifferenceMs } = state;
  const seconds = Math.round(clockDifferenceMs / 1000);
  const clock = warning('clock', {
    message: `the database's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's`,
    fix: 'Synchronize both with NTP.',
  });
  return [
    ok('write', `${product}: created a table, wrote to it, rolled both back`),
    tableFinding(state),
    ...tableRightFindings(state),
    ...(Math.abs(clockDifferenceMs) > MAX_CLOCK_DIFFERENCE_MS ? [clock] : []),
  ];
}

function tableFinding({ pending, unknown, isEmpty }: DatabaseState): Finding {
  if (unknown.length > 0) {
    return failure('tables', {
      message: `they belong to a newer version of order-cloud (${unknown.join(', ')})`,
      fix: 'Run that version, or restore an earlier backup (docs/backup.md).',
    });
  }
  if (isEmpty) return ok('tables', 'none yet: the first start creates them');
  if (pending.length === 0) return ok('tables', 'up to date');
  return warning('tables', {
    message: `they belong to an older version (pending: ${pending.join(', ')})`,
    fix: 'The next start migrates them: back up first (docs/backup.md).',
  });
}

function errorFinding(error: unknown, place: DatabaseFile | null): Finding {
  const trouble = storeTrouble(error);
  const { code = '' } = (error ?? {}) as { code?: string };
  const name = code || (error instanceof Error ? error.name : 'unknown');
  if (!trouble) {
    const message = `the database failed (${name})`;
    return failure('connection', { message, fix: 'Check DATABASE_URL, and that the database is running.' });
  }
  const { kind, message, fix } = trouble;
  if (place) return failure('write', { message, fix });
  const check = WRITE_TROUBLES.has(kind) ? 'write' : 'connection';
  return failure(check, { message: code ? `${message} (${code})` : message, fix });
}
