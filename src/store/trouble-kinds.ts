/** What kind of trouble a database has: what people, the log, /readyz and metrics say of it. */
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

/** What is wrong with the database, and what to do about it, without anything of its address. */
export type StoreTrouble = { kind: StoreTroubleKind; says: string; fix: string };
