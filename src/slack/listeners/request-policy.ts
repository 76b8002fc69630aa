import { isQuorumReachable } from '../approvers.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import type { ListenerContext } from './context.ts';

/** Why an order may not be asked for, and whether another channel would change that. */
export type OrderProblem = { isAboutChannel: boolean; say: LocalizedText };

/** Why this person may not order in this channel; null if they may. Throws as People do. */
export async function requestDenialReason(
  ctx: ListenerContext,
  user: string,
  channel: string,
): Promise<OrderProblem | null> {
  const { channels, requesters } = ctx.config;
  if (channels.length > 0 && !channels.includes(channel)) {
    return { isAboutChannel: true, say: ({ messages }) => messages.requestDenied.channelClosed };
  }
  const [isRequester, hasQuorum] = await Promise.all([
    requesters.length > 0
      ? ctx.people.matches(user, requesters)
      : ctx.people.person(user).then(({ isFullMember }) => isFullMember),
    isQuorumReachable(user, ctx.people, ctx.config),
  ]);
  if (!isRequester) {
    return personFindings(({ messages: { requestDenied } }) =>
      requesters.length > 0 ? requestDenied.notARequester : requestDenied.notAMember,
    );
  }
  return hasQuorum ? null : personFindings(({ messages }) => messages.requestProblems.noQuorum);
}

function personFindings(say: LocalizedText): OrderProblem {
  return { isAboutChannel: false, say };
}
