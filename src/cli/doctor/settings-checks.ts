import { type Stats, statSync } from 'node:fs';
import type { SettingError } from '../../config/errors.ts';
import { redactForDisplay } from '../../config/errors.ts';
import { SECRET_FILE_NAMES } from '../../config/secret-files.ts';
import type { Values } from '../../config/settings.ts';
import { settings } from '../../config/settings.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

/** The file `.env` where the app starts: its contents, or null if there is none. */
export type EnvFile = { path: string; entries: Record<string, string> } | null;

type EnvSource = { file: EnvFile; env: Record<string, string | undefined> };

/** The permission bits with which others may read a file. */
const OTHERS_READ = 0o044;
/** Names that Node.js or the sandbox use. */
const NOT_OURS = /^(NODE_|SANDBOX_|TEST_|CHROMIUM_PATH$|NO_COLOR$|TZ$|(https?|no)_proxy$)/i;

/** Each setting that is missing, wrong or contradicts another, and the file they may come from. */
export function checkSettings(problems: readonly SettingError[], { file, env }: EnvSource): Finding[] {
  const wrong = problems.map(({ name, expected, found, whereToGet }) =>
    failure(name, {
      message: `expected ${expected}, ${found}`,
      fix: `${whereToGet ? `${whereToGet}. ` : ''}Then set it in .env or in the environment.`,
    }),
  );
  const given = [...settings.map(({ name }) => name), ...SECRET_FILE_NAMES].filter((name) =>
    env[name]?.trim(),
  );
  const from = file ? `${file.path} and the environment` : 'the environment (there is no file .env here)';
  const summary = ok('all', `${given.length} are set, in ${from}; the others have their defaults`);
  return [...wrong, ...(wrong.length === 0 ? [summary] : []), ...checkFile({ file, env }, wrong.length > 0)];
}

/** Whether anyone is reminded before an order expires. */
export function checkReminders({
  REMIND_AFTER_HOURS: remind,
  APPROVAL_TIMEOUT_HOURS: timeout,
}: Partial<Values>): Finding[] {
  if (remind === undefined || timeout === undefined || remind < timeout) return [];
  const message = `is ${remind}, and orders expire after ${timeout} hours (APPROVAL_TIMEOUT_HOURS): no one is ever reminded`;
  return [
    warning('REMIND_AFTER_HOURS', { message, fix: `Set it below ${timeout}, for example to a third of it.` }),
  ];
}

function checkFile({ file, env }: EnvSource, isSomethingWrong: boolean): Finding[] {
  if (!file) {
    const fix =
      'cp .env.example .env, fill it in, and run this in the same folder. (Not needed if the environment has it all.)';
    return isSomethingWrong
      ? [warning('.env', { message: `there is no file .env in ${process.cwd()}`, fix })]
      : [];
  }
  const known = new Set([...settings.map(({ name }) => name), ...SECRET_FILE_NAMES]);
  const unknownNames = Object.keys(file.entries).filter((name) => !known.has(name) && !NOT_OURS.test(name));
  const spelling = unknownNames.map((name) =>
    warning('.env', {
      message: `has ${redactForDisplay(name)}, which is not a setting`,
      fix: 'Correct its spelling (.env.example has all names), or remove it.',
    }),
  );
  const hidden = settings.filter(({ name }) => file.entries[name]?.trim() && env[name] === '');
  const shadows = hidden.map(({ name }) =>
    warning('.env', {
      message: `has ${name}, but the environment sets it to an empty value, and the environment wins`,
      fix: `unset ${name}, or set its value there.`,
    }),
  );
  const holdsSecret = secretsIn(file.entries).length > 0;
  const isOpen = holdsSecret && process.platform !== 'win32' && (modeOf(file.path) & OTHERS_READ) !== 0;
  const mode = warning('.env', {
    message: 'others on this machine can read it, and it holds secrets',
    fix: 'chmod 600 .env',
  });
  return [...spelling, ...shadows, ...(isOpen ? [mode] : [])];
}

function modeOf(path: string): number {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return stats?.mode ?? 0;
}

/** The values that must never be shown: of each secret setting; of a database's address, all but an SQLite path. */
export function secretsIn(env: Record<string, string | undefined>): string[] {
  const values = settings
    .filter(({ name, secret }) => secret && name !== 'DATABASE_URL' && !name.endsWith('_PROXY'))
    .map(({ name }) => env[name]?.trim() ?? '');
  const addresses = ['DATABASE_URL', 'HTTPS_PROXY', 'HTTP_PROXY', 'https_proxy', 'http_proxy'];
  const ofAddresses = addresses.flatMap((name) => secretsOfAddress(env[name]?.trim() ?? ''));
  const all = [...values.filter(({ length }) => length >= 4), ...ofAddresses.filter(isTellingApart)];
  // The longest first: one may be a part of another.
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/**
 * Whether a password differs from the words that the doctor itself uses: redacting `postgres` or `order-cloud` everywhere
 * would reveal it.
 */
function isTellingApart(password: string): boolean {
  return password.length >= 12 || (password.length >= 8 && /\d/.test(password));
}

function secretsOfAddress(address: string): string[] {
  if (address.startsWith('sqlite:')) return [];
  if (!URL.canParse(address)) return [address];
  const { password, searchParams } = new URL(address);
  if (password === '' && !searchParams.has('password')) return [];
  return [address, password, decoded(password), searchParams.get('password') ?? ''];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
