import type { AppNames } from '../../slack/app-names.ts';
import type { SlackSetupApi } from '../../slack/client/setup-api.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import { codeOf, unresolvedFinding } from './slack-errors.ts';

/** Whether the app can post in each channel of CHANNELS, as far as its scopes allow to check. */
export async function checkChannels(
  channels: readonly string[],
  slack: SlackSetupApi,
  app: AppNames,
): Promise<Finding[]> {
  const findings = await Promise.all(channels.map((id) => checkChannel(id, slack, app)));
  const hidden = channels.filter((_, index) => findings[index] === null);
  const byHand = skipped(`CHANNELS ${hidden.join(', ')}`, {
    message: "cannot be checked with the app's scopes, which do not include channels:read",
    fix: `Check by hand: type ${app.command} help in each; in private ones, /invite @${app.bot} first.`,
  });
  return [...findings.filter((finding) => finding !== null), ...(hidden.length > 0 ? [byHand] : [])];
}

/** Null if the scopes are not enough. */
async function checkChannel(id: string, slack: SlackSetupApi, { bot }: AppNames): Promise<Finding | null> {
  const check = `CHANNELS ${id}`;
  const channel = await slack.readChannel(id).catch(codeOf);
  if (channel === 'missing_scope') return null;
  if (channel === 'channel_not_found') {
    const fix = `Correct the ID (the channel's name at the top > About > Channel ID); in a private channel, type /invite @${bot}.`;
    return failure(check, {
      message: 'there is no such channel, or it is private and the app is not in it',
      fix,
    });
  }
  if (typeof channel === 'string') return unresolvedFinding(check, 'conversations.info', channel);
  const name = channel.name ? `#${channel.name}` : 'a direct message';
  if (channel.is_archived) {
    return warning(check, {
      message: `${name} is archived: nothing can be posted there`,
      fix: 'Remove it from CHANNELS.',
    });
  }
  if (channel.is_private && !channel.is_member) {
    return failure(check, {
      message: `the app is not in ${name}, which is private`,
      fix: `Type /invite @${bot} in it.`,
    });
  }
  return ok(check, name);
}
