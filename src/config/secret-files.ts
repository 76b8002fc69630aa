import { readFileSync } from 'node:fs';
import { redactPath, type SettingError } from './errors.ts';
import { settings } from './settings.ts';

type Environment = Record<string, string | undefined>;

/** The result of reading the files that hold secrets. */
export type SecretFiles = {
  /** The environment, with what the files hold in place of their paths. */
  env: Environment;
  /** Each setting whose file cannot be used, by its name. */
  errors: Map<string, SettingError>;
  /** The variable that a setting was read from: `NAME`, or `NAME_FILE`. */
  sourceOf: (name: string) => string;
};

const secrets = settings.filter(({ secret }) => secret);

/** The variables that name a file: platforms mount secrets as files, to keep them out of the environment. */
export const SECRET_FILE_NAMES: readonly string[] = secrets.map(({ name }) => fileNameOf(name));

/** Reads each secret `NAME` whose `NAME_FILE` names a file. White space around it (its last line feed) is dropped. */
export function readSecretFiles(env: Environment): SecretFiles {
  const resolved = { ...env };
  const errors = new Map<string, SettingError>();
  const isFromFile = new Set<string>();
  for (const { name, expected } of secrets) {
    const path = env[fileNameOf(name)]?.trim();
    if (!path) continue;
    if (env[name]?.trim()) {
      const both = `${name} or ${fileNameOf(name)}`;
      errors.set(name, { name: both, expected: 'one of the two', found: 'but both are set' });
      continue;
    }
    const { content, found } = readSecret(path);
    resolved[name] = content;
    isFromFile.add(name);
    if (found === null) continue;
    const aFile = `the path of a file that holds ${expected}`;
    errors.set(name, { name: fileNameOf(name), expected: aFile, found });
  }
  return {
    env: resolved,
    errors,
    sourceOf: (name) => (isFromFile.has(name) ? fileNameOf(name) : name),
  };
}

function fileNameOf(name: string): string {
  return `${name}_FILE`;
}

/** What a file holds; or, in `found`, why it cannot be used. */
function readSecret(path: string): { content: string; found: string | null } {
  try {
    const content = readFileSync(path, 'utf8').trim();
    // An empty DATABASE_URL, for example, would silently start a new database.
    return { content, found: content === '' ? `but ${redactPath(path)} is empty` : null };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const why = WHY_UNREADABLE[code] ?? `it cannot be read (${code})`;
    return { content: '', found: `but ${why}: ${redactPath(path)}` };
  }
}

const WHY_UNREADABLE: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};
