import { MESSAGE_METADATA } from '../ids.ts';
import type { Blocks, Content, HomeView, ModalView } from '../views/blocks.ts';
import { createChannelQueue } from './channel-queue.ts';
import { SlackApiError } from './errors.ts';
import { isSlackResponseUrl, postToResponseUrl } from './response-url.ts';
import { createWebApi, type WebApiConfig } from './web-api.ts';

/** A message to post. `messageKey` goes into its metadata, which everyone can read: ids only, no secrets. */
export type OutgoingMessage = {
  channel: string;
  threadTs?: string | undefined;
  /** Also show the reply in the channel (`reply_broadcast`). */
  alsoToChannel?: boolean | undefined;
  text: string;
  blocks: Blocks;
  messageKey: { order: string; key: string };
};

/** The recipient of an ephemeral message. */
export type Listener = {
  channel: string;
  user: string;
  threadTs?: string | undefined;
  /** Where Slack accepts answers to their click, for half an hour. */
  responseUrl?: string | undefined;
};

/** A message to one person: `text` alone says it all. */
type ShortContent = { text: string; blocks?: Blocks };

/** Who the app is in its workspace (auth.test). `enterpriseId`: the organization on Enterprise Grid, else null. */
export type Identity = { botUserId: string; botId: string; teamId: string; enterpriseId: string | null };

/** Where Slack put a message. `isStray`: at the top level of its channel, because its thread is gone. */
export type Posted = { channel: string; ts: string; isStray: boolean };

/** The only writer to Slack. Every call throws SlackApiError when Slack refuses or does not answer. */
export type Outbound = ReturnType<typeof createOutbound>;

const NO_UNFURL = { unfurl_links: false, unfurl_media: false } as const;

/**
 * Creates the client that writes to Slack. One attempt per call: the caller decides whether and when to retry, because a
 * post that timed out may have been sent.
 */
export function createOutbound(config: WebApiConfig) {
  const { web, call } = createWebApi(config);
  const inTurn = createChannelQueue(Date.now);

  async function directChannel(user: string): Promise<string> {
    const { channel } = await call('conversations.open', () => web.conversations.open({ users: user }));
    return channel?.id ?? user;
  }

  return {
    /** Asks Slack whose token this is. */
    async identify(): Promise<Identity> {
      const answer = await call('auth.test', () => web.auth.test());
      const { user_id = '', bot_id = '', team_id = '', enterprise_id } = answer;
      const enterpriseId = typeof enterprise_id === 'string' ? enterprise_id : null;
      return { botUserId: user_id, botId: bot_id, teamId: team_id, enterpriseId };
    },

    /** Posts a message and returns where it is. Secret URLs in it are never unfurled. */
    async post(message: OutgoingMessage): Promise<Posted> {
      const { channel, threadTs, alsoToChannel, text, blocks, messageKey } = message;
      const metadata = { event_type: MESSAGE_METADATA, event_payload: messageKey };
      const thread = threadTs ? { thread_ts: threadTs, reply_broadcast: alsoToChannel ?? false } : {};
      const content = { channel, text, blocks, metadata, ...NO_UNFURL, ...thread };
      const answer = await inTurn({ channel, method: 'chat.postMessage' }, () =>
        call('chat.postMessage', () => web.chat.postMessage(content)),
      );
      // Slack has no error for a deleted thread: only its answer shows that the message is in no thread.
      const isStray = threadTs !== undefined && answer.message !== undefined && !answer.message.thread_ts;
      return { channel: answer.channel ?? channel, ts: answer.ts ?? '', isStray };
    },

    /** Replaces the content of a message in place. */
    async update(at: { channel: string; ts: string }, { text, blocks }: Content): Promise<void> {
      await inTurn({ channel: at.channel, method: 'chat.update' }, () =>
        call('chat.update', () => web.chat.update({ ...at, text, blocks, ...NO_UNFURL })),
      );
    },

    /** The link to a message (chat.getPermalink). */
    async permalink({ channel, ts }: { channel: string; ts: string }): Promise<string | null> {
      const answer = await call('chat.getPermalink', () =>
        web.chat.getPermalink({ channel, message_ts: ts }),
      );
      return answer.permalink ?? null;
    },

    /** Deletes a message. */
    async remove(at: { channel: string; ts: string }): Promise<void> {
      await call('chat.delete', () => web.chat.delete(at));
    },

    /**
     * Shows a message to one person in a channel (and thread). If Slack refuses that, usually because the app is not
     * a member of the channel, it is sent to the click's response_url.
     */
    async postEphemeral(to: Listener, { text, blocks }: ShortContent): Promise<void> {
      const { channel, user, threadTs, responseUrl } = to;
      const content = { text, ...(blocks && { blocks }), ...(threadTs && { thread_ts: threadTs }) };
      try {
        await call('chat.postEphemeral', () => web.chat.postEphemeral({ channel, user, ...content }));
      } catch (error) {
        const refused = error instanceof SlackApiError && error.code !== 'no_answer';
        if (!refused || !responseUrl || !isSlackResponseUrl(responseUrl, config.apiUrl)) throw error;
        const answer = { response_type: 'ephemeral', replace_original: false, ...content };
        await call('response_url', () => postToResponseUrl(responseUrl, answer));
      }
    },

    /** Posts a direct message to one person. */
    async postDirectly(user: string, { text, blocks }: ShortContent): Promise<void> {
      const channel = await directChannel(user);
      const content = { text, ...(blocks && { blocks }), ...NO_UNFURL };
      await call('chat.postMessage', () => web.chat.postMessage({ channel, ...content }));
    },

    /** The channel of the direct messages with a person. */
    directChannel,

    /** Opens a modal, within three seconds of the click or command with the trigger, if there was one. */
    async openModal(triggerId: string | null | undefined, view: ModalView): Promise<void> {
      if (!triggerId) throw new SlackApiError('views.open', 'invalid_trigger_id');
      await call('views.open', () => web.views.open({ trigger_id: triggerId, view }));
    },

    /** Updates an open modal. Input is kept in fields that stay. */
    async updateModal(viewId: string, view: ModalView): Promise<void> {
      await call('views.update', () => web.views.update({ view_id: viewId, view }));
    },

    /**
     * Publishes a person's Home and returns Slack's hash of it. With `hash`, replaces only that version: else SlackApiError
     * `hash_conflict`.
     */
    async publishHome(
      user: string,
      { view, hash }: { view: HomeView; hash: string | null },
    ): Promise<string | null> {
      const over = hash === null ? {} : { hash };
      const answer = await call('views.publish', () => web.views.publish({ user_id: user, view, ...over }));
      return answer.view?.hash ?? null;
    },

    /**
     * Looks for a post whose answer was lost, by its metadata, among the newest messages of its channel or
     * thread since `since` (ms). Null if it is not there, or if Slack does not let the app look.
     */
    async findPost(
      message: Pick<OutgoingMessage, 'channel' | 'threadTs' | 'messageKey'>,
      since: number,
    ): Promise<Posted | null> {
      const { channel, threadTs, messageKey } = message;
      const range = { channel, oldest: String(since / 1000 - 60), include_all_metadata: true, limit: 200 };
      const history = () => call('conversations.history', () => web.conversations.history(range));
      const replies = (ts: string) =>
        call('conversations.replies', () => web.conversations.replies({ ...range, ts }));
      try {
        let isStray = false;
        const reading = threadTs === undefined ? history() : replies(threadTs);
        const { messages = [] } = await reading.catch((error: unknown) => {
          // Where its thread is gone, the post went to the top level.
          if (!(error instanceof SlackApiError && error.code === 'thread_not_found')) throw error;
          isStray = true;
          return history();
        });
        const found = messages.find(({ metadata }) => {
          const payload = metadata?.event_payload as Partial<OutgoingMessage['messageKey']> | undefined;
          return payload?.order === messageKey.order && payload.key === messageKey.key;
        });
        return found?.ts ? { channel, ts: found.ts, isStray } : null;
      } catch (error) {
        // Usually because a scope is missing that the app can do without: then the post may appear twice.
        if (error instanceof SlackApiError && error.isLasting) return null;
        throw error;
      }
    },

    /** Reads a person's account, with the language they have set (users.info). */
    async readPerson(user: string) {
      const answer = await call('users.info', () => web.users.info({ user, include_locale: true }));
      return answer.user ?? {};
    },

    /** Whether a channel is shared with another organization (conversations.info); takes channels:read or groups:read. */
    async isSharedChannel(channel: string): Promise<boolean> {
      const answer = await call('conversations.info', () => web.conversations.info({ channel }));
      return answer.channel?.is_ext_shared === true;
    },

    /** Reads who is in a user group (usergroups.users.list); with a token of an organization, of the workspace `teamId`. */
    async readGroup(group: string, teamId?: string): Promise<string[]> {
      const team = teamId === undefined ? {} : { team_id: teamId };
      const answer = await call('usergroups.users.list', () =>
        web.usergroups.users.list({ usergroup: group, ...team }),
      );
      return answer.users ?? [];
    },
  };
}
