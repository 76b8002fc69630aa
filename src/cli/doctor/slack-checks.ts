import type { Values } from '../../config/config.ts';
import type { AppNames } from '../../slack/app-names.ts';
import { SlackApiError } from '../../slack/client/errors.ts';
import { networkAdvice, networkCause } from '../../slack/client/network-cause.ts';
import type { SlackSetupApi } from '../../slack/client/setup-api.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES } from '../../slack/ids.ts';
import { SocketNotOpenedError } from '../../slack/receivers/socket-session.ts';
import { proxyName } from '../../startup/proxy.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';

/** The bot token's workspace, and its scopes: null if Slack does not list them. */
export type Grant = {
  workspace: string;
  teamId: string;
  /** The organisation on Enterprise Grid; null: the workspace belongs to none. */
  enterpriseId: string | null;
  botId: string;
  scopes: string[] | null;
};

/** With these the app finds a message whose post was not answered, and does not post it twice. */
const HISTORY_SCOPES = OPTIONAL_SCOPES.filter((scope) => scope.endsWith(':history'));

const REINSTALL = 'then Install App > Reinstall to Workspace';

/** Whether the bot token works, and what Slack says about it. */
export async function checkBotToken(
  slack: SlackSetupApi,
): Promise<{ finding: Finding; grant: Grant | null }> {
  try {
    const grant = await slack.readGrant();
    const finding = ok('bot token', `acts in the workspace ${grant.workspace} (${grant.teamId})`);
    return { finding, grant };
  } catch (error) {
    const code = codeOf(error);
    const cause = networkCause((error as SlackApiError).cause);
    return {
      finding: failure('bot token', whatSlackSaid('auth.test', code), adviceOnBotToken(code, cause)),
      grant: null,
    };
  }
}

/** Compares the bot token's scopes with the manifest's. */
export function checkScopes({ scopes }: Grant): Finding {
  if (!scopes) {
    const fix = `Check by hand: Slack app settings > OAuth & Permissions > Bot Token Scopes has ${BOT_SCOPES.join(', ')}.`;
    return skipped('scopes', 'Slack (or a proxy in front of it) did not list the token’s scopes', fix);
  }
  const missing = BOT_SCOPES.filter((scope) => !scopes.includes(scope));
  const more = scopes.filter((scope) => !BOT_SCOPES.some((wanted) => wanted === scope));
  if (missing.length > 0) {
    return failure(
      'scopes',
      `the bot token lacks ${missing.join(', ')}`,
      `Slack app settings > OAuth & Permissions > Bot Token Scopes: add ${missing.join(', ')}; ${REINSTALL}.`,
    );
  }
  const superfluous = more.filter((scope) => !OPTIONAL_SCOPES.some((one) => one === scope));
  const notes = [
    ...(superfluous.length > 0 ? [`not needed: ${superfluous.join(', ')}`] : []),
    more.some((scope) => HISTORY_SCOPES.some((one) => one === scope))
      ? 'a post that was not answered is looked for before it is sent again'
      : `${HISTORY_SCOPES.join(', ')} are optional: without them, a post that was not answered may appear twice`,
  ];
  return ok('scopes', `all ${BOT_SCOPES.length} of the manifest (${notes.join('; ')})`);
}

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
    return [skipped('transport', 'neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is usable, see above')];
  return [
    skipped(
      'signing secret',
      'is set; only a request from Slack shows whether it is the right one',
      'Check by hand: Slack app settings > Basic Information > App Credentials > Signing Secret is the same.',
    ),
    byHandForHttp(command, values.PUBLIC_URL ?? 'https://YOUR-HOST'),
  ];
}

async function checkAppToken(slack: SlackSetupApi | null, appToken: string): Promise<Finding> {
  if (!slack) return skipped('app token', 'cannot be checked before the settings above are right');
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
    return failure('app token', said, fix);
  }
}

/** Whether a socket really opens: its address is not the Web API's, and a proxy may allow only one of them. */
async function checkSocket(slack: SlackSetupApi, appToken: string): Promise<Finding> {
  try {
    return ok('socket', `opened one in ${await slack.trySocket(appToken)} ms, and closed it again`);
  } catch (error) {
    if (!(error instanceof SocketNotOpenedError)) throw error;
    const { why } = error;
    return failure('socket', `could not be opened: ${why}`, asSentence(networkAdvice(why)));
  }
}

/** The outgoing proxy, if there is one. */
export function checkProxy(
  proxy: { http: string | null; https: string | null; no: string } | null,
): Finding[] {
  if (!proxy) return [];
  const { http, https, no } = proxy;
  const around = `; directly to ${no.replaceAll(',', ', ')}`;
  if (https) return [ok('proxy', `connections go through ${proxyName(https)}${around}`)];
  const says = `${http && proxyName(http)} is for http only: Slack and OVHcloud are reached by https, so directly`;
  return [warning('proxy', says, 'Set HTTPS_PROXY too.')];
}

function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Whether both tokens belong to one app: an app-level token contains the app's ID. No finding if that is not known. */
export async function checkSameApp(
  slack: SlackSetupApi,
  { botId }: Grant,
  appToken: string,
): Promise<Finding[]> {
  const [, socketApp] = /^xapp-\d+-(A[A-Z0-9]+)-/.exec(appToken) ?? [];
  const botApp = await slack.readAppOf(botId).catch(() => null);
  if (!socketApp || !botApp || socketApp === botApp) return [];
  return [
    failure(
      'app token',
      `belongs to another app (${socketApp}) than the bot token (${botApp}): commands and clicks would not arrive`,
      `Take both tokens from the settings of one app: https://api.slack.com/apps/${botApp}`,
    ),
  ];
}

function byHandForSockets(command: string): Finding {
  const fix = [
    `Check by hand: with the app running, type ${command} help in Slack. If nothing comes back, paste what npm run -s manifest prints (Slack app settings > App Manifest), or compare:`,
    `Socket Mode is on; Slash Commands has ${command}; Interactivity & Shortcuts is on; Event Subscriptions has app_home_opened.`,
  ].join('\n');
  return skipped('command, buttons', 'whether Slack forwards them cannot be checked from here', fix);
}

function byHandForHttp(command: string, publicUrl: string): Finding {
  const fix = [
    `Check by hand, in the Slack app settings, that each of these is ${publicUrl}/slack/events:`,
    `Slash Commands > ${command} > Request URL`,
    'Interactivity & Shortcuts > Request URL',
    'Event Subscriptions > Request URL (Slack shows there whether it was verified)',
    `Then, with the app running, type ${command} help in Slack.`,
  ].join('\n');
  return skipped('command, buttons', 'whether Slack reaches the app cannot be checked from here', fix);
}

function adviceOnBotToken(code: string, cause: string): string {
  switch (code) {
    case 'no_answer':
      return /\b407\b/.test(cause)
        ? asSentence(networkAdvice(cause))
        : `Check the network, and SLACK_API_URL if it is set. What happened: ${cause}.`;
    case 'ratelimited':
      return 'Try again in a minute.';
    case 'account_inactive':
    case 'token_revoked':
      return 'The app was removed from the workspace: Slack app settings > Install App, and set SLACK_BOT_TOKEN to the new token.';
    default:
      return 'Copy Slack app settings > OAuth & Permissions > Bot User OAuth Token to SLACK_BOT_TOKEN.';
  }
}

/** Slack's error code; `no_answer` if it did not answer. Rethrows other errors. */
export function codeOf(error: unknown): string {
  if (error instanceof SlackApiError) return error.code;
  throw error;
}

/** What Slack's answer means, in words. */
export function whatSlackSaid(method: string, code: string): string {
  return code === 'no_answer' ? `Slack did not answer ${method}` : `Slack refused ${method}: ${code}`;
}

/** A finding about something that Slack did not answer this time. */
export function unresolvedFinding(check: string, method: string, code: string): Finding {
  return warning(check, whatSlackSaid(method, code), 'Run this again in a minute.');
}
