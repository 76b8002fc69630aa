import { contradictions } from './config/contradictions.ts';
import { ConfigProblems, type Problem, problemLine, whatWasFound } from './config/problems.ts';
import { type Config, toConfig } from './config/shape.ts';
import { settings, table, type Values } from './config/table.ts';

export { type Config, ConfigProblems, type Problem, settings, type Values };

/** Where the orders are, for commands that need no other setting. Throws ConfigProblems. */
export function readDatabaseUrl(env: Record<string, string | undefined>): string {
  const setting = { name: 'DATABASE_URL', ...table.DATABASE_URL };
  const raw = env.DATABASE_URL?.trim() || setting.default;
  const { success, data, error } = setting.check.safeParse(raw);
  if (success) return data;
  throw new ConfigProblems([problemLine({ ...setting, found: whatWasFound(setting, raw, error.issues) })]);
}

/**
 * Reads each setting by itself from an environment such as `process.env`: the values of those that are right, and what
 * is missing, wrong or does not fit another. White space around a value is dropped; empty is not set.
 */
export function readSettings(env: Record<string, string | undefined>): {
  values: Partial<Values>;
  problems: Problem[];
} {
  const given: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const setting of settings) {
    const { name } = setting;
    const raw = env[name]?.trim() || setting.default;
    if (raw !== undefined) given[name] = raw;
    const { success, data, error } = setting.check.safeParse(raw);
    if (success) values[name] = data;
    else problems.push({ ...setting, found: whatWasFound(setting, raw, error.issues) });
  }
  return { values, problems: [...problems, ...contradictions(given, values as Partial<Values>)] };
}

/**
 * The settings as the app uses them.
 * @throws {ConfigProblems} with one line for each setting that is missing, wrong or does not fit another
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const { values, problems } = readSettings(env);
  if (problems.length > 0) throw new ConfigProblems(problems.map(problemLine));
  return toConfig(values as Values);
}
