import type { z } from 'zod';
import type { Setting } from './setting.ts';

/** Settings are missing or wrong. `errors` has one line for each; none of them shows a secret. */
export class ConfigError extends Error {
  readonly errors: string[];

  constructor(errors: string[]) {
    super(errors.join('\n'));
    this.name = 'ConfigError';
    this.errors = errors;
  }
}

/** What is wrong with a setting: what it should be, what was found instead, where to get the right value. No secret. */
export type SettingError = Pick<Setting, 'name' | 'expected' | 'whereToGet'> & { found: string };

/** The same in one line. */
export function settingErrorLine({ name, expected, found, whereToGet }: SettingError): string {
  return `${name}: expected ${expected}, ${found}${whereToGet ? `; ${whereToGet}` : ''}`;
}

/** What was found instead of a valid value: the check's own message if it has one, else the value. */
export function describeFound(
  setting: Setting,
  value: string | undefined,
  issues: z.core.$ZodIssue[],
): string {
  if (value === undefined) return 'but it is not set';
  const ownWords = issues.find((issue) => issue.code === 'custom');
  if (ownWords) return ownWords.message;
  return setting.secret
    ? 'but the value has another shape (not shown, it is secret)'
    : `got ${redactForDisplay(value)}`;
}

const MAX_SHOWN_LENGTH = 60;

/** The value in quotes on one line, truncated; tokens, passwords and keys in it are redacted. */
export function redactForDisplay(value: string): string {
  const shown = redacted(value);
  return JSON.stringify(shown.length > MAX_SHOWN_LENGTH ? `${shown.slice(0, MAX_SHOWN_LENGTH)}…` : shown);
}

/** The same for a path, which is truncated at its start. */
export function redactPath(path: string): string {
  const shown = redacted(path);
  return JSON.stringify(shown.length > MAX_SHOWN_LENGTH ? `…${shown.slice(-MAX_SHOWN_LENGTH)}` : shown);
}

function redacted(value: string): string {
  return (
    value
      .replace(/(xox[a-z]|xapp)[-.].*/gis, '$1-(redacted)')
      .replace(/:\/\/.*@/s, '://(redacted)@')
      // What keys look like: no ID, name or number here is as long.
      .replace(/[a-z0-9]{16,}/gi, '(redacted)')
  );
}
