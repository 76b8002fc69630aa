import type { StoreTrouble } from './trouble-kinds.ts';

/** The file is no longer where the app opened it. */
export const FILE_GONE: StoreTrouble = {
  kind: 'file_gone',
  message: 'the database file was deleted or replaced while the app had it open',
  fix: 'Stop the app, restore the newest backup (docs/backup.md), and start it again: anything written until then is lost.',
};

/** SQLite's primary result codes. */
const SQLITE: Record<number, StoreTrouble> = {
  5: {
    kind: 'locked',
    message: 'another program has locked the file',
    fix: 'Stop that program (a second order-cloud, or a shell with an open transaction), and try again.',
  },
  8: {
    kind: 'read_only',
    message: 'the file is not writable',
    fix: "Give the app's user write access to it and its folder; mount the volume writable.",
  },
  10: {
    kind: 'disk_error',
    message: 'the disk reports an error',
    fix: 'Check the disk and the system log; then restore a backup (docs/backup.md) if something is lost.',
  },
  11: { kind: 'damaged', message: 'the file is damaged', fix: 'Restore a backup (docs/backup.md).' },
  13: {
    kind: 'disk_full',
    message: 'the disk is full',
    fix: 'Free some space: an app that cannot write accepts no orders.',
  },
  14: {
    kind: 'not_allowed',
    message: 'the file cannot be opened',
    fix: 'Check the path in DATABASE_URL, and who may read it and its folder.',
  },
  26: {
    kind: 'damaged',
    message: 'the file is not an SQLite database',
    fix: 'Correct the path in DATABASE_URL.',
  },
};
/** A file that is not where it was opened. */
const SQLITE_READONLY_DBMOVED = 1032;

/** The meaning of one of SQLite's result codes; null if it is unknown. */
export function sqliteTrouble(errcode: number): StoreTrouble | null {
  if (errcode === SQLITE_READONLY_DBMOVED) return FILE_GONE;
  // A lock within the process is reported like one by another process.
  const primary = (errcode & 0xff) === 6 ? 5 : errcode & 0xff;
  return SQLITE[primary] ?? null;
}
