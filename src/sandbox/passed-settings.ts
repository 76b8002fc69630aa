import { table } from '../config/settings.ts';

/** Settings that name a Slack, an OVHcloud or a place: the sandbox has its own. */
const OWNED = [
  ...[
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_API_URL',
    'SLASH_COMMAND',
    'PUBLIC_URL',
  ],
  ...['PORT', 'HOST', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'DATABASE_URL'],
  ...['OVH_ENDPOINT', 'OVH_CLIENT_ID', 'OVH_CLIENT_SECRET', 'OVH_SUBSIDIARY'],
  ...['OVH_APPLICATION_KEY', 'OVH_APPLICATION_SECRET', 'OVH_CONSUMER_KEY'],
];

/** The app's other settings, as far as they are set: APPROVALS_REQUIRED=2, LOCALE=it, … */
export function passedSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = Object.keys(table).filter((name) => !OWNED.includes(name));
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
