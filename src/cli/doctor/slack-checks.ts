import type { SlackApiError } from '../../slack/client/errors.ts';
import { networkAdvice, networkCause } from '../../slack/client/network-cause.ts';
import type { Grant, SlackSetupApi } from '../../slack/client/setup-api.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES } from '../../slack/ids.ts';
import { proxyName } from '../../startup/proxy.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import { asSentence, codeOf, whatSlackSaid } from './slack-errors.ts';

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
      finding: failure('bot token', {
        message: whatSlackSaid('auth.test', code),
        fix: adviceOnBotToken(code, cause),
      }),
      grant: null,
    };
  }
}

/** Compares the bot token's scopes with the manifest's. */
export function checkScopes({ scopes }: Grant): Finding {
  if (!scopes) {
    const fix = `Check by hand: Slack app settings > OAuth & Permissions > Bot Token Scopes has ${BOT_SCOPES.join(', ')}.`;
    return skipped('scopes', {
      message: 'Slack (or a proxy in front of it) did not list the token’s scopes',
      fix,
    });
  }
  const missing = BOT_SCOPES.filter((scope) => !scopes.includes(scope));
  const more = scopes.filter((scope) => !BOT_SCOPES.some((wanted) => wanted === scope));
  if (missing.length > 0) {
    return failure('scopes', {
      message: `the bot token lacks ${missing.join(', ')}`,
      fix: `Slack app settings > OAuth & Permissions > Bot Token Scopes: add ${missing.join(', ')}; ${REINSTALL}.`,
    });
  }
  const unneeded = more.filter((scope) => !OPTIONAL_SCOPES.some((one) => one === scope));
  const notes = [
    ...(unneeded.length > 0 ? [`not needed: ${unneeded.join(', ')}`] : []),
    more.some((scope) => HISTORY_SCOPES.some((one) => one === scope))
      ? 'a post that was not answered is looked for before it is sent again'
      : `${HISTORY_SCOPES.join(', ')} are optional: without them, a post that was not answered may appear twice`,
  ];
  return ok('scopes', `all ${BOT_SCOPES.length} of the manifest (${notes.join('; ')})`);
}

/** The outgoing proxy, if there is one. */
export function checkProxy(
  proxy: { http: string | null; https: string | null; no: string } | null,
): Finding[] {
  if (!proxy) return [];
  const { http, https, no } = proxy;
  const around = `; directly to ${no.replaceAll(',', ', ')}`;
  if (https) return [ok('proxy', `connections go through ${proxyName(https)}${around}`)];
  const message = `${http && proxyName(http)} is for http only: Slack and OVHcloud are reached by https, so directly`;
  return [warning('proxy', { message, fix: 'Set HTTPS_PROXY too.' })];
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
    failure('app token', {
      message: `belongs to another app (${socketApp}) than the bot token (${botApp}): commands and clicks would not arrive`,
      fix: `Take both tokens from the settings of one app: https://api.slack.com/apps/${botApp}`,
    }),
  ];
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
