import pLimit, { type LimitFunction } from 'p-limit';
import { SlackApiError } from './errors.ts';

/** One that hangs must not keep the others of its channel from being sent. */
const AT_ONCE = 4;

type Channel = { limit: LimitFunction; resumesAt: number };

/**
 * Has what is written to a channel wait for its turn, a few at a time. Where Slack asks for a pause (Retry-After), nothing
 * more is sent to that channel before it is over: what would have been is refused at once, as Slack would refuse it, and is
 * tried again by its order. `now` in ms since 1970.
 */
export function createChannelQueue(now: () => number) {
  const channels = new Map<string, Channel>();

  return async function inTurn<T>(
    { channel, method }: { channel: string; method: string },
    send: () => Promise<T>,
  ): Promise<T> {
    const queue = channels.get(channel) ?? { limit: pLimit(AT_ONCE), resumesAt: 0 };
    channels.set(channel, queue);
    const sendNoting = async () => {
      try {
        return await send();
      } catch (error) {
        const seconds = error instanceof SlackApiError ? error.retryAfterSeconds : null;
        if (seconds !== null) queue.resumesAt = Math.max(queue.resumesAt, now() + seconds * 1_000);
        throw error;
      }
    };
    try {
      return await queue.limit(() => {
        const pauseMs = queue.resumesAt - now();
        if (pauseMs <= 0) return sendNoting();
        // Only what Slack says makes the pause longer, or two tries would put each other off for ever.
        throw new SlackApiError(method, 'ratelimited', { retryAfterSeconds: Math.ceil(pauseMs / 1_000) });
      });
    } finally {
      const isIdle = queue.limit.activeCount + queue.limit.pendingCount === 0;
      if (isIdle && queue.resumesAt <= now()) channels.delete(channel);
    }
  };
}
