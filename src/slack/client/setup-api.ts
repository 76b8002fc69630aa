import { z } from 'zod';
import { createLog } from '../../observability/log.ts';
import { teamForGroups, type Workspace } from '../membership.ts';
import { openSocket } from '../receivers/socket-session.ts';
import type { SocketProxy } from '../receivers/websocket-dispatcher.ts';
import type { Blocks, HomeView, ModalView } from '../views/blocks.ts';
import { SlackApiError } from './errors.ts';
import { createWebApi, type WebApiConfig } from './web-api.ts';

/** Slack's codes for an invalid payload. */
const INVALID = ['invalid_blocks', 'invalid_message', 'invalid_view'];
/** Where and why; without Slack's messages, which may quote the content. */
const Complaints = z.object({
  errors: z.array(z.object({ pointer: z.string().catch('?'), code: z.string().catch('?') })),
});

/** What a bot token gives access to. */
export type Grant = {
  workspace: string;
  teamId: string;
  /** The organization on Enterprise Grid; null: the workspace belongs to none. */
  enterpriseId: string | null;
  botId: string;
  /** Null if Slack does not list them. */
  scopes: string[] | null;
};

/** What the doctor asks Slack about the app's setup. */
export type SlackSetupApi = ReturnType<typeof createSetupApi>;

/** Creates a read-only client. Every call throws SlackApiError if Slack refuses or does not answer. */
export function createSetupApi(config: WebApiConfig & { proxy: SocketProxy | null }) {
  const { web, call } = createWebApi(config);
  return {
    /** The workspace, and the scopes that the bot token has (null where the answer does not name them): auth.test. */
    async readGrant(): Promise<Grant> {
      const answer = await call('auth.test', () => web.auth.test());
      const { team = '', team_id = '', bot_id = '', enterprise_id, response_metadata } = answer;
      const enterpriseId = typeof enterprise_id === 'string' ? enterprise_id : null;
      const scopes = response_metadata?.scopes ?? null;
      return { workspace: team, teamId: team_id, enterpriseId, botId: bot_id, scopes };
    },

    /** The id of the app that a bot belongs to: bots.info, which needs users:read. */
    async readAppOf(botId: string): Promise<string | null> {
      const { bot } = await call('bots.info', () => web.bots.info({ bot: botId }));
      return bot?.app_id ?? null;
    },

    /** Whether Slack would open a socket for this app-level token: apps.connections.open. None is opened. */
    async askForSocket(appToken: string): Promise<void> {
      await call('apps.connections.open', () => web.apps.connections.open({ token: appToken }));
    },

    /** Opens a socket as the app does, closes it, and returns how long it took (ms). Throws SocketNotOpenedError. */
    async trySocket(appToken: string): Promise<number> {
      const { apiUrl, proxy } = config;
      const started = performance.now();
      const session = openSocket(
        { appToken, apiUrl, proxy },
        {
          // A request that arrives now was meant for the running app: Slack shows an error, and people click again.
          app: { processEvent: async () => undefined },
          log: createLog('silent'),
          onRefresh: () => undefined,
          onLost: () => undefined,
        },
      );
      try {
        await session.opened;
        return Math.round(performance.now() - started);
      } finally {
        await session.close();
      }
    },

    /** A channel: conversations.info, which needs channels:read, and groups:read for private ones. */
    async readChannel(channel: string) {
      const answer = await call('conversations.info', () => web.conversations.info({ channel }));
      return answer.channel ?? {};
    },

    /**
     * What Slack would refuse in a view or message, such as `/blocks/0/text: failed_constraint`: blocks.validate, which
     * posts nothing. Empty if it is valid.
     */
    async validateBlocks(payload: {
      view?: ModalView | HomeView;
      message?: { blocks: Blocks };
    }): Promise<string[]> {
      try {
        await call('blocks.validate', () => web.blocks.validate(payload));
        return [];
      } catch (error) {
        if (!(error instanceof SlackApiError) || !INVALID.includes(error.code)) throw error;
        const { data } = error.cause as { data?: unknown };
        const { errors = [] } = Complaints.safeParse(data).data ?? {};
        return errors.length > 0 ? errors.map(({ pointer, code }) => `${pointer}: ${code}`) : [error.code];
      }
    },

    /** All user groups of the workspace, including disabled ones: usergroups.list. */
    async listGroups(workspace: Workspace) {
      const team = teamForGroups(workspace);
      const options = { include_disabled: true, ...(team !== undefined && { team_id: team }) };
      const answer = await call('usergroups.list', () => web.usergroups.list(options));
      return answer.usergroups ?? [];
    },
  };
}
