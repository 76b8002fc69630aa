import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { settingsBetween } from '../fakes/settings.ts';
import { AS_SLACK, type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts';
import { type AppUnderTest, startAppProcess } from '../journeys/app-under-test.ts';

/** What each call takes at the least, as it does over the internet. */
export const OVH_LATENCY_MS = 50;
export const SLACK_LATENCY_MS = 30;

const BARE_APP = fileURLToPath(new URL('./bare-app.ts', import.meta.url));

/** An app in a process of its own between a Slack and an OVHcloud that take their time; both run in this one. */
export type Rig = {
  slack: FakeSlack;
  ovh: LocalOvhcloud;
  app: AppUnderTest;
  close: () => Promise<void>;
};

export type RigOptions = {
  /** order-cloud, or a Bolt app that does nothing but acknowledge. */
  app?: 'order-cloud' | 'bare';
  mode?: 'socket' | 'http';
  /** How many people there are who order (`U0REQ1` …), and who approve (`U0ADA1` …). */
  people?: number;
  databaseUrl?: string;
  settings?: Record<string, string>;
  /** What is done before the app starts. */
  prepare?: (rig: Pick<Rig, 'slack' | 'ovh'> & { databaseUrl: string }) => Promise<void>;
};

/** The channel that everyone orders in. */
export const CHANNEL = 'C0CLOUD';

/** Starts an app between its fakes and waits until it is ready. */
export async function setRig(options: RigOptions = {}): Promise<Rig> {
  const { app: which = 'order-cloud', mode = 'socket', people = 1 } = options;
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-bench-'));
  const slack = await startFakeSlack({
    ...workspaceOf(people),
    ...AS_SLACK,
    latencyMs: SLACK_LATENCY_MS,
    untilMs: 60_000,
  });
  const ovh = await startLocalOvhcloud({ latencyMs: OVH_LATENCY_MS });
  const certificateFile = join(folder, 'ca.pem');
  await writeFile(certificateFile, ovh.certificate);
  const databaseUrl = options.databaseUrl ?? `sqlite:${join(folder, 'orders.db')}`;
  await options.prepare?.({ slack, ovh, databaseUrl });
  const settings = {
    ...settingsBetween(slack, ovh, { mode }),
    NODE_EXTRA_CA_CERTS: certificateFile,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    ...options.settings,
  };
  const app = await startAppProcess(settings, folder, {
    main: which === 'bare' ? BARE_APP : undefined,
    quick: false,
  });
  if (mode === 'http') slack.deliverTo(`http://127.0.0.1:${app.port}/slack/events`);
  const close = async () => {
    await app.stop();
    await Promise.all([slack.close(), ovh.close()]);
    await rm(folder, { recursive: true });
  };
  return { slack, ovh, app, close };
}

function workspaceOf(people: number) {
  const all = Array.from({ length: people }, (_, index) => index + 1);
  const approvers = all.map((number) => `U0ADA${number}`);
  const everyone = [...approvers, ...all.map((number) => `U0REQ${number}`)];
  return {
    users: everyone.map((id) => ({ id, name: id })),
    channels: [{ id: CHANNEL, name: 'cloud', bot_is_member: true }],
    groups: [{ id: 'S0APPROVERS', handle: 'approvers', name: 'Approvers', users: approvers }],
  };
}
