import { z } from 'zod';
import { regions } from './regions.ts';
import type { Setting } from './setting.ts';
import * as check from './validators.ts';

const OVH_KEYS = `made at ${regions['ovh-eu'].createToken} (permissions and other regions: docs/setup.md)`;
const OVH_SERVICE_ACCOUNT =
  'OVHcloud control panel > Identity, Security & Operations > Identities > Service accounts (docs/setup.md)';
const PEOPLE = 'IDs of people (U…, W…) or user groups (S…), separated by commas, e.g. U024BE7LH,S0614TZR7';

/** Every setting, an environment variable each. Without a default and not `.optional()`: it must be set. */
export const table = {
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
  PORT: {
    meaning: 'The port for /slack/events (HTTP mode), /healthz, /readyz and /metrics.',
    default: '3000',
    expected: 'a port number from 0 (any free one) to 65535, e.g. 3000',
    check: check.wholeNumber(0, 65535),
  },
  HOST: {
    meaning: 'The address to listen on; 127.0.0.1 accepts connections from this machine only.',
    default: '0.0.0.0',
    expected: 'an address or host name of this machine, e.g. 0.0.0.0',
    check: check.nonBlank,
  },
  SHUTDOWN_DELAY_SECONDS: {
    meaning:
      'How many seconds after SIGTERM the port still accepts requests in HTTP mode, while /readyz answers 503.',
    default: '5',
    expected: 'seconds, from 0 to 300, e.g. 5',
    check: check.wholeNumber(0, 300),
  },
  HTTPS_PROXY: {
    meaning: 'The proxy for Slack (Web API and socket) and OVHcloud, where there is no direct way out.',
    secret: true,
    expected:
      'http://HOST:PORT or http://USER:PASSWORD@HOST:PORT (URL-encoded), e.g. http://proxy.example.com:3128',
    check: check.proxyUrl.optional(),
  },
  HTTP_PROXY: {
    meaning: 'The same for http:// addresses, such as a SLACK_API_URL of your own.',
    secret: true,
    expected:
      'http://HOST:PORT or http://USER:PASSWORD@HOST:PORT (URL-encoded), e.g. http://proxy.example.com:3128',
    check: check.proxyUrl.optional(),
  },
  NO_PROXY: {
    meaning: 'Hosts that are reached without the proxy. This machine always is.',
    expected:
      'host names, separated by commas; .example.com stands for all hosts below it, e.g. ovh.example.com,.internal',
    check: check.pattern(/^[^\s]+$/).optional(),
  },
  OVH_ENDPOINT: {
    meaning: 'The OVHcloud region of your account, or an HTTPS URL in front of it.',
    default: 'ovh-eu',
    expected: 'ovh-eu, ovh-ca, ovh-us or an https URL with its base path, e.g. https://eu.api.ovh.com/1.0',
    check: check.ovhEndpoint,
  },
  OVH_CLIENT_ID: {
    meaning: 'The client ID of the OVHcloud service account.',
    expected: 'the client ID of a service account',
    whereToGet: OVH_SERVICE_ACCOUNT,
    check: check.nonBlank.optional(),
  },
  OVH_CLIENT_SECRET: {
    meaning: 'The client secret of the OVHcloud service account.',
    secret: true,
    expected: 'the client secret of a service account',
    whereToGet: OVH_SERVICE_ACCOUNT,
    check: check.nonBlank.optional(),
  },
  OVH_APPLICATION_KEY: {
    meaning: 'The OVHcloud application key.',
    secret: true,
    expected: 'an application key, usually 16 letters and digits',
    whereToGet: OVH_KEYS,
    check: check.nonBlank.optional(),
  },
  OVH_APPLICATION_SECRET: {
    meaning: 'The OVHcloud application secret: signs requests.',
    secret: true,
    expected: 'an application secret, usually 32 letters and digits',
    whereToGet: OVH_KEYS,
    check: check.nonBlank.optional(),
  },
  OVH_CONSUMER_KEY: {
    meaning: 'The OVHcloud consumer key: grants access to the purchasing account.',
    secret: true,
    expected: 'a consumer key, usually 32 letters and digits',
    whereToGet: OVH_KEYS,
    check: check.nonBlank.optional(),
  },
  OVH_SUBSIDIARY: {
    meaning: 'The OVHcloud subsidiary that bills the account. When empty, it is read from the account.',
    expected: 'a subsidiary in capital letters, e.g. FR',
    check: check.pattern(/^[A-Z]{2,4}$/).optional(),
  },
  OVH_PLAN_CODE: {
    meaning: 'The plan to order. When empty: project.2018, or project on ovh-us.',
    expected: 'a plan code, e.g. project.2018',
    check: check.pattern(/^[\w.-]+$/).optional(),
  },
  OVH_AUTOPAY: {
    meaning: "Pay with the account's preferred payment method: approving an order then charges the account.",
    default: 'false',
    expected: 'true or false',
    check: check.boolean,
  },
  OVH_SETTLE_FREE_ORDERS: {
    meaning: 'Confirm approved orders that cost exactly nothing, without a click on the payment link.',
    default: 'false',
    expected: 'true or false; false on ovh-us',
    check: check.boolean,
  },
  OVH_TIMEOUT_SECONDS: {
    meaning: 'Timeout of a request to OVHcloud, in seconds.',
    default: '30',
    expected: 'seconds, above 0 and at most 3600, e.g. 30 or 2.5',
    check: check.positiveNumber(3600),
  },
  OVH_CALLS_AT_ONCE: {
    meaning: 'Maximum number of concurrent OVHcloud requests; others queue.',
    default: '20',
    expected: 'a whole number from 1 to 1000, e.g. 20',
    check: check.wholeNumber(1, 1000),
  },
  OVH_FOLLOW_PER_MINUTE: {
    meaning: 'Maximum number of placed orders polled per minute; a poll takes one or two OVHcloud requests.',
    default: '60',
    expected: 'a whole number from 1 to 6000, e.g. 60',
    check: check.wholeNumber(1, 6000),
  },
  OVH_CALLS_PER_MINUTE: {
    meaning:
      'Maximum number of calls per minute that new orders make to OVHcloud for their quotes; others wait.',
    default: '600',
    expected: 'a whole number from 12 to 60000, e.g. 600',
    check: check.wholeNumber(12, 60_000),
  },
  DATABASE_URL: {
    meaning:
      'Where orders are stored: an SQLite file (created if needed), or a PostgreSQL database that replicas share.',
    default: 'sqlite:data/order-cloud.db',
    secret: true,
    expected: 'sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE, e.g. sqlite:data/order-cloud.db',
    check: check.databaseUrl,
  },
  RETAIN_SECRETS_DAYS: {
    meaning: 'How many days after an order ends its voucher and payment link are kept.',
    default: '30',
    expected: 'days, above 0 and at most 3650, e.g. 30',
    check: check.positiveNumber(3650),
  },
  APPROVERS: {
    meaning: 'Who may approve: IDs of people (U…, W…) and user groups (S…), separated by commas.',
    expected: PEOPLE,
    whereToGet: 'Slack profile > ⋮ > Copy member ID; user group > ⋮ > Copy group ID',
    check: check.slackIds('UWS'),
  },
  APPROVALS_REQUIRED: {
    meaning: 'How many different people must approve an order.',
    default: '1',
    expected: 'a whole number of people, 1 or more, e.g. 1',
    check: check.wholeNumber(1, 1000),
  },
  ALLOW_SELF_APPROVAL: {
    meaning: 'Whether approvers may approve their own orders.',
    default: 'false',
    expected: 'true or false',
    check: check.boolean,
  },
  APPROVAL_TIMEOUT_HOURS: {
    meaning: 'How many hours an order waits for approval before it expires.',
    default: '72',
    expected: 'hours, above 0 and at most 8760 (a year), e.g. 72',
    check: check.positiveNumber(8760),
  },
  REMIND_AFTER_HOURS: {
    meaning:
      'How many hours until pending approvers are reminded; each further reminder waits twice as long.',
    default: '24',
    expected: 'hours, above 0 and at most 8760 (a year), e.g. 24',
    check: check.positiveNumber(8760),
  },
  REQUESTERS: {
    meaning: 'Who may order: IDs as in APPROVERS. When empty: every full member of the workspace.',
    expected: PEOPLE,
    check: check.slackIds('UWS').optional(),
  },
  OPEN_ORDERS_PER_PERSON: {
    meaning: 'Maximum number of open orders of one person at the same time.',
    default: '20',
    expected: 'a whole number from 1 to 10000, e.g. 20',
    check: check.wholeNumber(1, 10_000),
  },
  CHANNELS: {
    meaning: 'Where orders may be placed: channel IDs. When empty: anywhere the app can post.',
    expected: 'IDs of channels (C…, G…), no direct messages, separated by commas, e.g. C061EG9SL',
    whereToGet: "the channel's name at the top in Slack > About > Channel ID",
    check: check.slackIds('CG').optional(),
  },
  BUDGET: {
    meaning:
      'Whether the form asks for a monthly budget. The app reports what such a project spends; it caps nothing.',
    default: 'optional',
    expected: 'off, optional or required',
    check: z.enum(['off', 'optional', 'required']),
  },
  BUDGET_CHECK_HOURS: {
    meaning: 'How many hours between two readings of what a project with a budget spends.',
    default: '24',
    expected: 'hours, above 0 and at most 168 (a week), e.g. 24',
    check: check.positiveNumber(168),
  },
  CHECKOUT_URL_TO: {
    meaning:
      'Who gets the payment link: channel (in the thread, also sent to the channel) or requester (a direct message).',
    default: 'channel',
    expected: 'channel or requester',
    check: z.enum(['channel', 'requester']),
  },
  LOCALE: {
    meaning: "The language of shared messages. What only one person sees is in that person's Slack language.",
    default: 'en',
    expected: 'en, fr, it, de or es, with a region if you like, e.g. fr-CA',
    check: check.locale(['en', 'fr', 'it', 'de', 'es']),
  },
  LOG_LEVEL: {
    meaning: 'How much is logged.',
    default: 'info',
    expected: 'fatal, error, warn, info, debug, trace or silent',
    check: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
} satisfies Record<string, Omit<Setting, 'name'>>;

/** The values that the table's validators produce from the environment. */
export type Values = { [Name in keyof typeof table]: z.output<(typeof table)[Name]['check']> };

/** The table as a list. */
export const settings: Setting[] = Object.entries(table).map(([name, row]) => ({ name, ...row }));
