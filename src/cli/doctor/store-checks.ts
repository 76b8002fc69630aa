import type { DatabaseFile, DatabaseState } from '../../store/database-probe.ts';
import { databaseFileOf, probeDatabase } from '../../store/database-probe.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

const MEGABYTE = 1_000_000;
const LITTLE_SPACE = 500 * MEGABYTE;
const MOST_CLOCK_MS = 1_000;

/** Whether the orders can be kept: the place, the space, a write that is taken back, the version of the tables. */
export async function checkStore(url: string): Promise<Finding[]> {
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
  const space = place ? [checkPlace(place), checkSpace(place)] : [];
  if (place && (!place.exists || !place.isWritable)) return space;
  try {
    return [...space, ...stateFindings(await probeDatabase(url))];
  } catch (error) {
    return [...space, errorFindings(error, place)];
  }
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
  return warning('disk', left, 'Make room: an app that cannot write takes no orders.');
}

/** What there is to say about a database that answered. */
export function stateFindings({
  product,
  pending,
  unknown,
  isEmpty,
  clockDifferenceMs,
}: DatabaseState): Finding[] {
  const seconds = Math.round(clockDifferenceMs / 1000);
  const clock = warning(
    'clock',
    `the database's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's`,
    'Set both by NTP.',
  );
  return [
    ok('write', `${product}: made a table, wrote into it, took both back`),
    tableFindings(pending, unknown, isEmpty),
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

/** PostgreSQL's and the network's codes, and what to do about them. */
const ADVICE: Record<string, string> = {
  ECONNREFUSED: 'Nothing listens there: start PostgreSQL, or correct host and port in DATABASE_URL.',
  ENOTFOUND: 'No machine has this name: correct the host in DATABASE_URL.',
  ETIMEDOUT: 'The machine does not answer: check the host in DATABASE_URL and the firewall.',
  '28P01': 'The password is wrong: correct it in DATABASE_URL (URL-encoded).',
  '28000': 'PostgreSQL does not let this user in from here: check the user in DATABASE_URL, and pg_hba.conf.',
  '3D000': 'There is no such database: make it (createdb), or correct the name in DATABASE_URL.',
  '42501': 'The user may not make tables: GRANT CREATE, USAGE ON SCHEMA public TO the user.',
  '53300': 'PostgreSQL has no connection left: raise max_connections, or end what holds them.',
};

/** SQLite's primary result codes (`errcode`). */
const SQLITE: Record<number, { message: string; fix: string }> = {
  5: {
    message: 'another program holds the file',
    fix: 'End the program that has it locked, and run this again.',
  },
  8: {
    message: 'the file cannot be written to',
    fix: 'Give the user who runs the app the right to write to it.',
  },
  11: { message: 'the file is damaged', fix: 'Restore a back-up (docs/backup.md).' },
  13: { message: 'the disk is full', fix: 'Make room: an app that cannot write takes no orders.' },
  14: { message: 'the file cannot be opened', fix: 'Check the path in DATABASE_URL, and who may read it.' },
  26: { message: 'the file is no SQLite database', fix: 'Correct the path in DATABASE_URL.' },
};

function errorFindings(error: unknown, place: DatabaseFile | null): Finding {
  const { code = '', errcode } = (error ?? {}) as { code?: string; errcode?: number };
  const sqlite = SQLITE[(errcode ?? 0) & 0xff];
  if (place && sqlite) return failure('write', sqlite.message, sqlite.fix);
  const name = code || (error instanceof Error ? error.name : 'unknown');
  const check = code === '42501' ? 'write' : 'connection';
  return failure(
    check,
    `the database did not do it (${name})`,
    ADVICE[code] ?? 'Check DATABASE_URL, and that the database runs.',
  );
}
