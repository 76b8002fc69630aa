import { SlackApiError } from '../../src/slack/client/errors.ts';
import type { Outbound, OutgoingMessage } from '../../src/slack/client/outbound.ts';
import { readMenuValue } from '../../src/slack/views/button-value.ts';

/** A button that someone has been shown: it may be clicked long after it has gone. */
export type Shown = { orderId: string; action: string; value: string };

/** What goes wrong with one of the next calls to Slack. */
export type SlackFault = 'lost before' | 'lost after' | 'rate limited';

/** Slack, as far as an order is shown there. */
export type MemorySlack = {
  outbound: Outbound;
  /** Every button that was ever shown, the newest last. */
  shown: Shown[];
  /** Who is in the approvers' user group at this moment. */
  group: Set<string>;
  /** Consumed one a call. */
  faults: SlackFault[];
  archived: Set<string>;
  /** Someone deletes every message in the channels; what was shown may still be clicked in a stale client. */
  deleteMessages: () => void;
};

/** Starts an empty Slack. `onSynced` hears of each button before its message is posted. */
export function startMemorySlack(onSynced: (button: Shown) => Promise<void>): MemorySlack {
  const messages = new Map<string, OutgoingMessage>();
  const shown: Shown[] = [];
  const faults: SlackFault[] = [];
  const archived = new Set<string>();
  const group = new Set<string>();
  let lastTs = 0;

  async function call<T>(method: string, effect: () => T | Promise<T>): Promise<T> {
    const fault = faults.shift();
    if (fault === 'lost before') throw new SlackApiError(method, 'no_answer');
    if (fault === 'rate limited') throw new SlackApiError(method, 'ratelimited', { retryAfterSeconds: 3 });
    const answer = await effect();
    if (fault === 'lost after') throw new SlackApiError(method, 'no_answer');
    return answer;
  }

  async function show(orderId: string, blocks: unknown): Promise<void> {
    for (const { action, value } of buttonsIn(blocks)) {
      await onSynced({ orderId, action, value });
      shown.push({ orderId, action, value });
    }
  }

  const outbound: Outbound = {
    identify: async () => ({ botUserId: 'U0BOT', botId: 'B0BOT', teamId: 'T0TEAM', enterpriseId: null }),
    post: (message) =>
      call('chat.postMessage', async () => {
        if (archived.has(message.channel)) throw new SlackApiError('chat.postMessage', 'is_archived');
        await show(message.messageKey.order, message.blocks);
        lastTs += 1;
        // As in Slack: where the thread is gone, the message lands at the top level of the channel.
        const isStray = message.threadTs !== undefined && !messages.has(message.threadTs);
        messages.set(String(lastTs), isStray ? { ...message, threadTs: undefined } : message);
        return { channel: message.channel, ts: String(lastTs), isStray };
      }),
    update: ({ channel, ts }, { text, blocks }) =>
      call('chat.update', async () => {
        if (archived.has(channel)) throw new SlackApiError('chat.update', 'is_archived');
        const message = messages.get(ts);
        if (!message) throw new SlackApiError('chat.update', 'message_not_found');
        await show(message.messageKey.order, blocks);
        messages.set(ts, { ...message, text, blocks });
      }),
    permalink: ({ channel, ts }) => call('chat.getPermalink', () => `https://slack.example/${channel}/${ts}`),
    remove: ({ ts }) =>
      call('chat.delete', () => {
        if (!messages.delete(ts)) throw new SlackApiError('chat.delete', 'message_not_found');
      }),
    findPost: ({ channel, messageKey, threadTs }) =>
      call('conversations.history', () => {
        const found = [...messages].find(
          ([, post]) =>
            post.channel === channel &&
            post.messageKey.order === messageKey.order &&
            post.messageKey.key === messageKey.key,
        );
        if (!found) return null;
        return { channel, ts: found[0], isStray: threadTs !== undefined && found[1].threadTs === undefined };
      }),
    postEphemeral: () => call('chat.postEphemeral', () => undefined),
    postDirectly: () => call('chat.postMessage', () => undefined),
    directChannel: (user) => call('conversations.open', () => `D${user}`),
    updateModal: () => call('views.update', () => undefined),
    openModal: () => call('views.open', () => undefined),
    publishHome: () => call('views.publish', () => null),
    readPerson: async () => ({}),
    isSharedChannel: async () => false,
    readGroup: () => call('usergroups.users.list', () => [...group]),
  };
  return { outbound, shown, group, faults, archived, deleteMessages: () => messages.clear() };
}

function buttonsIn(blocks: unknown): { action: string; value: string }[] {
  if (Array.isArray(blocks)) return blocks.flatMap(buttonsIn);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const { action_id: action, value } = blocks as { action_id?: unknown; value?: unknown };
  const chosen = typeof value === 'string' ? readMenuValue(value) : null;
  const button = typeof action === 'string' && typeof value === 'string' ? [{ action, value }] : [];
  const here = chosen ? [chosen] : button;
  return [...here, ...Object.values(blocks).flatMap(buttonsIn)];
}
