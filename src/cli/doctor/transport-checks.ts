import type { Values } from '../../config/settings.ts';
import type { AppNames } from '../../slack/app-names.ts';
import { networkAdvice } from '../../slack/client/network-cause.ts';
import type { SlackSetupApi } from '../../slack/client/setup-api.ts';
import { SocketNotOpenedError } from '../../slack/receivers/socket-session.ts';
import { type Finding, failure, ok, skipped } from './finding.ts';
import { asSentence, codeOf, whatSlackSaid } from './slack-errors.ts';

/** How Slack reaches the app: the app-level token in Socket Mode, the signing secret in HTTP mode. */
export async function checkTransport(
  slack: SlackSetupApi | null,
  values: Partial<Values>,
  { command }: AppNames,
): Promise<Finding[]> {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  if (appToken) {
    const token = await checkAppToken(slack, appToken);
    const socket = slack && token.outcome === 'ok' ? [await checkSocket(slack, appToken)] : [];
    return [token, ...socket, byHandForSockets(command)];
  }
  if (!signingSecret)
    return [
      skipped('transport', {
        message: 'neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is usable, see above',
      }),
    ];
  return [
    skipped('signing secret', {
      message: 'is set; only a request from Slack shows whether it is the right one',
      fix: 'Check by hand: Slack app settings > Basic Information > App Credentials > Signing Secret is the same.',
    }),
    byHandForHttp(command, values.PUBLIC_URL ?? 'https://YOUR-HOST'),
  ];
}

async function checkAppToken(slack: SlackSetupApi | null, appToken: string): Promise<Finding> {
  if (!slack)
    return skipped('app token', { message: 'cannot be checked before the settings above are right' });
  try {
    await slack.askForSocket(appToken);
    return ok('app token', 'Slack would open a socket for it (Socket Mode, connections:write)');
  } catch (error) {
    const code = codeOf(error);
    const said = whatSlackSaid('apps.connections.open', code);
    const fix =
      code === 'no_answer' || code === 'ratelimited'
        ? 'Check the network and SLACK_API_URL, or try again in a minute.'
        : 'Slack app settings > Basic Information > App-Level Tokens: generate one with the scope connections:write, and set SLACK_APP_TOKEN.';
    return failure('app token', { message: said, fix });
  }
}

/** Whether a socket really opens: its address is not the Web API's, and a proxy may allow only one of them. */
async function checkSocket(slack: SlackSetupApi, appToken: string): Promise<Finding> {
  try {
    return ok('socket', `opened one in ${await slack.trySocket(appToken)} ms, and closed it again`);
  } catch (error) {
    if (!(error instanceof SocketNotOpenedError)) throw error;
    const { why } = error;
    return failure('socket', { message: `could not be opened: ${why}`, fix: asSentence(networkAdvice(why)) });
  }
}

function byHandForSockets(command: string): Finding {
  const fix = [
    `Check by hand: with the app running, type ${command} help in Slack. If nothing comes back, paste what npm run -s manifest prints (Slack app settings > App Manifest), or compare:`,
    `Socket Mode is on; Slash Commands has ${command}; Interactivity & Shortcuts is on; Event Subscriptions has app_home_opened.`,
  ].join('\n');
  return skipped('command, buttons', {
    message: 'whether Slack forwards them cannot be checked from here',
    fix,
  });
}

function byHandForHttp(command: string, publicUrl: string): Finding {
  const fix = [
    `Check by hand, in the Slack app settings, that each of these is ${publicUrl}/slack/events:`,
    `Slash Commands > ${command} > Request URL`,
    'Interactivity & Shortcuts > Request URL',
    'Event Subscriptions > Request URL (Slack shows there whether it was verified)',
    `Then, with the app running, type ${command} help in Slack.`,
  ].join('\n');
  return skipped('command, buttons', {
    message: 'whether Slack reaches the app cannot be checked from here',
    fix,
  });
}
