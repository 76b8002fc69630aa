import { createWebApi, type WebApiConfig } from './web-api.ts';

/** What the doctor asks Slack about the app's set-up. */
export type SlackSetupApi = ReturnType<typeof createSetupApi>;

/** Connects to Slack's Web API, to read only. Every call throws SlackApiError when Slack refuses or does not answer. */
export function createSetupApi(config: WebApiConfig) {
  const { web, call } = createWebApi(config);
  return {
    /** The workspace, and the scopes that the bot token has (null where the answer does not name them): auth.test. */
    async readGrant(): Promise<{
      workspace: string;
      teamId: string;
      botId: string;
      scopes: string[] | null;
    }> {
      const answer = await call('auth.test', () => web.auth.test());
      const { team = '', team_id = '', bot_id = '', response_metadata } = answer;
      return { workspace: team, teamId: team_id, botId: bot_id, scopes: response_metadata?.scopes ?? null };
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

    /** A channel: conversations.info, which needs channels:read, and groups:read for private ones. */
    async readChannel(channel: string) {
      const answer = await call('conversations.info', () => web.conversations.info({ channel }));
      return answer.channel ?? {};
    },

    /** All user groups, those that were switched off as well: usergroups.list. */
    async listGroups() {
      const answer = await call('usergroups.list', () => web.usergroups.list({ include_disabled: true }));
      return answer.usergroups ?? [];
    },
  };
}
