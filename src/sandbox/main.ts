/**
 * The sandbox (`npm run sandbox`): a Slack and an OVHcloud on this machine and the real app between them, to try
 * order-cloud without accounts.
 *
 * SANDBOX_PORT sets the port of the page to open, SANDBOX_REGION the region that OVHcloud plays (`ovh-eu` unless given).
 * LOG_LEVEL sets how much the app says in the terminal: `error` unless given, because the app warns of each refusal of
 * OVHcloud's, and refusals are what people try here.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAppProcess } from './app-process.ts';
import { startLocalSlack } from './local-slack.ts';
import { OPTIONAL_ACTIONS, SMALLEST_POLICY } from './ovhcloud/iam.ts';
import { type Region, regionNames } from './ovhcloud/regions.ts';
import { startLocalOvhcloud } from './ovhcloud/server.ts';
import { VOUCHERS } from './ovhcloud/vouchers.ts';
import { PEOPLE } from './workspace.ts';

/** What has to be closed at the end, the last first. */
const toClose: (() => Promise<unknown>)[] = [];

process.exitCode = await runSandbox().then(
  (trouble) => report(trouble),
  (error: Error) => report(error.message),
);
for (const close of toClose.reverse()) {
  await close().catch((error: Error) => {
    process.exitCode = report(error.message);
  });
}
process.exit();

/** Runs until someone stops it (null) or a part of it exits (what happened). */
async function runSandbox(): Promise<string | null> {
  const asked = askedToStop();
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-sandbox-'));
  toClose.push(() => rm(folder, { recursive: true, force: true }));

  const region = chosenRegion();
  const allowedActions = [...SMALLEST_POLICY, ...OPTIONAL_ACTIONS];
  const cloud = await startLocalOvhcloud({ endpoint: region, allowedActions, pagesOverHttp: true });
  toClose.push(() => cloud.close());
  const certificate = join(folder, 'ovhcloud.pem');
  await writeFile(certificate, cloud.certificate);

  const slack = await startLocalSlack({ port: chosenPort() });
  toClose.push(() => slack.close());

  const app = await startAppProcess({
    folder,
    settings: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      OVH_ENDPOINT: cloud.endpoint,
      OVH_SUBSIDIARY: cloud.subsidiary,
      OVH_CLIENT_ID: cloud.serviceAccount.clientId,
      OVH_CLIENT_SECRET: cloud.serviceAccount.clientSecret,
      OVH_SETTLE_FREE_ORDERS: String(region !== 'ovh-us'),
      NODE_EXTRA_CA_CERTS: certificate,
      DATABASE_URL: `sqlite:${join(folder, 'order-cloud.db')}`,
      APPROVERS: `${PEOPLE.ada.id},${PEOPLE.alan.id}`,
      LOG_LEVEL: process.env.LOG_LEVEL || 'error',
    },
  });
  toClose.push(() => app.stop());

  const died = Promise.race([
    app.ended.then((how) => `order-cloud ${how}.`),
    slack.ended.then((how) => `The local Slack ${how}.`),
  ]);
  const started = await Promise.race([app.ready.then(() => 'ready' as const), died, asked]);
  if (started !== 'ready') return started;
  console.log(whatToTry(slack.url));
  return Promise.race([died, asked]);
}

function askedToStop(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(null));
  });
}

function chosenPort(): number {
  const port = Number(process.env.SANDBOX_PORT || 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`SANDBOX_PORT must be a port number, such as 4000, not "${process.env.SANDBOX_PORT}".`);
}

function chosenRegion(): Region {
  const given = process.env.SANDBOX_REGION || 'ovh-eu';
  const region = regionNames.find((name) => name === given);
  if (region) return region;
  throw new Error(`SANDBOX_REGION must be one of ${regionNames.join(', ')}, not "${given}".`);
}

/** Says what went wrong, if anything, and returns the exit code. */
function report(trouble: string | null): number {
  if (trouble === null) return 0;
  console.error(`${trouble} The sandbox stops.`);
  return 1;
}

function whatToTry(url: string): string {
  const codes = (...effects: string[]) =>
    Object.keys(VOUCHERS).filter((code) => effects.includes(VOUCHERS[code]?.effect ?? ''));
  const good = codes('reduction', 'free').join(' and ');
  const bad = codes('refused').slice(0, 3).join(', ');
  return `
  The sandbox is ready: ${url}

  1. As Rita, type /order-cloud my-project in #cloud, fill in the form and submit it.
  2. Act as Ada (choose her at the top), open the thread below the order and approve it.
  3. Click Pay there: the checkout page opens, and you pay the order. (With FREE100 there is nothing to pay.)
  Vouchers to try: ${good}; refused are ${bad} and any other.

  Nothing here reaches the real Slack or OVHcloud. Ctrl-C stops it and discards everything.
`;
}
