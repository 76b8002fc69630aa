import { statSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';
import { SQLITE_BUSY_MS, sqlitePathIn } from './sqlite.ts';
import { FILE_GONE } from './sqlite-trouble.ts';
import { storeTrouble } from './trouble.ts';
import { isUnavailable, type StoreTrouble, type StoreTroubleKind } from './trouble-kinds.ts';

/** Watches whether the database accepts writes, not only whether it answers. */
export type StoreWatch = {
  /** What is wrong now, null where nothing is: probes the database, unless that was just done. */
  check: () => Promise<StoreTrouble | null>;
  /** Called for every failed query. */
  onQueryError: (error: unknown) => void;
  stop: () => void;
};

/** Called once when a trouble begins, and with null when it is over. */
type OnStoreTrouble = (trouble: StoreTrouble | null) => void;

const SILENT: StoreTrouble = {
  kind: 'unreachable',
  message: 'it does not answer',
  fix: 'Check that the database is running, and its load.',
};

/** How long an answer is cached: a probe and a scrape may ask at the same time. */
const CACHE_MS = 2_000;
/** How often the database is probed without any readiness probe or scrape. */
const CHECK_EVERY_MS = 30_000;
/** How long a refused PostgreSQL write counts: a query alone does not show that its disk is full. */
const REFUSAL_COUNTS_MS = 30_000;

/**
 * Watches the database at `url`. `open` returns it once it is open; a probe may take `timeoutMs`.
 */
export function watchStore(options: {
  url: string;
  open: () => Database | null;
  timeoutMs: number;
  onTrouble: OnStoreTrouble;
}): StoreWatch {
  const { url, open, timeoutMs, onTrouble } = options;
  const path = sqlitePathIn(url);
  const file = path === ':memory:' ? null : path;
  let opened: string | null = null;
  let refused: { trouble: StoreTrouble; at: number } | null = null;
  let reported: StoreTroubleKind | null = null;
  let last: { answer: Promise<StoreTrouble | null>; at: number } | null = null;

  async function probe(): Promise<StoreTrouble | null> {
    const db = open();
    if (!db) return null;
    if (file !== null) {
      const now = identityOf(file);
      opened ??= now;
      if (now === null || now !== opened) return FILE_GONE;
    }
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      if (isPostgres(db)) return (await isReadOnly(db, signal)) ? READ_ONLY : recentRefusal();
      await writeNothing(db, signal);
      refused = null;
      return null;
    } catch (error) {
      return storeTrouble(error) ?? SILENT;
    }
  }

  function recentRefusal(): StoreTrouble | null {
    return refused && performance.now() - refused.at < REFUSAL_COUNTS_MS ? refused.trouble : null;
  }

  function report(trouble: StoreTrouble | null): void {
    const kind = trouble?.kind ?? null;
    if (kind === reported) return;
    reported = kind;
    onTrouble(trouble);
  }

  function check(): Promise<StoreTrouble | null> {
    if (last && performance.now() - last.at < CACHE_MS) return last.answer;
    const answer = probe().then((trouble) => {
      report(trouble);
      return trouble;
    });
    last = { answer, at: performance.now() };
    return answer;
  }

  const timer = setInterval(() => void check(), CHECK_EVERY_MS).unref();
  return {
    check,
    onQueryError(error) {
      const trouble = storeTrouble(error);
      if (!trouble || isUnavailable(trouble.kind)) return;
      refused = { trouble, at: performance.now() };
      report(trouble);
    },
    stop: () => clearInterval(timer),
  };
}

const READ_ONLY = storeTrouble(Object.assign(new Error(), { code: '25006' })) ?? SILENT;

/** Device and inode of a file; null if it does not exist. */
function identityOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : null;
}

/** Whether it is a standby, or its provider has made it read-only. */
async function isReadOnly(db: Database, signal: AbortSignal): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as is`.execute(db, {
    signal,
  });
  return rows[0]?.is ?? false;
}

/** A write that changes nothing: SQLite's user_version, which the app does not use. */
async function writeNothing(db: Database, signal: AbortSignal): Promise<void> {
  const number = Math.floor(performance.now()) % 1_000_000;
  await db.connection().execute(async (connection) => {
    // Report a lock at once: while SQLite waits, the whole process does.
    await sql`pragma busy_timeout = 0`.execute(connection, { signal });
    try {
      await sql.raw(`pragma user_version = ${number}`).execute(connection, { signal });
    } finally {
      await sql.raw(`pragma busy_timeout = ${SQLITE_BUSY_MS}`).execute(connection);
    }
  });
}
