import {
  isChannelOpen,
  type RequestDenial,
  type RequestRules,
  requestDenialReason,
} from '../orders/request-policy.ts';
import { findQuorumDenial } from './approvers.ts';
import type { ApplicationContext, People } from './context.ts';

type PolicyContext = Pick<ApplicationContext, 'people' | 'config'>;
type RequesterContext = {
  people: Pick<People, 'matches' | 'isFullMember'>;
  config: Pick<RequestRules, 'requesters'>;
};
type ChannelContext = Pick<ApplicationContext, 'isSharedChannel'> & {
  config: Pick<RequestRules, 'channels'>;
};

/** Why a person may not order in a channel at this moment; null if they may. Throws like People. */
export async function whyNotOrder(
  ctx: PolicyContext,
  { user, channel }: { user: string; channel: string },
): Promise<RequestDenial | null> {
  if (!isChannelOpen(ctx.config, channel)) return 'channel_closed';
  const [isAllowed, whyNoQuorum] = await Promise.all([isRequester(ctx, user), findQuorumDenial(user, ctx)]);
  return requestDenialReason(ctx.config, { isRequester: isAllowed, whyNoQuorum });
}

/**
 * Why a person may not place a new order in a channel; null if they may. In a channel that is shared with another
 * organization, its people would read the order: such a channel has to be listed in CHANNELS. Throws like People.
 */
export async function whyNotNewOrder(
  ctx: PolicyContext & Pick<ApplicationContext, 'isSharedChannel'>,
  asked: { user: string; channel: string },
): Promise<RequestDenial | null> {
  const [whyNot, isShared] = await Promise.all([
    whyNotOrder(ctx, asked),
    isUnlistedShared(ctx, asked.channel),
  ]);
  return whyNot ?? (isShared ? 'channel_shared' : null);
}

/** Whether a channel is shared with another organization and not listed in CHANNELS. Throws like People. */
export async function isUnlistedShared(
  { config, isSharedChannel }: ChannelContext,
  channel: string,
): Promise<boolean> {
  return !config.channels.includes(channel) && isSharedChannel(channel);
}

/** Whether a person may order at all, in any channel. Throws like People. */
export function isRequester({ people, config }: RequesterContext, user: string): Promise<boolean> {
  const { requesters } = config;
  return requesters.length > 0 ? people.matches(user, requesters) : people.isFullMember(user);
}
