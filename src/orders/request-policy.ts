/** Who may order, and where; an empty list leaves it open: to every full member, anywhere. */
export type RequestRules = { requesters: readonly string[]; channels: readonly string[] };

/** Why an order may not be requested. */
export type RequestDenial =
  | 'channel_closed'
  | 'channel_shared'
  | 'not_a_requester'
  | 'not_a_member'
  | 'no_quorum'
  | HiddenApprovers;

/** No one could approve because Slack does not tell the app who is in a user group; `code` is Slack's. */
type HiddenApprovers = { kind: 'approvers_hidden'; group: string; code: string };

/** Why too few people could approve an order, if so. */
export type QuorumDenial = 'no_quorum' | HiddenApprovers | null;

/** Whether another channel would do. */
export function isAboutChannel(denial: RequestDenial): boolean {
  return denial === 'channel_closed' || denial === 'channel_shared';
}

/** Whether orders may be placed in a channel. */
export function isChannelOpen({ channels }: RequestRules, channel: string): boolean {
  return channels.length === 0 || channels.includes(channel);
}

/**
 * The reason why a person may not order, or null. `isRequester`: they are among REQUESTERS, or a full member if that
 * is empty; `whyNoQuorum`: why too few people could approve their order.
 */
export function requestDenialReason(
  { requesters }: Pick<RequestRules, 'requesters'>,
  { isRequester, whyNoQuorum }: { isRequester: boolean; whyNoQuorum: QuorumDenial },
): RequestDenial | null {
  if (!isRequester) return requesters.length > 0 ? 'not_a_requester' : 'not_a_member';
  return whyNoQuorum;
}
