import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { RegionName } from '../../src/config/regions.ts';
import {
  type LocalOvhcloud,
  type LocalOvhcloudOptions,
  startLocalOvhcloud,
} from '../../src/sandbox/ovhcloud/server.ts';
import { VIEWS } from '../../src/slack/ids.ts';
import { type SignIn, settingsBetween } from '../fakes/settings.ts';
import { type Block, visibleText } from '../fakes/slack/blocks.ts';
import {
  type FakeMessage,
  type FakeSlack,
  type FakeSlackOptions,
  type OpenModal,
  startFakeSlack,
} from '../fakes/slack/server.ts';
import {
  type AppUnderTest,
  type InProcessOptions,
  startAppInProcess,
  startAppProcess,
} from './app-under-test.ts';
import { fastClock } from './fast-clock.ts';

/** A whole timeline's surroundings: a Slack, an OVHcloud, and the real app between them. */
export type Scenario = {
  slack: FakeSlack;
  ovh: LocalOvhcloud;
  folder: string;
  /** The app as it runs now; `start` replaces it after it was stopped or killed, with `more` settings on top. */
  app: AppUnderTest;
  start: (more?: Record<string, string>) => Promise<void>;
  /** Everything that all apps of this scenario have logged. */
  logged: () => string;
};

export type ScenarioOptions = Partial<Pick<InProcessOptions, 'timing' | 'workerOptions'>> & {
  mode?: 'socket' | 'http';
  /** How the app signs in at OVHcloud. */
  signIn?: SignIn;
  /** Settings on top of the usual ones. */
  settings?: Record<string, string>;
  /** The clock of the app and of OVHcloud, ms since 1970. One that runs fast, unless it is given. */
  now?: () => number;
  /** For a test with a second program on the same database, or about how long something takes: no clock but the machine's. */
  realTime?: boolean;
  /** The names by which Slack and OVHcloud are called, where a proxy knows them; the app has to be told of that. */
  hosts?: { slack: string; ovh: string };
  /** The clock of OVHcloud alone. */
  ovhNow?: () => number;
  /** Runs the app as a process of its own: where that it is killed, ends or starts is what is tested. */
  process?: boolean;
  /** What differs from the usual workspace. */
  slack?: FakeSlackOptions;
  /** The region that OVHcloud plays; the app is told by OVH_SUBSIDIARY. */
  region?: RegionName;
  /** What else is particular about OVHcloud. */
  ovhcloud?: LocalOvhcloudOptions;
};

/** Starts a scenario that is taken down at the test's end; then Slack must have had nothing to complain about. */
export async function startScenario(t: TestContext, options: ScenarioOptions = {}): Promise<Scenario> {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-journey-'));
  const { region = 'ovh-eu', timing, workerOptions, hosts } = options;
  const isHttp = options.mode === 'http';
  // A process has the machine's clock, signed requests have theirs, and on PostgreSQL times are the server's.
  const isRealTime = options.realTime || options.process || isHttp || options.settings?.DATABASE_URL;
  const now = options.now ?? (isRealTime ? undefined : fastClock(t, { start: Date.now() }).now);
  const ovhNow = options.ovhNow ?? now;
  const ovh = await startLocalOvhcloud({
    endpoint: region,
    ...options.ovhcloud,
    ...(ovhNow && { now: () => new Date(ovhNow()) }),
    ...(hosts && { host: hosts.ovh }),
  });
  const slack = await startFakeSlack({ ...(hosts && { host: hosts.slack }), ...options.slack });
  const certificateFile = join(folder, 'ca.pem');
  await writeFile(certificateFile, ovh.certificate);
  const settings: Record<string, string> = {
    ...settingsBetween(slack, ovh, options),
    // On a busy machine a call may take its time; tests in which a call hangs want to know sooner.
    OVH_TIMEOUT_SECONDS: '10',
    DATABASE_URL: `sqlite:${join(folder, 'orders.db')}`,
    ...(region !== 'ovh-eu' && { OVH_SUBSIDIARY: ovh.subsidiary }),
    LOG_LEVEL: 'trace',
    ...options.settings,
  };

  const apps: AppUnderTest[] = [];
  const start = async (more: Record<string, string> = {}) => {
    scenario.app = options.process
      ? await startAppProcess({ ...settings, ...more, NODE_EXTRA_CA_CERTS: certificateFile }, folder)
      : await startAppInProcess({ ...settings, ...more }, ovh.certificate, {
          ...(now && { now }),
          ...(timing && { timing }),
          ...(workerOptions && { workerOptions }),
        });
    apps.push(scenario.app);
    if (isHttp) slack.deliverTo(`http://127.0.0.1:${scenario.app.port}/slack/events`);
  };
  const scenario = {
    slack,
    ovh,
    folder,
    start,
    logged: () => apps.map((app) => app.log()).join(''),
  } as Scenario;
  t.after(async () => {
    try {
      await Promise.all(apps.map((app) => app.stop()));
    } finally {
      await Promise.all([slack.close(), ovh.close()]);
      await rm(folder, { recursive: true });
    }
    if (slack.problems.length > 0) throw new Error(`Slack had to complain:\n${slack.problems.join('\n')}`);
  });
  await start();
  return scenario;
}

/** Rita types the slash command and gets the modal. */
export async function askFor(
  scenario: Scenario,
  name = 'moon-base',
  channel = 'C0CLOUD',
): Promise<OpenModal> {
  const rita = scenario.slack.as('U0REQ');
  await rita.command(name, channel);
  const modal = await rita.modal();
  if (modal.view.callback_id !== VIEWS.request)
    throw new Error(`Not the order modal: ${modal.view.callback_id}`);
  return modal;
}

/** Rita orders, and the root message appears. */
export async function orderProject(
  scenario: Scenario,
  fields: Record<string, string | boolean> = {},
  name = 'moon-base',
): Promise<FakeMessage> {
  const modal = await askFor(scenario, name);
  modal.fill(fields);
  const outcome = await modal.submit();
  if (!('closed' in outcome)) throw new Error(`The modal did not close: ${JSON.stringify(outcome)}`);
  const shown = () => scenario.slack.messages('C0CLOUD').find((message) => hasText(message, name));
  return scenario.slack.until(shown, `the root message of ${name}`);
}

/** Rita orders, and the approvers are asked. Gives the root message and the one with the buttons. */
export async function orderAndQuote(
  scenario: Scenario,
  fields: Record<string, string | boolean> = {},
  name = 'moon-base',
) {
  const root = await orderProject(scenario, fields, name);
  const question = await reply(scenario, root, /: approve /);
  // What is new is posted first, then what is there already is updated.
  await until(scenario, root, /Waiting for approval/);
  return { root, question };
}

/** OVHcloud says nothing of the next form's voucher: its order finds out. */
export function leaveVoucherToOrder({ ovh }: Scenario): void {
  ovh.faults.add({ method: 'GET', path: '/cloud/eligibility', kind: 'html-502', times: 1 });
}

/** Waits for the latest reply in an order's thread that says something. */
export function reply(scenario: Scenario, root: FakeMessage, what: RegExp): Promise<FakeMessage> {
  const found = () => scenario.slack.thread(root).findLast((message) => hasText(message, what));
  return scenario.slack.until(found, `a reply that says ${what}`);
}

/** Waits until a message, updated in place, says something. */
export function until(scenario: Scenario, message: FakeMessage, what: RegExp): Promise<true> {
  return scenario.slack.until(() => hasText(message, what), `the message to say ${what}`);
}

/** Waits for the ephemeral message that someone alone sees. */
export function ephemeralFor(scenario: Scenario, user: string, what: RegExp) {
  const found = () => scenario.slack.ephemerals(user).find((message) => hasText(message, what));
  return scenario.slack.until(found, `an ephemeral message to ${user} that says ${what}`);
}

/** Whether a message says something, in its text or its blocks. */
export function hasText({ text, blocks }: { text: string; blocks: Block[] }, what: RegExp | string): boolean {
  const all = `${text}\n${visibleText(blocks)}\n${JSON.stringify(blocks)}`;
  return typeof what === 'string' ? all.includes(what) : what.test(all);
}

/** Waits until OVHcloud holds no cart that could still be ordered. */
export function noCartLeft(scenario: Scenario): Promise<true> {
  const open = () => [...scenario.ovh.carts.values()].filter((cart) => !cart.readOnly);
  return scenario.slack.until(() => open().length === 0, 'all unused carts to be deleted');
}

/** The access tokens that OVHcloud has issued, the first one first. */
export function tokensIssued({ calls }: LocalOvhcloud): string[] {
  return calls.flatMap(({ answer }) => Object(answer).access_token ?? []);
}

/** Sees an order through: one at OVHcloud, its URL once in the thread, no cart left. */
export async function endsWithOneOrder(scenario: Scenario, root: FakeMessage): Promise<void> {
  const url = await reply(scenario, root, /orderPassword/);
  await until(scenario, root, /Ordered/);
  await noCartLeft(scenario);
  const [placed, ...more] = [...scenario.ovh.orders.values()];
  assert.ok(placed && more.length === 0, 'one order at OVHcloud');
  assert.ok(hasText(url, String(placed.orderId)), 'the thread has its URL');
  const urls = scenario.slack.thread(root).filter((message) => hasText(message, /orderPassword/));
  assert.equal(urls.length, 1, 'the URL is there once');
  assert.equal(scenario.slack.messages('C0CLOUD').length, 1, 'one root message');
}
