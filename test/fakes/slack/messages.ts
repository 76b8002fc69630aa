import { type BlockKitPayload, blockKitProblems, blockKitWarnings } from '../../block-kit.ts';
import { withIds } from './blocks.ts';
import {
  type FakeEphemeral,
  type FakeMessage,
  newId,
  SlackRefusalError,
  type State,
  type Version,
} from './state.ts';
import { APP, directMessageOf, type FakeChannel, findUser, isMember } from './workspace.ts';

/** The arguments of a call, decoded. */
export type Args = Record<string, unknown>;

/**
 * Posts a message of the app: chat.postMessage.
 * @throws SlackRefusalError as Slack would: channel_not_found, is_archived, restricted_action, invalid_blocks …
 */
export function postMessage(state: State, args: Args): FakeMessage {
  const channel = writableChannel(state, args.channel);
  return addMessage(state, channel.id, args);
}

/** Adds a message of the app to a channel, whether or not the app is in it: a response_url may do that. */
export function addMessage(state: State, channel: string, args: Args): FakeMessage {
  const version = versionOf(state, args);
  const thread = threadOf(state, channel, args.thread_ts);
  const message: FakeMessage = {
    channel,
    ts: state.nextTs(),
    ...thread,
    user: APP.userId,
    ...version,
    ...flags(args, thread.thread_ts === undefined ? UNFURLING : [...UNFURLING, 'reply_broadcast']),
    updates: 0,
    history: [],
  };
  state.messages.push(message);
  return message;
}

/**
 * Changes a message of the app: chat.update. Blocks go when only a text is given, as in Slack.
 * @throws SlackRefusalError message_not_found, cant_update_message, invalid_blocks …
 */
export function updateMessage(state: State, args: Args): FakeMessage {
  // Unlike a post, an update wants the id of the direct message: a person's id is no channel here.
  const message = ownMessage(state, visibleChannel(state, args.channel), args.ts, 'cant_update_message');
  changeMessage(state, message, args);
  return message;
}

/** Gives a message another text, blocks or metadata, and keeps what it said before. */
export function changeMessage(state: State, message: FakeMessage, args: Args): void {
  const { text, blocks, metadata } = message;
  const keptBlocks = args.text === undefined ? { blocks } : {};
  const next = versionOf(state, { text, ...keptBlocks, ...(metadata ? { metadata } : {}), ...args });
  message.history.push({ text, blocks, ...(metadata ? { metadata } : {}) });
  Object.assign(message, next);
  message.updates += 1;
}

/**
 * Takes a message of the app away: chat.delete.
 * @throws SlackRefusalError message_not_found, cant_delete_message
 */
export function deleteMessage(state: State, args: Args): FakeMessage {
  const message = ownMessage(state, visibleChannel(state, args.channel), args.ts, 'cant_delete_message');
  message.deleted = true;
  return message;
}

/**
 * Shows a message to one person: chat.postEphemeral.
 * @throws SlackRefusalError user_not_in_channel, not_in_channel, channel_not_found, invalid_blocks …
 */
export function postEphemeral(state: State, args: Args): FakeEphemeral {
  const channel = writableChannel(state, args.channel);
  const user = String(args.user);
  const member = findUser(state.workspace, user)?.id;
  if (member === undefined || !isMember(channel, member)) throw new SlackRefusalError('user_not_in_channel');
  if (!channel.bot_is_member && state.workspace.ephemeralsNeedMembership)
    throw new SlackRefusalError('not_in_channel');
  return addEphemeral(state, channel.id, user, args);
}

/** Shows a message to one person, whether or not the app is in the channel: acks and response_urls may do that. */
export function addEphemeral(state: State, channel: string, user: string, args: Args): FakeEphemeral {
  const { text, blocks } = versionOf(state, args);
  const thread = threadOf(state, channel, args.thread_ts);
  if (thread.thread_ts !== undefined && !state.messages.some((one) => one.thread_ts === thread.thread_ts)) {
    state.problems.push(`ephemeral "${text.slice(0, 40)}": Slack shows none in a thread without replies`);
  }
  const ephemeral = { channel, user, ts: state.nextTs(), ...thread, text, blocks };
  state.ephemerals.push(ephemeral);
  return ephemeral;
}

/**
 * The channel, if the app can know of it.
 * @throws SlackRefusalError channel_not_found for one that does not exist, and for a private one without the app
 */
export function visibleChannel(state: State, id: unknown): FakeChannel {
  const channel = state.workspace.channels.get(String(id));
  if (!channel || (channel.is_private && !channel.bot_is_member))
    throw new SlackRefusalError('channel_not_found');
  return channel;
}

/** The message that a thread hangs on. */
export function rootOf(state: State, channel: string, ts: unknown): FakeMessage {
  const root = state.messages.find((message) => message.channel === channel && message.ts === ts);
  if (!root || (root.deleted && !hasReplies(state, root))) throw new SlackRefusalError('thread_not_found');
  if (root.thread_ts !== undefined) {
    state.problems.push(`thread_ts ${ts} is a reply's own ts: Slack wants its root's`);
    throw new SlackRefusalError('thread_not_found');
  }
  return root;
}

/**
 * A thread that is gone is no error in Slack: the message lands at the top level of the channel. A root message that is
 * deleted while it has replies leaves a tombstone: its thread stays, and takes more replies.
 */
function threadOf(state: State, channel: string, ts: unknown): { thread_ts?: string } {
  if (ts === undefined) return {};
  const root = state.messages.find((message) => message.channel === channel && message.ts === ts);
  const isGone = !root || (root.deleted && !hasReplies(state, root));
  return isGone ? {} : { thread_ts: rootOf(state, channel, ts).ts };
}

function hasReplies(state: State, { channel, ts }: FakeMessage): boolean {
  return state.messages.some((one) => one.channel === channel && one.thread_ts === ts && !one.deleted);
}

function writableChannel(state: State, id: unknown): FakeChannel {
  const user = findUser(state.workspace, id);
  const channel = user ? directMessageOf(state.workspace, user.id) : visibleChannel(state, id);
  if (channel.is_archived) throw new SlackRefusalError('is_archived');
  if (channel.is_restricted) throw new SlackRefusalError('restricted_action');
  const mayWrite = channel.bot_is_member || state.workspace.scopes.has('chat:write.public');
  if (!mayWrite) throw new SlackRefusalError('not_in_channel');
  return channel;
}

function ownMessage(state: State, channel: FakeChannel, ts: unknown, notOwn: string): FakeMessage {
  const message = state.messages.find((one) => one.channel === channel.id && one.ts === ts && !one.deleted);
  if (!message) throw new SlackRefusalError('message_not_found');
  if (message.user !== APP.userId) throw new SlackRefusalError(notOwn);
  return message;
}

function versionOf(state: State, args: Args): Version {
  const text = args.text === undefined || args.text === null ? '' : String(args.text);
  if (text === '' && !(Array.isArray(args.blocks) && args.blocks.length > 0))
    throw new SlackRefusalError('no_text');
  if (text.length > 40_000) throw new SlackRefusalError('msg_too_long');
  const payload: BlockKitPayload = { text, ...(args.blocks === undefined ? {} : { blocks: args.blocks }) };
  state.warnings.push(...blockKitWarnings(payload));
  const problems = blockKitProblems('message', payload);
  if (problems.length > 0) {
    state.problems.push(...problems.map((problem) => `message "${text.slice(0, 40)}": ${problem}`));
    throw new SlackRefusalError('invalid_blocks', {
      response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
    });
  }
  // Plain text, and text and labels in rich_text, call no one: Slack shows them as they are.
  const isLiteral = (type: unknown) => type === 'plain_text' || type === 'text' || type === 'link';
  const read = JSON.stringify(payload, (_key, value) => (isLiteral(value?.type) ? undefined : value));
  const loud = /<!(channel|here|everyone)\b[^>]*>/.exec(read);
  if (loud) state.problems.push(`message "${text.slice(0, 40)}": ${loud[0]} calls everyone`);
  const metadata = metadataOf(args.metadata);
  return { text, blocks: withIds(args.blocks, () => newId('b')), ...(metadata ? { metadata } : {}) };
}

function metadataOf(metadata: unknown): unknown {
  if (metadata === undefined) return undefined;
  const { event_type: type, event_payload: payload } = Object(metadata);
  if (typeof type !== 'string' || typeof payload !== 'object')
    throw new SlackRefusalError('invalid_metadata_format');
  return metadata;
}

const UNFURLING = ['unfurl_links', 'unfurl_media'];
function flags(args: Args, names: string[]): Record<string, boolean> {
  return Object.fromEntries(names.filter((name) => name in args).map((name) => [name, args[name] === true]));
}
