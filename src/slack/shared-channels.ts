import { cachedLookup } from './cached-lookup.ts';
import { SlackApiError } from './client/errors.ts';
import type { Outbound } from './client/outbound.ts';

const MAX_CACHED = 1_000;

/** Whether people of another organization read a channel. Throws SlackApiError where Slack does not say for now. */
export type IsSharedChannel = (channel: string) => Promise<boolean>;

/**
 * Asks Slack, once a minute per channel; `now` is in ms since 1970. False if Slack does not let the app read the channel,
 * which takes optional scopes.
 */
export function createSharedChannels(
  outbound: Pick<Outbound, 'isSharedChannel'>,
  now: () => number,
): IsSharedChannel {
  const channels = cachedLookup(
    async (channel) => {
      const isShared = await outbound.isSharedChannel(channel).catch((error: unknown) => {
        if (error instanceof SlackApiError && error.isLasting) return false;
        throw error;
      });
      return { isShared };
    },
    { now, max: MAX_CACHED },
  );
  return async (channel) => (await channels(channel)).isShared;
}
