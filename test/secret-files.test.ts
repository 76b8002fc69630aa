import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ConfigError } from '../src/config/errors.ts';
import { readDatabaseUrl } from '../src/config/read-settings.ts';
import { settings } from '../src/config/settings.ts';
import { startDoctorScenario } from './cli/doctor-scenario.ts';
import { readConfig } from './config/read-config.ts';
import { onlyAtFullSize } from './size.ts';

/** Those that may be set together: an application key signs in, no service account. */
const SECRETS = settings
  .filter(({ secret, name }) => secret && name !== 'OVH_CLIENT_SECRET')
  .map(({ name }) => name);
const rest = { APPROVERS: 'U1' };

/** Writes files into a folder of the test's own, and gives their paths. */
async function files(t: TestContext, contents: Record<string, string>): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-secrets-'));
  t.after(() => rm(folder, { recursive: true }));
  const paths: Record<string, string> = { folder };
  for (const [name, content] of Object.entries(contents)) {
    paths[name] = join(folder, name);
    await writeFile(join(folder, name), content);
  }
  return paths;
}

function problemsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.errors;
  }
  return [];
}

const values: Record<string, string> = {
  SLACK_BOT_TOKEN: 'xoxb-bot',
  SLACK_APP_TOKEN: 'xapp-app',
  SLACK_SIGNING_SECRET: 'signing-secret',
  OVH_APPLICATION_KEY: 'application-key',
  OVH_APPLICATION_SECRET: 'application-secret',
  OVH_CONSUMER_KEY: 'consumer-key',
  DATABASE_URL: 'postgres://me:pass@db/orders',
  HTTPS_PROXY: 'http://me:pass@proxy:3128',
  HTTP_PROXY: 'http://me:pass@proxy:3129',
};

test('every secret is read from the file that NAME_FILE names, with or without a final line feed', async (t) => {
  const env: Record<string, string> = { ...rest };
  const expected: Record<string, string> = { ...rest };
  const paths = await files(
    t,
    Object.fromEntries(
      SECRETS.map((name, index) => [name, `${values[name]}${['', '\n', '\r\n'][index % 3]}`]),
    ),
  );
  for (const name of SECRETS) {
    assert.ok(values[name], `${name} has a value here`);
    env[`${name}_FILE`] = paths[name] ?? '';
    expected[name] = values[name];
  }
  assert.deepEqual(readConfig(env), readConfig(expected));
  assert.equal(readDatabaseUrl(env), values.DATABASE_URL);
});

test('a secret set in both ways is one error, whatever the file contains', async (t) => {
  const { token = '' } = await files(t, { token: 'xoxb-bot' });
  for (const file of [token, '/nowhere']) {
    assert.deepEqual(problemsOf({ ...values, ...rest, SLACK_BOT_TOKEN_FILE: file }), [
      'SLACK_BOT_TOKEN or SLACK_BOT_TOKEN_FILE: expected one of the two, but both are set',
    ]);
  }
  assert.throws(() => readDatabaseUrl({ ...values, DATABASE_URL_FILE: token }), ConfigError);
});

test('an empty NAME or an empty NAME_FILE counts as not set', async (t) => {
  const { token = '' } = await files(t, { token: 'xoxb-from-file\n' });
  const fromFile = { ...values, ...rest, SLACK_BOT_TOKEN: ' ', SLACK_BOT_TOKEN_FILE: token };
  assert.equal(readConfig(fromFile).slack.botToken, 'xoxb-from-file');
  assert.equal(readConfig({ ...values, ...rest, SLACK_BOT_TOKEN_FILE: ' ' }).slack.botToken, 'xoxb-bot');
});

test('a file that is missing, empty, a folder or unreadable is one line that names it', async (t) => {
  const { folder = '', empty = '', closed = '' } = await files(t, { empty: '\n', closed: 'xapp-app' });
  await mkdir(join(folder, 'inner'));
  await chmod(closed, 0);
  const missing = join(folder, 'missing');
  const found: [string, RegExp][] = [
    [missing, /but there is no such file: ".*missing"$/],
    [empty, /but ".*empty" is empty$/],
    [join(folder, 'inner'), /but it is a folder: ".*inner"$/],
  ];
  // The superuser may read every file.
  if (process.getuid?.() !== 0) found.push([closed, /but this user may not read it: ".*closed"$/]);
  for (const [path, end] of found) {
    const { SLACK_APP_TOKEN: _, SLACK_SIGNING_SECRET: __, ...others } = values;
    const problems = problemsOf({ ...others, ...rest, SLACK_APP_TOKEN_FILE: path });
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(
      problems[0] ?? '',
      /^SLACK_APP_TOKEN_FILE: expected the path of a file that holds an app-level token/,
    );
    assert.match(problems[0] ?? '', end);
  }
  // An unreadable address must not become a new database in the default place.
  assert.throws(() => readDatabaseUrl({ DATABASE_URL_FILE: missing }), /^ConfigError: DATABASE_URL_FILE: /);
});

test('a wrong value in a file is reported under NAME_FILE, and never shown', async (t) => {
  const { wrong = '' } = await files(t, { wrong: 'hunter2\n' });
  const { SLACK_BOT_TOKEN: _, ...others } = values;
  const problems = problemsOf({ ...others, ...rest, SLACK_BOT_TOKEN_FILE: wrong });
  assert.match(problems.join('\n'), /^SLACK_BOT_TOKEN_FILE: expected a bot token starting with xoxb-, but/);
  assert.doesNotMatch(problems.join('\n'), /hunter2/);
});

test('the doctor reads secrets from files, accepts their names in .env, and shows none of them', {
  skip: onlyAtFullSize,
}, async (t) => {
  const { visit, settings: given, folder } = await startDoctorScenario(t);
  const paths = await files(t, { bot: `${given.SLACK_BOT_TOKEN}\n`, key: `${given.OVH_CONSUMER_KEY}\n` });
  await writeFile(join(folder, '.env'), `OVH_CONSUMER_KEY_FILE=${paths.key}\n`, { mode: 0o600 });
  const { out, code, message } = await visit(
    {
      SLACK_BOT_TOKEN: undefined,
      SLACK_BOT_TOKEN_FILE: paths.bot,
      OVH_CONSUMER_KEY: undefined,
    },
    { process: true },
  );
  assert.equal(code, 0, out);
  message('ok', 'bot token', /acts in the workspace/);
  assert.ok(!out.includes(String(given.SLACK_BOT_TOKEN)) && !out.includes(String(given.OVH_CONSUMER_KEY)));
  assert.doesNotMatch(out, /no setting is called that/);
});
