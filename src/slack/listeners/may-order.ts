import { isQuorumReachable } from '../approvers.ts';
import type { Say } from '../words/catalogue.ts';
import type { Desk } from './desk.ts';

/** Why this person may not order in this channel; null if they may. Throws SlackTrouble. */
export async function whyNotOrder(desk: Desk, user: string, channel: string): Promise<Say | null> {
  const { channels, requesters } = desk.settings;
  if (channels.length > 0 && !channels.includes(channel)) {
    return ({ words }) => words.mayNotOrder.channelClosed;
  }
  const [isRequester, hasQuorum] = await Promise.all([
    requesters.length > 0 ? desk.people.isAmong(user, requesters) : isOurMember(desk, user),
    isQuorumReachable(user, desk.people, desk.settings),
  ]);
  if (!isRequester) {
    return ({ words: { mayNotOrder } }) =>
      requesters.length > 0 ? mayNotOrder.notARequester : mayNotOrder.notAMember;
  }
  return hasQuorum ? null : ({ words }) => words.requestProblems.noQuorum;
}

async function isOurMember({ people, settings }: Desk, user: string): Promise<boolean> {
  const { teamId, isFullMember } = await people.person(user);
  return isFullMember && (teamId === null || teamId === settings.teamId);
}
