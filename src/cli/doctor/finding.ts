/** What the doctor looks at, in the order in which it is printed. */
export const AREAS = ['settings', 'slack', 'people', 'channels', 'server', 'ovhcloud', 'store'] as const;
export type Area = (typeof AREAS)[number];

/** `skipped`: cannot be seen from here, or not before something else works. */
export type Outcome = 'ok' | 'warning' | 'failure' | 'skipped';

/**
 * What one check came to: what is so, and what to do about it. Lines of `todo` are parted by line feeds; `paste` is
 * text to copy as it stands.
 */
export type Finding = { check: string; outcome: Outcome; message: string; fix?: string; paste?: string };

export function ok(check: string, message: string): Finding {
  return { check, outcome: 'ok', message };
}

export function warning(check: string, message: string, fix: string): Finding {
  return { check, outcome: 'warning', message, fix };
}

export function failure(check: string, message: string, fix: string): Finding {
  return { check, outcome: 'failure', message, fix };
}

export function skipped(check: string, message: string, fix?: string): Finding {
  return { check, outcome: 'skipped', message, ...(fix && { fix }) };
}
