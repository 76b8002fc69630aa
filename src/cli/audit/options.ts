import { parseArgs } from 'node:util';
import { UsageError } from '../command.ts';

/** Reads `--name value` options. Throws UsageError for any that is not known. */
export function readOptions<Name extends string>(
  args: string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options, allowPositionals: false }).values as Partial<Record<Name, string>>;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nSee: order-cloud audit --help`);
  }
}

/** A time on the command line, in ms since 1970: an ISO 8601 date (midnight UTC), or one with time and offset. */
export function readTime(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const isIso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const time = isIso ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new UsageError(
      `--${name} is "${text}"; expected a time such as 2026-11-01 or 2026-11-01T09:00:00Z`,
    );
  }
  // JavaScript reads 31 February as 3 March.
  const day = text.slice(0, 10);
  if (new Date(day).toISOString().slice(0, 10) !== day) {
    throw new UsageError(`--${name} is "${text}"; there is no such day`);
  }
  return time;
}
