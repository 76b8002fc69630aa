import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  type LocalOvhcloud,
  type LocalOvhcloudOptions,
  startLocalOvhcloud,
} from '../../src/sandbox/ovhcloud/server.ts';
import { type SignIn, settingsBetween } from '../fakes/settings.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../fakes/slack/server.ts';
import { tokensIssued } from '../journeys/scenario.ts';
import { trust } from '../trust.ts';
import { type Ran, runInside, runProcess } from './command-line.ts';

/** Undefined: not in the environment; empty: there, and not set. */
type Settings = Record<string, string | undefined>;

/** What the doctor said. */
export type Visit = Ran & {
  /** Fails unless there is such a line, with this advice (if any) below it. */
  message: (outcome: string, check: string, what: RegExp, advice?: RegExp) => void;
};

/** A Slack, an OVHcloud, and a doctor to call. */
export type DoctorScenario = {
  slack: FakeSlack;
  ovh: LocalOvhcloud;
  folder: string;
  /** The settings of a set-up in which all is well. */
  settings: Settings;
  /**
   * Runs the command with `changes` to the settings, inside the test or as a process of its own. Whatever it finds, it
   * must have placed nothing and shown no secret; but for `carts`, no cart may be left.
   */
  visit: (changes?: Settings, how?: { args?: string[]; carts?: number; process?: boolean }) => Promise<Visit>;
};

/** Sets up a stage that is taken down at the test's end. */
export async function startDoctorScenario(
  t: TestContext,
  options: LocalOvhcloudOptions = {},
  slackOptions: FakeSlackOptions = {},
  signIn: SignIn = 'application key',
): Promise<DoctorScenario> {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-doctor-'));
  const [slack, ovh] = await Promise.all([startFakeSlack(slackOptions), startLocalOvhcloud(options)]);
  t.after(async () => {
    await Promise.all([slack.close(), ovh.close()]);
    await rm(folder, { recursive: true });
  });
  const certificateFile = join(folder, 'ca.pem');
  await writeFile(certificateFile, ovh.certificate);
  trust(ovh.certificate);
  const settings: Settings = {
    ...settingsBetween(slack, ovh, { signIn }),
    DATABASE_URL: `sqlite:${join(folder, 'orders.db')}`,
  };
  return {
    slack,
    ovh,
    folder,
    settings,
    async visit(changes = {}, { args = [], carts = 0, process: isProcess = false } = {}) {
      const env = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: certificateFile, ...settings, ...changes };
      const ran = await (isProcess ? runProcess : runInside)(['doctor', ...args], env, folder);
      placedNothing(slack, ovh, carts);
      const shown = ran.out + ran.err;
      shownNoSecret({ ...settings, ...changes }, shown);
      for (const token of tokensIssued(ovh)) assert.ok(!shown.includes(token), 'an access token is shown');
      return { ...ran, message: (...expected) => assertLine(ran.out, ...expected) };
    },
  };
}

/** The calls that change nothing, and the cart that is made and deleted. */
const HARMLESS = [
  /^GET \//,
  /^(POST \/order\/cart|DELETE \/order\/cart\/\{cartId\})$/,
  /^POST \/(auth\/oauth2\/token|v2\/iam\/resource\/\{resourceURN\}\/authorization\/check)$/,
];

function placedNothing(slack: FakeSlack, ovh: LocalOvhcloud, carts: number): void {
  const calls = ovh.calls.map(({ method, template }) => `${method} ${template}`);
  assert.deepEqual(
    calls.filter((call) => !HARMLESS.some((harmless) => harmless.test(call))),
    [],
  );
  assert.equal(ovh.orders.size, 0);
  assert.equal(ovh.carts.size, carts, 'carts left');
  assert.deepEqual(
    slack.calls
      .map(({ method }) => method)
      .filter((method) => /^(chat|views|conversations\.open)/.test(method)),
    [],
  );
}

function shownNoSecret(settings: Settings, shown: string): void {
  const secret = /TOKEN|SECRET|APPLICATION_KEY|CONSUMER_KEY/;
  for (const [name, value] of Object.entries(settings)) {
    if (secret.test(name) && value) assert.ok(!shown.includes(value), `${name} is shown`);
  }
}

function assertLine(out: string, outcome: string, check: string, what: RegExp, advice?: RegExp): void {
  const lines = out.split('\n');
  const at = lines.findIndex(
    (line) => line.startsWith(`  ${outcome} `) && line.includes(` ${check}  `) && what.test(line),
  );
  assert.notEqual(at, -1, `no line "${outcome} ${check} ${what}" in:\n${out}`);
  const below = lines.slice(at + 1).findIndex((line) => !line.trim().startsWith('→'));
  const fix = lines.slice(at + 1, at + 1 + below).join('\n');
  if (advice) assert.match(fix, advice);
  else assert.equal(fix, '', 'nothing to do');
}
