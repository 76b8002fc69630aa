import { type AppNames, appNames } from './app-names.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES, SHORTCUT } from './ids.ts';

/** A manifest of Slack's schema, major version 2. */
export type Manifest = ReturnType<typeof manifestFor>;

/**
 * The manifest of the app at Slack, for the instance with these names. With `publicUrl` (an https address without a
 * trailing slash) Slack calls the app there; null: Socket Mode.
 */
export function manifestFor(names: Parameters<typeof appNames>[0], publicUrl: string | null) {
  const app = appNames(names);
  const events = publicUrl === null ? null : `${publicUrl}/slack/events`;
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: app.name,
      description: 'Buy OVHcloud Public Cloud projects from Slack, with the price and an approval first.',
      long_description: longDescription(app),
      background_color: '#00185e',
    },
    features: {
      // The Home tab is everybody's inbox. The Messages tab shows the app's direct messages; it reads none.
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: app.bot, always_online: true },
      shortcuts: [
        {
          // Slack allows 24 characters.
          name: 'Order a cloud project',
          type: 'global',
          callback_id: SHORTCUT,
          description: `Order a Public Cloud project${labelOf(app)}, with the price and an approval first`,
        },
      ],
      slash_commands: [
        {
          command: app.command,
          ...(events && { url: events }),
          description: `Order an OVHcloud Public Cloud project${labelOf(app)}`,
          usage_hint: '[project name]',
          should_escape: true,
        },
      ],
    },
    // Slack wants the optional ones in both lists.
    oauth_config: {
      scopes: { bot: [...BOT_SCOPES, ...OPTIONAL_SCOPES], bot_optional: [...OPTIONAL_SCOPES] },
    },
    settings: {
      interactivity: { is_enabled: true, ...(events && { request_url: events }) },
      event_subscriptions: { ...(events && { request_url: events }), bot_events: ['app_home_opened'] },
      socket_mode_enabled: events === null,
      org_deploy_enabled: false,
      token_rotation_enabled: false,
    },
  };
}

function labelOf({ label }: AppNames): string {
  return label === null ? '' : ` (${label})`;
}

function longDescription({ command }: AppNames): string {
  return [
    `Type ${command} and the name of a project. The app asks OVHcloud for the price and shows it in the channel;`,
    'an approver says yes or no in the thread of that message. An approved order is placed once, exactly as it was',
    'shown, and the payment link is posted. Who asked, who decided and why stays readable there.',
  ].join(' ');
}
