import { crossCheck } from './cross-checks.ts';
import { ConfigError, describeFound, type SettingError, settingErrorLine } from './errors.ts';
import { whatIsWrongWithSecret } from './secret.ts';
import { readSecretFiles } from './secret-files.ts';
import type { Setting } from './setting.ts';
import { settings, table, type Values } from './settings.ts';

/** The settings by their names. Throws ConfigError with one line for each that is missing, wrong or contradicts another. */
export function readValues(env: Record<string, string | undefined>): Values {
  const { values, errors } = readSettings(env);
  if (errors.length > 0) throw new ConfigError(errors.map(settingErrorLine));
  return values as Values;
}

/** Where the orders are, for commands that need no other setting. Throws ConfigError. */
export function readDatabaseUrl(env: Record<string, string | undefined>): string {
  const setting = { name: 'DATABASE_URL', ...table.DATABASE_URL };
  const files = readSecretFiles(env);
  const unusable = files.errors.get(setting.name);
  if (unusable) throw new ConfigError([settingErrorLine(unusable)]);
  const raw = files.env.DATABASE_URL?.trim() || setting.default;
  const { value, problem } = read(setting, raw);
  if (problem) throw new ConfigError([settingErrorLine({ ...problem, name: files.sourceOf(setting.name) })]);
  return String(value);
}

/**
 * Validates each setting separately, from an environment such as `process.env`: the values of those that are right,
 * and what is missing, wrong or contradicts another. White space around a value is dropped; empty is not set. Each
 * secret `NAME` may come from the file that `NAME_FILE` names.
 */
export function readSettings(env: Record<string, string | undefined>): {
  values: Partial<Values>;
  errors: SettingError[];
} {
  const files = readSecretFiles(env);
  const given: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const errors: SettingError[] = [];
  for (const setting of settings) {
    const { name } = setting;
    const unusable = files.errors.get(name);
    if (unusable) {
      errors.push(unusable);
      // It counts as set: one line about it is enough.
      given[name] = unusable.name;
      continue;
    }
    const raw = textOf(files.env, name) || setting.default;
    if (raw !== undefined) given[name] = raw;
    const { value, problem } = read(setting, raw);
    if (problem) errors.push({ ...problem, name: files.sourceOf(name) });
    else values[name] = value;
  }
  return { values, errors: [...errors, ...crossCheck(given, values as Partial<Values>)] };
}

/** Lowercase proxy variables work too, and take precedence, as in curl and Node.js. */
function textOf(env: Record<string, string | undefined>, name: string): string | undefined {
  const small = name.endsWith('_PROXY') ? env[name.toLowerCase()]?.trim() : undefined;
  return small || env[name]?.trim();
}

/** The value of one setting, or what is wrong with it. */
function read(
  setting: Setting,
  raw: string | undefined,
): { value?: unknown; problem: null } | { value?: undefined; problem: SettingError } {
  const wrong = setting.secret && raw !== undefined ? whatIsWrongWithSecret(raw) : null;
  if (wrong) return { problem: { ...setting, found: wrong } };
  const { success, data, error } = setting.check.safeParse(raw);
  if (success) return { value: data, problem: null };
  return { problem: { ...setting, found: describeFound(setting, raw, error.issues) } };
}
