/** What is wrong with a database, as people, the log, /readyz and metrics see it. */
export type StoreTroubleKind =
  | 'disk_full'
  | 'read_only'
  | 'locked'
  | 'file_gone'
  | 'disk_error'
  | 'damaged'
  | 'not_allowed'
  | 'unreachable'
  | 'refused'
  | 'untrusted';

/** What is wrong with the database, and how to fix it; nothing of its address. */
export type StoreTrouble = { kind: StoreTroubleKind; says: string; fix: string };
