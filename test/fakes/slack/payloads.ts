import { randomBytes } from 'node:crypto';
import type { Element, Placed } from './blocks.ts';
import {
  type FakeEphemeral,
  type FakeMessage,
  isLasting,
  newId,
  type ResponseUrl,
  type State,
} from './state.ts';
import { issueTrigger, type View } from './views.ts';
import { APP, type FakeChannel, type FakeUser, TEAM } from './workspace.ts';

/** Something that Slack tells the app; `name` says what in one word, for the log of acks. */
export type Envelope = {
  type: 'slash_commands' | 'interactive' | 'events_api';
  name: string;
  payload: Record<string, unknown>;
};

/** A slash command that someone typed. */
export function commandPayload(
  state: State,
  user: FakeUser,
  channel: FakeChannel,
  command: string,
  text: string,
): Envelope {
  const payload = {
    token: 'verification-token',
    team_id: user.team_id ?? TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: shownName(channel),
    user_id: user.id,
    user_name: user.name.toLowerCase(),
    command,
    text,
    api_app_id: APP.id,
    is_enterprise_install: 'false',
    response_url: responseUrl(state, { user: user.id, channel: channel.id }),
    trigger_id: issueTrigger(state, user.id),
  };
  return { type: 'slash_commands', name: 'slash_commands', payload };
}

/** A click on a button of a message, or a choice in one of its menus. `withConfirm`: the dialog that asked is repeated, as Slack does. */
export function messageActionPayload(
  state: State,
  user: FakeUser,
  channel: FakeChannel,
  message: FakeMessage | FakeEphemeral,
  placed: Placed,
  withConfirm: boolean,
): Envelope {
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  return interaction(state, user, 'block_actions', {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: !isLasting(message),
      ...thread,
    },
    channel: { id: channel.id, name: shownName(channel) },
    ...(isLasting(message) ? { message: messageJson(state, message) } : {}),
    state: { values: {} },
    response_url: responseUrl(state, { user: user.id, channel: channel.id, message }),
    actions: [action(state, placed, withConfirm)],
  });
}

/** A click on a button of a modal or of the App Home. */
export function viewActionPayload(state: State, user: FakeUser, view: View, placed: Placed): Envelope {
  return interaction(state, user, 'block_actions', {
    container: { type: 'view', view_id: view.id },
    view,
    actions: [action(state, placed, true)],
  });
}

/** A global shortcut, chosen from the lightning menu. */
export function shortcutPayload(state: State, user: FakeUser, callbackId: string): Envelope {
  return interaction(state, user, 'shortcut', { callback_id: callbackId, action_ts: state.nextTs() });
}

/** A modal that was submitted. */
export function submissionPayload(state: State, user: FakeUser, view: View): Envelope {
  return interaction(state, user, 'view_submission', { view, response_urls: [] });
}

/** A modal that was closed and that wanted to hear of it. */
export function closedPayload(state: State, user: FakeUser, view: View): Envelope {
  const { trigger_id: _none, ...payload } = interaction(state, user, 'view_closed', {
    view,
    is_cleared: false,
  }).payload;
  return { type: 'interactive', name: 'view_closed', payload };
}

/** Someone looks at the app's Home. */
export function homeOpenedPayload(state: State, user: FakeUser, channel: FakeChannel): Envelope {
  const view = state.homes.get(user.id)?.view;
  const payload = {
    token: 'verification-token',
    team_id: TEAM.id,
    api_app_id: APP.id,
    event: {
      type: 'app_home_opened',
      user: user.id,
      channel: channel.id,
      tab: 'home',
      event_ts: state.nextTs(),
      ...(view ? { view } : {}),
    },
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(state.workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: APP.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
  return { type: 'events_api', name: 'app_home_opened', payload };
}

/** A message as the Web API and interactions show it. */
export function messageJson(
  state: State,
  message: FakeMessage,
  withMetadata = true,
): Record<string, unknown> {
  const { channel, ts, thread_ts: thread, user, text, blocks, metadata } = message;
  const root = state.messages.find((one) => one.channel === channel && one.ts === thread);
  const replied = state.messages.some(
    (one) => one.channel === channel && one.thread_ts === ts && !one.deleted,
  );
  return {
    type: 'message',
    user,
    ts,
    bot_id: APP.botId,
    app_id: APP.id,
    team: TEAM.id,
    text,
    blocks,
    ...(replied ? { thread_ts: ts } : {}),
    ...(root ? { thread_ts: root.ts, parent_user_id: root.user } : {}),
    ...(metadata !== undefined && withMetadata ? { metadata } : {}),
  };
}

/** A channel as conversations.* show it. */
export function channelJson(channel: FakeChannel): Record<string, unknown> {
  const { id, user, is_private = false, is_archived = false, bot_is_member = false } = channel;
  const { is_ext_shared = false } = channel;
  if (user !== undefined) return { id, is_im: true, user, is_archived };
  return {
    id,
    name: channel.name,
    is_channel: true,
    is_im: false,
    is_private,
    is_archived,
    is_member: bot_is_member,
    is_shared: is_ext_shared,
    is_ext_shared,
  };
}

function interaction(state: State, user: FakeUser, type: string, more: Record<string, unknown>): Envelope {
  const username = user.name.toLowerCase();
  const { enterpriseId } = state.workspace;
  const payload = {
    type,
    user: { id: user.id, username, name: username, team_id: user.team_id ?? TEAM.id },
    api_app_id: APP.id,
    token: 'verification-token',
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: 'Organisation' },
    is_enterprise_install: false,
    trigger_id: issueTrigger(state, user.id),
    ...more,
  };
  return { type: 'interactive', name: type, payload };
}

function action(
  state: State,
  { block, element, option }: Placed,
  withConfirm: boolean,
): Record<string, unknown> {
  if (option) {
    const { type, action_id } = element;
    return { type, action_id, block_id: block.block_id, selected_option: option, action_ts: state.nextTs() };
  }
  const { confirm, accessibility_label: _unsent, ...pressed }: Element = element;
  const asked = confirm && withConfirm ? { confirm } : {};
  return { ...pressed, ...asked, block_id: block.block_id, action_ts: state.nextTs() };
}

/** What Slack calls a channel in payloads: the names of private ones it keeps to itself. */
function shownName(channel: FakeChannel): string {
  if (channel.id.startsWith('D')) return 'directmessage';
  if (channel.name.startsWith('mpdm-')) return channel.name;
  return channel.is_private ? 'privategroup' : channel.name;
}

function responseUrl(state: State, place: Omit<ResponseUrl, 'issuedAt' | 'uses'>): string {
  const id = randomBytes(12).toString('hex');
  state.responseUrls.set(id, { ...place, issuedAt: state.workspace.now(), uses: 0 });
  return `${state.origin}/response/${id}`;
}
