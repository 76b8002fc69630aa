/**
 * The sandbox (`npm run sandbox`): a Slack and an OVHcloud on this machine and the real app between them, to try
 * order-cloud without accounts.
 *
 * SANDBOX_PORT sets the port of the page to open, SANDBOX_REGION the region that OVHcloud plays (`ovh-eu` unless given),
 * OVH_SUBSIDIARY the country of its account. The app's settings pass through: `APPROVALS_REQUIRED=2 LOCALE=it npm run
 * sandbox`. LOG_LEVEL is `error` unless given, because the app warns of each refusal of OVHcloud's, and refusals are what
 * people try here.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAppProcess } from './app-process.ts';
import { startLocalSlack } from './local-slack.ts';
import { OPTIONAL_ACTIONS, SMALLEST_POLICY } from './ovhcloud/iam.ts';
import { PROJECTS_PATH } from './ovhcloud/projects-page.ts';
import { type Region, regionNames } from './ovhcloud/regions.ts';
import { startLocalOvhcloud } from './ovhcloud/server.ts';
import { VOUCHERS } from './ovhcloud/vouchers.ts';
import { passedSettings } from './passed-settings.ts';
import { placeSampleOrders } from './sample-orders.ts';
import { postWelcome } from './welcome.ts';
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
  const cloud = await startLocalOvhcloud({
    ...{ endpoint: region, allowedActions, pagesOverHttp: true },
    ...(process.env.OVH_SUBSIDIARY && { subsidiary: process.env.OVH_SUBSIDIARY }),
  });
  toClose.push(() => cloud.close());
  const certificate = join(folder, 'ovhcloud.pem');
  await writeFile(certificate, cloud.certificate);

  const own = ownWorkspace();
  const local = own ? null : await startLocalSlack({ port: chosenPort() });
  if (local) toClose.push(() => local.close());
  const slack = local ?? own;

  const databaseUrl = `sqlite:${join(folder, 'order-cloud.db')}`;
  const app = await startAppProcess({
    folder,
    settings: {
      SLACK_BOT_TOKEN: slack?.botToken ?? '',
      SLACK_APP_TOKEN: slack?.appToken ?? '',
      ...(local && { SLACK_API_URL: local.apiUrl }),
      OVH_ENDPOINT: cloud.endpoint,
      OVH_SUBSIDIARY: cloud.subsidiary,
      OVH_CLIENT_ID: cloud.serviceAccount.clientId,
      OVH_CLIENT_SECRET: cloud.serviceAccount.clientSecret,
      OVH_SETTLE_FREE_ORDERS: String(region !== 'ovh-us'),
      NODE_EXTRA_CA_CERTS: certificate,
      DATABASE_URL: databaseUrl,
      // No one who tries it waits for a day.
      BUDGET_CHECK_HOURS: '0.003',
      APPROVERS: `${PEOPLE.ada.id},${PEOPLE.alan.id}`,
      LOG_LEVEL: 'error',
      ...passedSettings(process.env),
    },
  });
  toClose.push(() => app.stop());

  const died = Promise.race([
    app.ended.then((how) => `order-cloud ${how}.`),
    ...(local ? [local.ended.then((how) => `The local Slack ${how}.`)] : []),
  ]);
  const started = await Promise.race([app.ready.then(() => 'ready' as const), died, asked]);
  if (started !== 'ready') return started;
  if (!local) {
    console.log(inOwnWorkspace(cloud.pagesOrigin));
    return Promise.race([died, asked]);
  }
  await postWelcome(local, cloud.pagesOrigin);
  const required = Number(process.env.APPROVALS_REQUIRED || 1);
  const samples = placeSampleOrders(databaseUrl, { required, pay: cloud.payOrder });
  const early = await Promise.race([samples.then(() => 'placed' as const), died, asked]);
  if (early !== 'placed') return early;
  console.log(whatToTry(local.url, cloud.pagesOrigin));
  return Promise.race([died, asked]);
}

/** A Slack workspace of the person's own, where its tokens are set: for machines that have no local Slack. */
function ownWorkspace(): { botToken: string; appToken: string } | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = process.env;
  return botToken && appToken ? { botToken, appToken } : null;
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

function inOwnWorkspace(switchesUrl: string): string {
  return `
  The sandbox is ready, in your own Slack workspace: type /order-cloud there.
  The local OVHcloud, where nothing is bought: ${switchesUrl}
  Vouchers to try: CREDIT5 and FREE100. Ctrl-C stops it and discards everything.
`;
}

function whatToTry(url: string, switchesUrl: string): string {
  const codes = (...effects: string[]) =>
    Object.keys(VOUCHERS).filter((code) => effects.includes(VOUCHERS[code]?.effect ?? ''));
  const good = codes('reduction', 'free').join(' and ');
  const bad = codes('refused').slice(0, 3).join(', ');
  return `
  The sandbox is ready: ${url}

  1. As Rita, type /order-cloud my-project in #cloud, fill in the form and submit it.
  2. Act as Ada (choose her at the top), open the thread below the order and approve it.
  3. Click Pay there: the checkout page opens, and you pay the order. (With FREE100 there is nothing to pay.)
  4. Once the project is ready, make it spend: ${switchesUrl}${PROJECTS_PATH} (you hear of it if you set a monthly budget)
  Vouchers to try: ${good}; refused are ${bad} and any other.

  To change the price, lose an answer, or have OVHcloud away for a minute: ${switchesUrl}

  Nothing here reaches the real Slack or OVHcloud. Ctrl-C stops it and discards everything.
`;
}
