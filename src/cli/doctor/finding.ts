/** What the doctor looks at, in the order in which it is printed. */
export const AREAS = ['settings', 'slack', 'people', 'channels', 'server', 'ovhcloud', 'store'] as const;
export type Area = (typeof AREAS)[number];

/** `skipped`: cannot be seen from here, or not before something else works. */
export type Outcome = 'ok' | 'warning' | 'failure' | 'skipped';

/** What one check came to: what is so, and what to do about it. Lines of `todo` are parted by line feeds. */
export type Finding = { check: string; outcome: Outcome; says: string; todo?: string };

export function ok(check: string, says: string): Finding {
  return { check, outcome: 'ok', says };
}

export function warning(check: string, says: string, todo: string): Finding {
  return { check, outcome: 'warning', says, todo };
}

export function failure(check: string, says: string, todo: string): Finding {
  return { check, outcome: 'failure', says, todo };
}

export function skipped(check: string, says: string, todo?: string): Finding {
  return { check, outcome: 'skipped', says, ...(todo && { todo }) };
}
