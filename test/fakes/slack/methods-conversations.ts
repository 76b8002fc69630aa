import { type Args, rootOf, visibleChannel } from './messages.ts';
import { type Method, requireScope } from './method.ts';
import { channelJson, messageJson } from './payloads.ts';
import { type FakeMessage, SlackRefusalError, type State } from './state.ts';
import { directMessageOf, type FakeChannel, findUser } from './workspace.ts';

/** conversations.*: only `open` is within what order-cloud's scopes allow. */
export const conversationMethods: Record<string, Method> = {
  'conversations.open': { scope: 'im:write', answer: open },
  'conversations.info': {
    needs: ['channel'],
    answer(state, args) {
      requireScope(state, scopeFor(state, args.channel, 'read'));
      return { channel: channelJson(visibleChannel(state, args.channel)) };
    },
  },
  'conversations.history': { needs: ['channel'], answer: history },
  'conversations.replies': { needs: ['channel', 'ts'], answer: replies },
};

function open(state: State, args: Args): Record<string, unknown> {
  if (args.channel !== undefined) return { channel: channelJson(visibleChannel(state, args.channel)) };
  const users = String(args.users ?? '').split(',');
  if (users.length > 1) requireScope(state, 'mpim:write');
  const user = findUser(state.workspace, users[0]);
  if (!user) throw new SlackRefusalError('user_not_found');
  if (user.hidden) throw new SlackRefusalError('user_not_visible');
  if (user.deleted) throw new SlackRefusalError('user_disabled');
  if (user.is_bot) throw new SlackRefusalError('cannot_dm_bot');
  const channel = directMessageOf(state.workspace, user.id);
  return { channel: args.return_im === true ? channelJson(channel) : { id: channel.id } };
}

function history(state: State, args: Args): Record<string, unknown> {
  const channel = readableChannel(state, args.channel);
  const shown = state.messages.filter(
    (message) =>
      message.channel === channel.id &&
      (message.thread_ts === undefined || message.reply_broadcast === true) &&
      withinTime(message, args),
  );
  return page(state, shown.reverse(), args);
}

function replies(state: State, args: Args): Record<string, unknown> {
  const channel = readableChannel(state, args.channel);
  const root = rootOf(state, channel.id, args.ts);
  const thread = state.messages.filter(
    (message) =>
      message === root ||
      (message.channel === channel.id && message.thread_ts === root.ts && withinTime(message, args)),
  );
  return page(state, thread, args);
}

function page(state: State, found: FakeMessage[], args: Args): Record<string, unknown> {
  const isReplied = ({ ts }: FakeMessage) => found.some((one) => one.thread_ts === ts && !one.deleted);
  const visible = found.filter((message) => !message.deleted || isReplied(message));
  const from = Number(args.cursor ?? 0);
  const until = from + Number(args.limit ?? 100);
  const more = until < visible.length;
  const messages = visible
    .slice(from, until)
    .map((message) =>
      message.deleted ? tombstone(message) : messageJson(state, message, args.include_all_metadata === true),
    );
  return { messages, has_more: more, ...(more ? { response_metadata: { next_cursor: String(until) } } : {}) };
}

/** What is left of a root message that was deleted while it has replies. */
function tombstone({ ts }: FakeMessage): Record<string, unknown> {
  const text = 'This message was deleted.';
  return { type: 'message', subtype: 'tombstone', user: 'USLACKBOT', hidden: true, text, ts, thread_ts: ts };
}

function withinTime({ ts }: FakeMessage, { oldest, latest, inclusive }: Args): boolean {
  const time = Number(ts);
  const [from, to] = [Number(oldest ?? 0), Number(latest ?? Number.POSITIVE_INFINITY)];
  return inclusive === true ? time >= from && time <= to : time > from && time < to;
}

function readableChannel(state: State, id: unknown): FakeChannel {
  requireScope(state, scopeFor(state, id, 'history'));
  const channel = visibleChannel(state, id);
  if (!channel.bot_is_member) throw new SlackRefusalError('not_in_channel');
  return channel;
}

function scopeFor({ workspace }: State, id: unknown, what: 'read' | 'history'): string {
  const channel = workspace.channels.get(String(id));
  if (channel?.user !== undefined) return `im:${what}`;
  return channel?.is_private ? `groups:${what}` : `channels:${what}`;
}
