import { isChannelOpen, type RequestDenial, requestDenialReason } from '../orders/request-policy.ts';
import { isQuorumReachable } from './approvers.ts';
import type { ApplicationContext } from './context.ts';

type PolicyContext = Pick<ApplicationContext, 'people' | 'config'>;

/** Why a person may not order in a channel at this moment; null if they may. Throws as People do. */
export async function whyNotOrder(
  ctx: PolicyContext,
  { user, channel }: { user: string; channel: string },
): Promise<RequestDenial | null> {
  if (!isChannelOpen(ctx.config, channel)) return 'channel_closed';
  const [isAllowed, hasQuorum] = await Promise.all([isRequester(ctx, user), isQuorumReachable(user, ctx)]);
  return requestDenialReason(ctx.config, { isRequester: isAllowed, isQuorumReachable: hasQuorum });
}

/** Whether a person may order at all, wherever that is. Throws as People do. */
export function isRequester(
  {
    people,
    config: { requesters },
  }: {
    people: Pick<PolicyContext['people'], 'matches' | 'isFullMember'>;
    config: { requesters: readonly string[] };
  },
  user: string,
): Promise<boolean> {
  return requesters.length > 0 ? people.matches(user, requesters) : people.isFullMember(user);
}
