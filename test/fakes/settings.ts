import type { LocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import type { FakeSlack } from './slack/server.ts';

/** The ways of signing in at OVHcloud. */
export const SIGN_INS = ['application key', 'service account'] as const;
export type SignIn = (typeof SIGN_INS)[number];

/** How the app signs in where a test does not say: TEST_SIGN_IN runs them all in the other way. */
const USUAL_SIGN_IN = SIGN_INS.find((way) => way === process.env.TEST_SIGN_IN) ?? 'application key';

/** The settings that put an app between these two, on a free port; whoever wants others spreads them over these. */
export function settingsBetween(
  slack: FakeSlack,
  ovh: LocalOvhcloud,
  { mode = 'socket', signIn }: { mode?: 'socket' | 'http'; signIn?: SignIn } = {},
): Record<string, string> {
  const isHttp = mode === 'http';
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    ...(isHttp ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
    SLACK_API_URL: slack.apiUrl,
    OVH_ENDPOINT: ovh.endpoint,
    ...credentialsOf(ovh, signIn ?? USUAL_SIGN_IN),
    APPROVERS: 'S0APPROVERS',
    // Nothing in front of the app has to notice that it stops.
    SHUTDOWN_DELAY_SECONDS: '0',
    HOST: '127.0.0.1',
    PORT: '0',
  };
}

function credentialsOf(
  { credentials, serviceAccount }: LocalOvhcloud,
  signIn: SignIn,
): Record<string, string> {
  if (signIn === 'service account') {
    const { clientId, clientSecret } = serviceAccount;
    return { OVH_CLIENT_ID: clientId, OVH_CLIENT_SECRET: clientSecret };
  }
  const { applicationKey, applicationSecret, consumerKey } = credentials;
  return {
    OVH_APPLICATION_KEY: applicationKey,
    OVH_APPLICATION_SECRET: applicationSecret,
    OVH_CONSUMER_KEY: consumerKey,
  };
}
