import type { Values } from '../../config/config.ts';
import { proxyOf, readSettings } from '../../config/config.ts';
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
import { checkBotToken, checkProxy, checkSameApp, checkScopes, checkTransport } from './slack-checks.ts';
import { checkStore } from './store-checks.ts';

const NOT_YET = 'cannot be checked before the settings above are right';

/** Checks everything concurrently; a failure in one area does not affect another. */
export async function runChecks(env: Record<string, string | undefined>, file: EnvFile): Promise<Findings> {
  const { values, errors } = readSettings(env);
  const { PORT: port, HOST: host, DATABASE_URL: url } = values;
  const [slack, ovhcloud, server, store] = await Promise.all([
    runSlackChecks(values),
    runCheck('ovhcloud', () => checkOvhcloud(values)),
    runCheck('server', async () =>
      port === undefined || !host ? [skipped('port', NOT_YET)] : checkServer(port, host),
    ),
    runCheck('store', async () => (url ? checkStore(url, env) : [skipped('place', NOT_YET)])),
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
  const setUp = at && createSetupApi(at);
  const token = botToken && setUp ? checkBotToken(setUp) : null;
  // Reported by its own area.
  token?.catch(() => undefined);

  const slack = runCheck('slack', async () => {
    const [bot, wayIn] = await Promise.all([token, checkTransport(setUp, values, app)]);
    const first = bot
      ? [
          bot.finding,
          bot.grant ? checkScopes(bot.grant) : skipped('scopes', 'not known before the bot token works'),
        ]
      : [skipped('bot token, scopes', NOT_YET)];
    const grant = bot?.grant;
    const sameApp = grant && setUp && appToken ? await checkSameApp(setUp, grant, appToken) : [];
    const blocks = grant && setUp ? [await checkBlocks(setUp, values, app)] : [];
    return [...checkProxy(proxy), ...first, ...sameApp, ...wayIn, ...blocks];
  });
  const people = runCheck('people', async () => {
    const grant = (await token)?.grant;
    if (!at || !setUp || !grant)
      return [skipped('approvers, quorum', 'cannot be checked before the bot token works')];
    return runPeopleChecks(values, { outbound: createOutbound(at), slack: setUp, grant });
  });
  const channels = runCheck('channels', async () => {
    if (!ids) return [ok('CHANNELS', 'orders may be placed anywhere the app can post')];
    if (!setUp || !(await token)?.grant)
      return [skipped('CHANNELS', 'cannot be checked before the bot token works')];
    return checkChannels(ids, setUp, app);
  });
  return { slack: await slack, people: await people, channels: await channels };
}

async function runPeopleChecks(
  values: Partial<Values>,
  looking: Parameters<typeof checkPeople>[2],
): Promise<Finding[]> {
  const { APPROVERS, REQUESTERS, APPROVALS_REQUIRED, ALLOW_SELF_APPROVAL } = values;
  const [approvers, requesters] = await Promise.all([
    APPROVERS ? checkPeople('APPROVERS', APPROVERS, looking) : null,
    REQUESTERS ? checkPeople('REQUESTERS', REQUESTERS, looking) : null,
  ]);
  const isRuleKnown = approvers && APPROVALS_REQUIRED !== undefined && ALLOW_SELF_APPROVAL !== undefined;
  const quorum = isRuleKnown
    ? checkQuorum({
        approvers,
        requesters,
        rules: { required: APPROVALS_REQUIRED, allowSelfApproval: ALLOW_SELF_APPROVAL },
      })
    : skipped('quorum', NOT_YET);
  const everyMember = ok('REQUESTERS', 'every full member of the workspace may order');
  const isNoOneActive = requesters && !requesters.isUnclear && requesters.living.length === 0;
  const noRequesters = failure(
    'REQUESTERS',
    'none of them is active, so no one may order',
    'Correct the IDs, or leave REQUESTERS empty: then every full member may order.',
  );
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
      failure(
        area,
        `could not be checked completely (${what})`,
        'This is a bug in the doctor: please report it.',
      ),
    ];
  }
}
