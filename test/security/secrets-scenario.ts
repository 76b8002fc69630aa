import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { type SignIn, settingsBetween } from '../fakes/settings.ts';
import { startFakeSlack } from '../fakes/slack/server.ts';
import { type AppUnderTest, startAppInProcess, startAppProcess } from '../journeys/app-under-test.ts';
import type { Scenario } from '../journeys/scenario.ts';
import { type EchoingSlack, startEchoingSlack } from './secrets-echoing-slack.ts';
import type { Secrets } from './secrets-search.ts';

/** A stage with something before Slack that echoes, and all that the app has to keep to itself. */
export type SecretsScenario = Scenario & {
  front: EchoingSlack;
  settings: Record<string, string>;
  databaseUrl: string;
  keys: Secrets;
};

/**
 * Sets the stage without an app, for tests that start it themselves: inside the test, or as a process. `settings` come on
 * top of the usual ones.
 */
export async function startSecretsScenario(
  t: TestContext,
  {
    isHttp = false,
    process: isProcess = false,
    settings: more = {},
    signIn,
  }: { isHttp?: boolean; process?: boolean; settings?: Record<string, string>; signIn?: SignIn } = {},
): Promise<SecretsScenario> {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-secrets-'));
  const [ovh, slack] = await Promise.all([startLocalOvhcloud(), startFakeSlack()]);
  const front = await startEchoingSlack(slack.apiUrl);
  const certificateFile = join(folder, 'ca.pem');
  await writeFile(certificateFile, ovh.certificate);
  const { applicationKey, applicationSecret, consumerKey } = ovh.credentials;
  const { clientSecret } = ovh.serviceAccount;
  const { botToken, appToken, signingSecret } = slack;
  const databaseUrl = more.DATABASE_URL ?? `sqlite:${join(folder, 'data', 'orders.db')}`;
  const settings: Record<string, string> = {
    ...settingsBetween(slack, ovh, { mode: isHttp ? 'http' : 'socket', ...(signIn && { signIn }) }),
    SLACK_API_URL: front.apiUrl,
    OVH_TIMEOUT_SECONDS: '10',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'trace',
    ...more,
  };
  const password = URL.canParse(databaseUrl) ? decodeURIComponent(new URL(databaseUrl).password) : '';
  const isAccount = 'OVH_CLIENT_SECRET' in settings;
  const ovhKeys: Secrets = isAccount ? { clientSecret } : { applicationKey, applicationSecret, consumerKey };
  const keys: Secrets = { botToken, appToken, signingSecret, ...ovhKeys };
  const apps: AppUnderTest[] = [];
  const start = async () => {
    scenario.app = isProcess
      ? await startAppProcess({ ...settings, NODE_EXTRA_CA_CERTS: certificateFile }, folder)
      : await startAppInProcess(settings, ovh.certificate, {});
    apps.push(scenario.app);
    if (isHttp) slack.deliverTo(`http://127.0.0.1:${scenario.app.port}/slack/events`);
  };
  const scenario = {
    ...{ slack, ovh, front, folder, start, settings, databaseUrl },
    keys: password ? { ...keys, databasePassword: password } : keys,
    logged: () => apps.map((app) => app.log()).join(''),
  } as SecretsScenario;
  t.after(async () => {
    try {
      await Promise.all(apps.map((app) => app.stop()));
    } finally {
      await Promise.all([slack.close(), ovh.close(), front.close()]);
      await rm(folder, { recursive: true });
    }
  });
  return scenario;
}
