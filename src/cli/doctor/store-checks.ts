import type { DatabaseFile, DatabaseState } from '../../store/database-probe.ts';
import { databaseFileOf, probeDatabase } from '../../store/database-probe.ts';
import { unencryptedHost } from '../../store/postgres-address.ts';
import { storeTrouble } from '../../store/trouble.ts';
import type { StoreTroubleKind } from '../../store/trouble-kinds.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

const MEGABYTE = 1_000_000;
const LITTLE_SPACE = 500 * MEGABYTE;
/** A write or two more, and the disk is full. */
const NO_SPACE = 10 * MEGABYTE;
const MOST_CLOCK_MS = 1_000;
/** The database answers, and does not let the app write. */
const WRITE_TROUBLES: ReadonlySet<StoreTroubleKind> = new Set([
  'disk_full',
  'read_only',
  'locked',
  'disk_error',
  'not_allowed',
]);

/** Whether the orders can be kept: the place, the space, a write that is taken back, the version of the tables. */
export async function checkStore(url: string, env: Record<string, string | undefined>): Promise<Finding[]> {
  if (url === 'sqlite::memory:') {
    return [
      warning(
        'place',
        'the orders are in memory, and gone when the app stops',
        'Set DATABASE_URL to a file or a PostgreSQL.',
      ),
    ];
  }
  const place = await databaseFileOf(url);
  const space = place ? [checkPlace(place), checkSpace(place)] : checkEncryption(url, env);
  if (place && (!place.exists || !place.isWritable)) return space;
  try {
    return [...space, ...stateFindings(await probeDatabase(url))];
  } catch (error) {
    return [...space, errorFindings(error, place)];
  }
}

function checkEncryption(url: string, env: Record<string, string | undefined>): Finding[] {
  const host = unencryptedHost(url, env);
  if (host === null) return [];
  return [
    warning(
      'encryption',
      `the way to ${host} is not encrypted: orders, vouchers and the password can be read on it`,
      'Append ?sslmode=require to DATABASE_URL, and sslrootcert=FILE where the provider has a CA of its own (docs/deploy.md).',
    ),
  ];
}

function checkPlace({ file, exists, folder, isWritable }: DatabaseFile): Finding {
  if (!isWritable) {
    const fix = `Give the user who runs the app the right to write to ${exists ? `${file} and its folder` : folder}, or change DATABASE_URL.`;
    return failure('place', `${exists ? file : folder} cannot be written to`, fix);
  }
  return ok('place', exists ? file : `${file}, which the first start makes`);
}

function checkSpace({ folder, free }: DatabaseFile): Finding {
  const left = `${Math.floor(free / MEGABYTE).toLocaleString('en')} MB are free in ${folder}`;
  if (free >= LITTLE_SPACE) return ok('disk', left);
  const todo = 'Make room: an app that cannot write takes no orders.';
  return free < NO_SPACE ? failure('disk', left, todo) : warning('disk', left, todo);
}

/** A database may have been restored, or made, by another user than the one who runs the app. */
function aboutRights({ notWritable, notOwned }: DatabaseState): Finding[] {
  const fix =
    'Name the user in DATABASE_URL who made them, or give them to this one: REASSIGN OWNED BY … TO …';
  if (notWritable.length > 0) {
    return [failure('tables', `the user may not read and write ${notWritable.join(', ')}`, fix)];
  }
  if (notOwned.length === 0) return [];
  const says = `another user owns ${notOwned.join(', ')}: an upgrade that changes them would fail`;
  return [warning('tables', says, fix)];
}

/** What there is to say about a database that answered. */
export function stateFindings(state: DatabaseState): Finding[] {
  const { product, pending, unknown, isEmpty, clockDifferenceMs } = state;
  const seconds = Math.round(clockDifferenceMs / 1000);
  const clock = warning(
    'clock',
    `the database's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's`,
    'Set both by NTP.',
  );
  return [
    ok('write', `${product}: made a table, wrote into it, took both back`),
    tableFindings(pending, unknown, isEmpty),
    ...aboutRights(state),
    ...(Math.abs(clockDifferenceMs) > MOST_CLOCK_MS ? [clock] : []),
  ];
}

function tableFindings(pending: string[], unknown: string[], isEmpty: boolean): Finding {
  if (unknown.length > 0) {
    return failure(
      'tables',
      `they are of a newer version of order-cloud (${unknown.join(', ')})`,
      'Run that version, or restore a back-up of before (docs/backup.md).',
    );
  }
  if (isEmpty) return ok('tables', 'none yet: the first start makes them');
  if (pending.length === 0) return ok('tables', 'up to date');
  return warning(
    'tables',
    `they are of an older version (${pending.join(', ')} is to come)`,
    'The next start brings them up to date: back up first (docs/backup.md).',
  );
}

function errorFindings(error: unknown, place: DatabaseFile | null): Finding {
  const trouble = storeTrouble(error);
  const { code = '' } = (error ?? {}) as { code?: string };
  const name = code || (error instanceof Error ? error.name : 'unknown');
  if (!trouble) {
    const says = `the database did not do it (${name})`;
    return failure('connection', says, 'Check DATABASE_URL, and that the database runs.');
  }
  const { kind, says, fix } = trouble;
  if (place) return failure('write', says, fix);
  const check = WRITE_TROUBLES.has(kind) ? 'write' : 'connection';
  return failure(check, code ? `${says} (${code})` : says, fix);
}
