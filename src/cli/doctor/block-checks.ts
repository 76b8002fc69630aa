import type { Values } from '../../config/settings.ts';
import type { AppNames } from '../../slack/app-names.ts';
import type { SlackSetupApi } from '../../slack/client/setup-api.ts';
import { LANGUAGES, languageFor } from '../../slack/i18n/catalogue.ts';
import { type Finding, failure, ok, skipped } from './finding.ts';
import { longestSurfaces } from './longest-surfaces.ts';
import { codeOf, unresolvedFinding } from './slack-errors.ts';

const CHECK = 'forms, messages';
const METHOD = 'blocks.validate';
/** Maximum number of Slack's errors shown: the first ones say enough. */
const MAX_SHOWN = 5;

/** Has Slack validate the longest form, message and Home in each language. Nothing is posted. */
export async function checkBlocks(
  slack: SlackSetupApi,
  values: Partial<Values>,
  app: AppNames,
): Promise<Finding> {
  try {
    const problems = await Promise.all(LANGUAGES.map((tag) => problemsIn(slack, { tag, values, app })));
    const found = problems.flat();
    if (found.length === 0) {
      return ok(CHECK, `Slack accepts the longest form, message and Home, in ${LANGUAGES.length} languages`);
    }
    const more = found.length > MAX_SHOWN ? `; and ${found.length - MAX_SHOWN} more` : '';
    return failure(CHECK, {
      message: `Slack would refuse some: ${found.slice(0, MAX_SHOWN).join('; ')}${more}`,
      fix: 'This is a bug in the app: please report it, with this line.',
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'unknown_method') return skipped(CHECK, { message: `this Slack does not have ${METHOD}` });
    if (code === 'ratelimited')
      return skipped(CHECK, { message: `Slack is rate limiting ${METHOD}: try again in a minute` });
    return unresolvedFinding(CHECK, METHOD, code);
  }
}

async function problemsIn(
  slack: SlackSetupApi,
  { tag, values, app }: { tag: string; values: Partial<Values>; app: AppNames },
): Promise<string[]> {
  const { form, message, home } = longestSurfaces({
    ...(await languageFor(tag, app)),
    approvers: values.APPROVERS ?? [],
    approvalsRequired: values.APPROVALS_REQUIRED ?? 1,
    checkoutUrlTo: values.CHECKOUT_URL_TO ?? 'channel',
    projectPage: () => null,
    hasWaiver: true,
  });
  const problems: string[] = [];
  // One after the other: Slack limits this method.
  for (const [name, payload] of [
    ['form', { view: form }],
    ['message', { message: { blocks: message.blocks } }],
    ['Home', { view: home }],
  ] as const) {
    const found = await slack.validateBlocks(payload);
    problems.push(...found.map((one) => `${tag} ${name} ${one}`));
  }
  return problems;
}
