import { MESSAGE_METADATA } from '../ids.ts';
import type { Blocks, HomeView, ModalView } from '../views/blocks.ts';
import { SlackApiError } from './errors.ts';
import { createWebApi, TIMEOUT_MS, type WebApiConfig } from './web-api.ts';

/** A message to post. `mark` goes into its metadata, visible to everybody: ids only, no secrets. */
export type OutgoingMessage = {
  channel: string;
  threadTs?: string | undefined;
  /** Show the reply in the channel as well. */
  alsoToChannel?: boolean | undefined;
  text: string;
  blocks: Blocks;
  messageKey: { order: string; key: string };
};

/** One person, and where they are listening. */
export type Listener = {
  channel: string;
  user: string;
  threadTs?: string | undefined;
  /** Where Slack takes an answer to their click, for half an hour. */
  responseUrl?: string | undefined;
};

/** Who the app is in its workspace (auth.test). */
export type Identity = { botUserId: string; botId: string; teamId: string };

/** The only writer to Slack. Every call throws SlackApiError when Slack refuses or does not answer. */
export type Outbound = ReturnType<typeof createOutbound>;

/** Without the scope, or without being in the channel, the app may not read it. */
const CANNOT_LOOK = ['missing_scope', 'not_in_channel', 'channel_not_found'];
const NO_UNFURL = { unfurl_links: false, unfurl_media: false } as const;

/**
 * Connects to Slack's Web API. One attempt a call: whether and when to try again is for the caller to say, because a
 * post that timed out may have been sent.
 */
export function createOutbound(config: WebApiConfig) {
  const { web, call } = createWebApi(config);

  return {
    /** Asks Slack whose token this is. */
    async identify(): Promise<Identity> {
      const { user_id = '', bot_id = '', team_id = '' } = await call('auth.test', () => web.auth.test());
      return { botUserId: user_id, botId: bot_id, teamId: team_id };
    },

    /** Posts a message and returns where it is. Secret URLs in it are never unfurled. */
    async post(message: OutgoingMessage): Promise<{ channel: string; ts: string }> {
      const { channel, threadTs, alsoToChannel, text, blocks, messageKey } = message;
      const metadata = { event_type: MESSAGE_METADATA, event_payload: messageKey };
      const thread = threadTs ? { thread_ts: threadTs, reply_broadcast: alsoToChannel ?? false } : {};
      const answer = await call('chat.postMessage', () =>
        web.chat.postMessage({ channel, text, blocks, metadata, ...NO_UNFURL, ...thread }),
      );
      return { channel: answer.channel ?? channel, ts: answer.ts ?? '' };
    },

    /** Replaces the content of a message in place. */
    async update(at: { channel: string; ts: string }, text: string, blocks: Blocks): Promise<void> {
      await call('chat.update', () => web.chat.update({ ...at, text, blocks, ...NO_UNFURL }));
    },

    /**
     * Tells one person something in a channel (and thread), unseen by others. Where Slack refuses that, above all
     * in a channel where the app is no member, it goes through the click's response_url.
     */
    async postEphemeral(to: Listener, text: string): Promise<void> {
      const { channel, user, threadTs, responseUrl } = to;
      const thread = threadTs ? { thread_ts: threadTs } : {};
      try {
        await call('chat.postEphemeral', () => web.chat.postEphemeral({ channel, user, text, ...thread }));
      } catch (error) {
        const refused = error instanceof SlackApiError && error.code !== 'no_answer';
        if (!refused || !responseUrl) throw error;
        const answer = { response_type: 'ephemeral', replace_original: false, text, ...thread };
        await call('response_url', () => postJson(responseUrl, answer));
      }
    },

    /** The channel of the direct messages with a person. */
    async directChannel(user: string): Promise<string> {
      const { channel } = await call('conversations.open', () => web.conversations.open({ users: user }));
      return channel?.id ?? user;
    },

    /** Opens a modal: within three seconds of the click or command that gave the trigger. */
    async openModal(triggerId: string, view: ModalView): Promise<void> {
      await call('views.open', () => web.views.open({ trigger_id: triggerId, view }));
    },

    /**
     * Shows a person's Home and returns Slack's hash of it. With `hash` only over that version: else SlackApiError
     * `hash_conflict`.
     */
    async publishHome(user: string, view: HomeView, hash: string | null): Promise<string | null> {
      const over = hash === null ? {} : { hash };
      const answer = await call('views.publish', () => web.views.publish({ user_id: user, view, ...over }));
      return answer.view?.hash ?? null;
    },

    /**
     * Looks for a post whose answer was lost, by its metadata, among the newest messages of its channel or
     * thread since `since` (ms). Null if it is not there, or if the app has no scope to look.
     */
    async findPost(
      message: Pick<OutgoingMessage, 'channel' | 'threadTs' | 'messageKey'>,
      since: number,
    ): Promise<{ channel: string; ts: string } | null> {
      const { channel, threadTs, messageKey } = message;
      const range = { channel, oldest: String(since / 1000 - 60), include_all_metadata: true, limit: 200 };
      try {
        const { messages = [] } = threadTs
          ? await call('conversations.replies', () => web.conversations.replies({ ...range, ts: threadTs }))
          : await call('conversations.history', () => web.conversations.history(range));
        const found = messages.find(({ metadata }) => {
          const payload = metadata?.event_payload as Partial<OutgoingMessage['messageKey']> | undefined;
          return payload?.order === messageKey.order && payload.key === messageKey.key;
        });
        return found?.ts ? { channel, ts: found.ts } : null;
      } catch (error) {
        if (error instanceof SlackApiError && CANNOT_LOOK.includes(error.code)) return null;
        throw error;
      }
    },

    /** Reads a person's account, with the language they have set (users.info). */
    async readPerson(user: string) {
      const answer = await call('users.info', () => web.users.info({ user, include_locale: true }));
      return answer.user ?? {};
    },

    /** Reads who is in a user group (usergroups.users.list). */
    async readGroup(group: string): Promise<string[]> {
      const answer = await call('usergroups.users.list', () =>
        web.usergroups.users.list({ usergroup: group }),
      );
      return answer.users ?? [];
    },
  };
}

async function postJson(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
  if (!response.ok) throw new Error(`Slack answered with ${response.status}`);
}
