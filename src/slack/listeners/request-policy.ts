import { isQuorumReachable } from '../approvers.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import type { ListenerContext } from './context.ts';

/** Why this person may not order in this channel; null if they may. Throws SlackApiError. */
export async function requestDenialReason(
  ctx: ListenerContext,
  user: string,
  channel: string,
): Promise<LocalizedText | null> {
  const { channels, requesters } = ctx.config;
  if (channels.length > 0 && !channels.includes(channel)) {
    return ({ messages }) => messages.requestDenied.channelClosed;
  }
  const [isRequester, hasQuorum] = await Promise.all([
    requesters.length > 0 ? ctx.people.matches(user, requesters) : isOurMember(ctx, user),
    isQuorumReachable(user, ctx.people, ctx.config),
  ]);
  if (!isRequester) {
    return ({ messages: { requestDenied } }) =>
      requesters.length > 0 ? requestDenied.notARequester : requestDenied.notAMember;
  }
  return hasQuorum ? null : ({ messages }) => messages.requestProblems.noQuorum;
}

async function isOurMember({ people, config }: ListenerContext, user: string): Promise<boolean> {
  const { teamId, isFullMember } = await people.person(user);
  return isFullMember && (teamId === null || teamId === config.teamId);
}
