import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { onlyAtFullSize } from '../size.ts';
import { COMMAND_LINE, runInside, runProcess } from './command-line.ts';
import { startDoctorScenario } from './doctor-scenario.ts';

const Report = z.strictObject({
  ok: z.boolean(),
  findings: z.array(
    z.strictObject({
      area: z.enum(['settings', 'slack', 'people', 'channels', 'server', 'ovhcloud', 'store']),
      check: z.string().min(1),
      outcome: z.enum(['ok', 'warning', 'failure', 'skipped']),
      message: z.string().min(1),
      fix: z.string().min(1).optional(),
      paste: z.string().min(1).optional(),
    }),
  ),
});

test('doctor: when all is well, it reports every area, leaves only manual checks to do, and exits with 0', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const { code, out, err, message } = await visit({}, { process: true });
  assert.deepEqual([code, err], [0, '']);
  message('ok', 'bot token', /acts in the workspace Cloud team \(T0TEAM\)$/);
  message('ok', 'scopes', /all 6 of the manifest/);
  message('ok', 'app token', /would open a socket/);
  message('skipped', 'command, buttons', /cannot be checked/, /Check by hand: .*\/order-cloud help/);
  message('ok', 'APPROVERS S0APPROVERS', /@approvers: 2 people$/);
  message('ok', 'quorum', /1 approval is needed, and 2 approvers are available, no matter who orders$/);
  message('ok', 'clock', /agrees with OVHcloud's/);
  message('ok', 'key', /works, and does not expire$/);
  message('ok', 'permissions', /all 14 that are needed$/);
  message('ok', 'account', /lo12345-ovh buys from OVHcloud FR$/);
  message('ok', 'payment method', /there is a default one; not charged/);
  message('ok', 'plan', /project\.2018 is sold by OVHcloud FR \(P1M, default\)$/);
  message('ok', 'place', /orders\.db, which the first start creates$/);
  assert.deepEqual(out.match(/^\w+$/gm), [
    'settings',
    'slack',
    'people',
    'channels',
    'server',
    'ovhcloud',
    'store',
  ]);
  assert.match(out, /\nReady: 0 failures, 0 warnings, \d+ ok, 1 skipped\.\n$/);
  assert.ok(!out.includes('\x1b'), 'no colours where no terminal is');
});

test('doctor: passes on ovh-us too, where one API call does not exist', async (t) => {
  const { visit } = await startDoctorScenario(t, { endpoint: 'ovh-us' });
  const { code, message } = await visit({ OVH_SUBSIDIARY: 'US' });
  assert.equal(code, 0);
  message('ok', 'permissions', /all 13 /);
  message('skipped', 'eligibility', /ovh-us/);
  message('ok', 'plan', /project is sold by OVHcloud US/);
});

test('doctor: --json prints one object of the same shape whether checks pass or fail', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const well = await visit({}, { args: ['--json'] });
  assert.equal(well.code, 0);
  assert.equal(Report.parse(JSON.parse(well.out)).ok, true);
  const ill = await visit({ OVH_CONSUMER_KEY: 'another', APPROVERS: 'U0NOBODY' }, { args: ['--json'] });
  assert.equal(ill.code, 1);
  const report = Report.parse(JSON.parse(ill.out));
  assert.equal(report.ok, false);
  const failures = report.findings.filter(({ outcome }) => outcome === 'failure');
  assert.deepEqual(
    failures.map(({ area, check }) => `${area}: ${check}`),
    ['people: APPROVERS U0NOBODY', 'people: quorum', 'ovhcloud: key'],
  );
  assert.ok(failures.every(({ fix }) => fix));
});

test('doctor: without settings, it lists each required one with where to get it, and skips the other checks', async (t) => {
  const { visit, settings } = await startDoctorScenario(t);
  const nothing = Object.fromEntries(Object.keys(settings).map((name) => [name, '']));
  const { code, message } = await visit({ ...nothing, DATABASE_URL: settings.DATABASE_URL ?? '', PORT: '0' });
  assert.equal(code, 1);
  message('failure', 'SLACK_BOT_TOKEN', /starting with xoxb-, but it is not set/, /Bot User OAuth Token/);
  message('failure', 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET', /neither is set/, /Basic Information/);
  message('failure', 'OVH_CLIENT_ID and OVH_CLIENT_SECRET', /neither is set/, /Service accounts/);
  message('failure', 'APPROVERS', /it is not set/, /Copy member ID/);
  message('warning', '.env', /there is no file \.env/, /cp \.env\.example \.env/);
  message('skipped', 'bot token, scopes', /before the settings above/);
  message('skipped', 'approvers, quorum', /before the bot token works/);
  message('skipped', 'sign-in', /before the settings above/);
  message('ok', 'place', /orders\.db/);
});

test('doctor: one wrong setting does not hide other findings', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const { message } = await visit({ OVH_TIMEOUT_SECONDS: 'soon', SLACK_BOT_TOKEN: 'xoxp-1-a-person' });
  message('failure', 'SLACK_BOT_TOKEN', /but got a person's user token/, /Bot User OAuth Token/);
  message('failure', 'OVH_TIMEOUT_SECONDS', /got "soon"/, /set it in \.env/);
  message('ok', 'app token', /would open/);
  message('ok', 'plan', /is sold/);
});

test('doctor: reads .env, and reports unknown names in it and who else can read it', {
  skip: onlyAtFullSize,
}, async (t) => {
  const { visit, settings, folder } = await startDoctorScenario(t);
  const file = join(folder, '.env');
  await writeFile(
    file,
    `OVH_CONSUMER_KEY=${settings.OVH_CONSUMER_KEY}\nAPROVERS=U0APP1\nNODE_ENV=production\n`,
  );
  await chmod(file, 0o644);
  const open = await visit({ OVH_CONSUMER_KEY: undefined }, { process: true });
  assert.equal(open.code, 0);
  open.message('ok', 'key', /works/);
  open.message('warning', '.env', /has "APROVERS", which is not a setting/, /Correct its spelling/);
  open.message('warning', '.env', /others on this machine can read it/, /chmod 600 \.env/);
  assert.doesNotMatch(open.out, /NODE_ENV/);
  const shadowed = await visit({ OVH_CONSUMER_KEY: '' });
  shadowed.message(
    'warning',
    '.env',
    /has OVH_CONSUMER_KEY, but .* the environment wins/,
    /unset OVH_CONSUMER_KEY/,
  );
  await chmod(file, 0o600);
  assert.doesNotMatch((await visit()).out, /others on this machine/);
  // Where its secrets are elsewhere, others may read it.
  await writeFile(file, 'APPROVERS=U0APP1\nOVH_CONSUMER_KEY_FILE=/run/secrets/key\n');
  await chmod(file, 0o644);
  assert.doesNotMatch((await visit()).out, /others on this machine/);
});

test('doctor: prints its usage', async () => {
  const here = process.cwd();
  const help = await runInside(['doctor', '--help'], {}, here);
  assert.equal(help.code, 0);
  assert.match(help.out, /It orders nothing/);
  assert.match((await runInside(['help'], {}, here)).out, /doctor +check the setup/);
  const wrong = await runProcess(['doctor', '--jason'], {}, here);
  assert.deepEqual([wrong.code, wrong.out], [64, '']);
  assert.match(wrong.err, /--jason is not an option/);
  assert.equal((await runInside(['docter'], {}, here)).code, 64);
});

const terminals = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;
test('doctor: uses colours at a terminal, unless NO_COLOR is set', {
  skip: onlyAtFullSize || (!terminals && 'this needs `script` of util-linux'),
}, () => {
  const env = { PATH: process.env.PATH, TERM: 'xterm-256color', DATABASE_URL: 'nonsense', PORT: '0' };
  const shown = (more: Record<string, string>) =>
    spawnSync('script', ['-qec', `'${process.execPath}' ${COMMAND_LINE.join(' ')} doctor`, '/dev/null'], {
      env: { ...env, ...more },
      encoding: 'utf8',
    }).stdout;
  assert.ok(shown({}).includes('\x1b[31mfailure'));
  assert.ok(!shown({ NO_COLOR: '1' }).includes('\x1b['));
});
