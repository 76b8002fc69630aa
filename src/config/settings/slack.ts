import type { SettingRow } from '../setting.ts';
import * as check from '../validators.ts';

/** How the app reaches its Slack workspace, and what it is called there. */
export const slackSettings = {
  SLACK_BOT_TOKEN: {
    meaning: 'The bot token that the app uses in Slack.',
    secret: true,
    expected: 'a bot token starting with xoxb-',
    whereToGet: 'Slack app settings > OAuth & Permissions > Bot User OAuth Token',
    check: check.slackToken('xoxb-'),
  },
  SLACK_APP_TOKEN: {
    meaning: 'The app-level token. When set, the app uses Socket Mode and needs no public address.',
    secret: true,
    expected: 'an app-level token starting with xapp-',
    whereToGet: 'Slack app settings > Basic Information > App-Level Tokens, with the scope connections:write',
    check: check.slackToken('xapp-').optional(),
  },
  SLACK_SIGNING_SECRET: {
    meaning: 'Verifies that requests come from Slack. Required without SLACK_APP_TOKEN (HTTP mode).',
    secret: true,
    expected: 'a signing secret, usually 32 letters and digits',
    whereToGet: 'Slack app settings > Basic Information > App Credentials > Signing Secret',
    check: check.slackToken('').optional(),
  },
  SLACK_API_URL: {
    meaning: "The base URL of Slack's Web API, for tests and proxies.",
    default: 'https://slack.com/api/',
    expected: 'an http or https URL, e.g. https://slack.com/api/',
    check: check.slackApiUrl,
  },
  SLASH_COMMAND: {
    meaning: 'The slash command that opens the form. Give each instance in a workspace its own.',
    default: '/order-cloud',
    expected: 'a slash and up to 31 small letters, digits, - or _, e.g. /order-cloud',
    check: check.pattern(/^\/[\p{Ll}\p{Lo}\p{N}_-]{1,31}$/u),
  },
  APP_LABEL: {
    meaning:
      'Distinguishes this instance from others in the workspace: part of its name, and shown in its messages.',
    expected: 'up to 20 letters, digits, spaces, dots or -, e.g. staging',
    check: check.pattern(/^[\p{L}\p{N}][\p{L}\p{N} .-]{0,19}$/u).optional(),
  },
  PUBLIC_URL: {
    meaning: 'The HTTPS address at which Slack reaches the app, for the manifest (HTTP mode).',
    expected: 'an https address, e.g. https://order-cloud.example.com',
    check: check.publicUrl.optional(),
  },
} satisfies Record<string, SettingRow>;
