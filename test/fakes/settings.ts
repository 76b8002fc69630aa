import type { LocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import type { FakeSlack } from './slack/server.ts';

/** The settings that put an app between these two, on a free port; whoever wants others spreads them over these. */
export function settingsBetween(
  slack: FakeSlack,
  ovh: LocalOvhcloud,
  mode: 'socket' | 'http' = 'socket',
): Record<string, string> {
  const isHttp = mode === 'http';
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    ...(isHttp ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
    SLACK_API_URL: slack.apiUrl,
    OVH_ENDPOINT: ovh.endpoint,
    OVH_APPLICATION_KEY: ovh.credentials.applicationKey,
    OVH_APPLICATION_SECRET: ovh.credentials.applicationSecret,
    OVH_CONSUMER_KEY: ovh.credentials.consumerKey,
    APPROVERS: 'S0APPROVERS',
    // Nothing in front of the app has to notice that it stops.
    SHUTDOWN_DELAY_SECONDS: '0',
    HOST: '127.0.0.1',
    PORT: '0',
  };
}
