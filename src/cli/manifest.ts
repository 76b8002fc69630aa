import { ConfigError, settingErrorLine } from '../config/errors.ts';
import { readSettings } from '../config/read-settings.ts';
import { DEFAULT_NAMES } from '../slack/app-names.ts';
import { type Manifest, manifestFor } from '../slack/manifest.ts';
import { type Command, print, UsageError } from './command.ts';

const HELP = `order-cloud manifest
    Prints the Slack app's manifest for the current settings, as JSON: paste it at https://api.slack.com/apps
    (Create New App > From a manifest; for an existing app, App Manifest).

    SLASH_COMMAND and APP_LABEL name the app. The manifest is for HTTP mode if PUBLIC_URL is set and SLACK_APP_TOKEN is
    not, else for Socket Mode. Other settings are not needed.
`;

/** What the manifest depends on. */
const NAMES = ['SLASH_COMMAND', 'APP_LABEL', 'PUBLIC_URL', 'SLACK_APP_TOKEN'];

/** `order-cloud manifest`: prints the manifest for the current settings. Throws UsageError, ConfigError. */
export const manifest: Command = async (args, env, out) => {
  if (args.some((word) => ['help', '--help', '-h'].includes(word))) {
    await print(out, HELP);
    return 0;
  }
  if (args.length > 0) throw new UsageError(HELP);
  await print(out, `${JSON.stringify(manifestOf(env), null, 2)}\n`);
  return 0;
};

/** The manifest for the settings in an environment. Throws ConfigError where one that it depends on is wrong. */
export function manifestOf(env: Record<string, string | undefined>): Manifest {
  const { values, errors } = readSettings(env);
  const wrong = errors.filter(({ name }) => NAMES.some((one) => name.split('_FILE')[0] === one));
  if (wrong.length > 0) throw new ConfigError(wrong.map(settingErrorLine));
  const { SLASH_COMMAND, APP_LABEL, PUBLIC_URL, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = values;
  const isHttp = !SLACK_APP_TOKEN && (PUBLIC_URL || SLACK_SIGNING_SECRET);
  if (isHttp && !PUBLIC_URL) throw new ConfigError([NO_ADDRESS]);
  const names = { command: SLASH_COMMAND ?? DEFAULT_NAMES.command, label: APP_LABEL ?? null };
  return manifestFor(names, isHttp && PUBLIC_URL ? PUBLIC_URL : null);
}

const NO_ADDRESS =
  'PUBLIC_URL: expected the HTTPS address at which Slack reaches the app (SLACK_SIGNING_SECRET without SLACK_APP_TOKEN is HTTP mode), but it is not set';
