import pLimit, { type LimitFunction } from 'p-limit';
import { monotonicClock } from '../../monotonic-clock.ts';
import { SlackApiError } from './errors.ts';

/** One call that hangs must not block the others of its channel. */
const AT_ONCE = 4;

type Channel = { limit: LimitFunction; resumesAt: number };

/**
 * Queues the writes to each channel, a few at a time. If Slack asks for a pause (Retry-After), nothing is sent to that
 * channel until it is over: calls fail at once, as Slack would make them fail, and their order retries them. `clock` in ms
 * since 1970.
 */
export function createChannelQueue(clock: () => number) {
  const now = monotonicClock(clock);
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
        // Only Slack extends the pause, or two retries would postpone each other forever.
        throw new SlackApiError(method, 'ratelimited', { retryAfterSeconds: Math.ceil(pauseMs / 1_000) });
      });
    } finally {
      const isIdle = queue.limit.activeCount + queue.limit.pendingCount === 0;
      if (isIdle && queue.resumesAt <= now()) channels.delete(channel);
    }
  };
}
