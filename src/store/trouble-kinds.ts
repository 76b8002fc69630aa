/** What can be wrong with a database, as people, the log, /readyz and metrics see it. */
export const STORE_TROUBLES = [
  'disk_full',
  'read_only',
  'locked',
  'file_gone',
  'disk_error',
  'damaged',
  'not_allowed',
  'unreachable',
  'refused',
  'untrusted',
] as const;

export type StoreTroubleKind = (typeof STORE_TROUBLES)[number];

/** What is wrong with the database, and how to fix it; nothing of its address. */
export type StoreTrouble = { kind: StoreTroubleKind; message: string; fix: string };

/** Whether the database does not answer the app at all; else it answers, but cannot be written to. */
export function isUnavailable(kind: StoreTroubleKind): boolean {
  return kind === 'unreachable' || kind === 'refused' || kind === 'untrusted';
}
