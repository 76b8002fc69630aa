import { postgresTrouble } from './postgres-trouble.ts';
import { sqliteTrouble } from './sqlite-trouble.ts';
import type { StoreTrouble } from './trouble-kinds.ts';

const FOLDER_TROUBLE: StoreTrouble = {
  kind: 'not_allowed',
  message: 'its folder or file cannot be created or protected',
  fix: "Give the app's user write access there, or change DATABASE_URL.",
};

/** What an error of the database means; null for one that is not the database's. */
export function storeTrouble(error: unknown): StoreTrouble | null {
  if (!(error instanceof Error)) return null;
  const { errcode, syscall } = error as { errcode?: unknown; syscall?: unknown };
  if (syscall === 'mkdir' || syscall === 'chmod') return FOLDER_TROUBLE;
  return typeof errcode === 'number' ? sqliteTrouble(errcode) : postgresTrouble(error);
}
