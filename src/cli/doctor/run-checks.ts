import { proxyOf } from '../../config/config.ts';
import { readSettings } from '../../config/read-settings.ts';
import type { Values } from '../../config/settings.ts';
import { appNames, DEFAULT_NAMES } from '../../slack/app-names.ts';
import { createOutbound } from '../../slack/client/outbound.ts';
import { createSetupApi } from '../../slack/client/setup-api.ts';
import { checkBlocks } from './block-checks.ts';
import { checkChannels } from './channel-checks.ts';
import { type Area, type Finding, failure, ok, skipped } from './finding.ts';
import { checkOvhcloud } from './ovh-checks.ts';
import { checkPeople } from './people-checks.ts';
import { checkQuorum } from './quorum-check.ts';
import type { Findings } from './report.ts';
import { checkServer } from './server-checks.ts';
import { checkReminders, checkSettings, type EnvFile } from './settings-checks.ts';
import { checkBotToken, checkProxy, checkSameApp, checkScopes } from './slack-checks.ts';
import { checkStore } from './store-checks.ts';
import { checkTransport } from './transport-checks.ts';

const NOT_YET = 'cannot be checked before the settings above are right';

/** Checks everything concurrently; a failure in one area does not affect another. */
export async function runChecks(env: Record<string, string | undefined>, file: EnvFile): Promise<Findings> {
  const { values, errors } = readSettings(env);
  const { PORT: port, HOST: host, DATABASE_URL: url } = values;
  const [slack, ovhcloud, server, store] = await Promise.all([
    runSlackChecks(values),
    runCheck('ovhcloud', () => checkOvhcloud(values)),
    runCheck('server', async () =>
      port === undefined || !host ? [skipped('port', { message: NOT_YET })] : checkServer(port, host),
    ),
    runCheck('store', async () => (url ? checkStore(url, env) : [skipped('place', { message: NOT_YET })])),
  ]);
  const settings = [...checkSettings(errors, { file, env }), ...checkReminders(values)];
  return { settings, ...slack, ovhcloud, server, store };
}

async function runSlackChecks(
  values: Partial<Values>,
): Promise<Pick<Findings, 'slack' | 'people' | 'channels'>> {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    CHANNELS: ids,
  } = values;
  const proxy = proxyOf(values);
  const at = apiUrl ? { botToken: botToken ?? '', apiUrl, proxy } : null;
  const app = appNames({
    command: values.SLASH_COMMAND ?? DEFAULT_NAMES.command,
    label: values.APP_LABEL ?? null,
  });
  const setupApi = at && createSetupApi(at);
  const token = botToken && setupApi ? checkBotToken(setupApi) : null;
  // Reported by its own area.
  token?.catch(() => undefined);

  const slack = runCheck('slack', async () => {
    const [bot, transport] = await Promise.all([token, checkTransport(setupApi, values, app)]);
    const first = bot
      ? [
          bot.finding,
          bot.grant
            ? checkScopes(bot.grant)
            : skipped('scopes', { message: 'not known before the bot token works' }),
        ]
      : [skipped('bot token, scopes', { message: NOT_YET })];
    const grant = bot?.grant;
    const sameApp = grant && setupApi && appToken ? await checkSameApp(setupApi, grant, appToken) : [];
    const blocks = grant && setupApi ? [await checkBlocks(setupApi, values, app)] : [];
    return [...checkProxy(proxy), ...first, ...sameApp, ...transport, ...blocks];
  });
  const people = runCheck('people', async () => {
    const grant = (await token)?.grant;
    if (!at || !setupApi || !grant)
      return [skipped('approvers, quorum', { message: 'cannot be checked before the bot token works' })];
    return runPeopleChecks(values, { outbound: createOutbound(at), slack: setupApi, grant });
  });
  const channels = runCheck('channels', async () => {
    if (!ids) return [ok('CHANNELS', 'orders may be placed anywhere the app can post')];
    if (!setupApi || !(await token)?.grant)
      return [skipped('CHANNELS', { message: 'cannot be checked before the bot token works' })];
    return checkChannels(ids, setupApi, app);
  });
  return { slack: await slack, people: await people, channels: await channels };
}

async function runPeopleChecks(
  values: Partial<Values>,
  lookup: Parameters<typeof checkPeople>[2],
): Promise<Finding[]> {
  const { APPROVERS, REQUESTERS, APPROVALS_REQUIRED, ALLOW_SELF_APPROVAL } = values;
  const [approvers, requesters] = await Promise.all([
    APPROVERS ? checkPeople('APPROVERS', APPROVERS, lookup) : null,
    REQUESTERS ? checkPeople('REQUESTERS', REQUESTERS, lookup) : null,
  ]);
  const isRuleKnown = approvers && APPROVALS_REQUIRED !== undefined && ALLOW_SELF_APPROVAL !== undefined;
  const quorum = isRuleKnown
    ? checkQuorum({
        approvers,
        requesters,
        rules: { required: APPROVALS_REQUIRED, allowSelfApproval: ALLOW_SELF_APPROVAL },
      })
    : skipped('quorum', { message: NOT_YET });
  const everyMember = ok('REQUESTERS', 'every full member of the workspace may order');
  const isNoOneActive = requesters && !requesters.isUnclear && requesters.active.length === 0;
  const noRequesters = failure('REQUESTERS', {
    message: 'none of them is active, so no one may order',
    fix: 'Correct the IDs, or leave REQUESTERS empty: then every full member may order.',
  });
  return [
    ...(approvers?.findings ?? []),
    quorum,
    ...(requesters?.findings ?? [everyMember]),
    ...(isNoOneActive ? [noRequesters] : []),
  ];
}

/** The findings of one area, or one that reports that the doctor itself failed there. */
async function runCheck(area: Area, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    const what = error instanceof Error ? error.name : typeof error;
    return [
      failure(area, {
        message: `could not be checked completely (${what})`,
        fix: 'This is a bug in the doctor: please report it.',
      }),
    ];
  }
}
