import type { StoreTrouble } from './trouble-kinds.ts';

/** The file is not where the app has opened it. */
export const FILE_GONE: StoreTrouble = {
  kind: 'file_gone',
  says: 'the database file was deleted or replaced while the app had it open',
  fix: 'Stop the app, restore the newest back-up (docs/backup.md), and start it again: what is written until then is lost.',
};

/** SQLite's primary result codes. */
const SQLITE: Record<number, StoreTrouble> = {
  5: {
    kind: 'locked',
    says: 'another program holds the file',
    fix: 'End the program that has it locked (a second order-cloud, or a shell with an open transaction), and run this again.',
  },
  8: {
    kind: 'read_only',
    says: 'the file cannot be written to',
    fix: 'Give the user who runs the app the right to write to it and to its folder; mount the volume for writing.',
  },
  10: {
    kind: 'disk_error',
    says: 'the disk reports an error',
    fix: 'Look at the disk and the system log; then restore a back-up (docs/backup.md) if something is lost.',
  },
  11: { kind: 'damaged', says: 'the file is damaged', fix: 'Restore a back-up (docs/backup.md).' },
  13: {
    kind: 'disk_full',
    says: 'the disk is full',
    fix: 'Make room: an app that cannot write takes no orders.',
  },
  14: {
    kind: 'not_allowed',
    says: 'the file cannot be opened',
    fix: 'Check the path in DATABASE_URL, and who may read it and its folder.',
  },
  26: {
    kind: 'damaged',
    says: 'the file is no SQLite database',
    fix: 'Correct the path in DATABASE_URL.',
  },
};
/** A file that is not where it was opened. */
const SQLITE_READONLY_DBMOVED = 1032;

/** What one of SQLite's result codes means; null for one that is not known. */
export function sqliteTrouble(errcode: number): StoreTrouble | null {
  if (errcode === SQLITE_READONLY_DBMOVED) return FILE_GONE;
  // A lock within one process is told like one of another.
  const primary = (errcode & 0xff) === 6 ? 5 : errcode & 0xff;
  return SQLITE[primary] ?? null;
}
