/** What the doctor checks, in the order in which it is printed. */
export const AREAS = ['settings', 'slack', 'people', 'channels', 'server', 'ovhcloud', 'store'] as const;
/** One of these areas. */
export type Area = (typeof AREAS)[number];

/** `skipped`: cannot be checked from here, or not before something else works. */
export type Outcome = 'ok' | 'warning' | 'failure' | 'skipped';

/**
 * The result of one check, and how to fix it. Lines of `fix` are separated by line feeds; `paste` is text to copy
 * unchanged.
 */
export type Finding = { check: string; outcome: Outcome; message: string; fix?: string; paste?: string };

/** A passed check. */
export function ok(check: string, message: string): Finding {
  return { check, outcome: 'ok', message };
}

/** Something that works, but should be looked at. */
export function warning(check: string, finding: { message: string; fix: string }): Finding {
  return { check, outcome: 'warning', ...finding };
}

/** Something that does not work. */
export function failure(check: string, finding: { message: string; fix: string }): Finding {
  return { check, outcome: 'failure', ...finding };
}

/** Something that cannot be checked from here, or not yet. */
export function skipped(check: string, finding: { message: string; fix?: string }): Finding {
  return { check, outcome: 'skipped', ...finding };
}
