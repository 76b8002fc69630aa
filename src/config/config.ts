import type { LevelWithSilent } from 'pino';
import { type Credentials, credentialsIn } from './credentials.ts';
import { type Features, type Region, regionOf } from './regions.ts';
import type { Values } from './settings.ts';

/** Whether the form asks for a monthly budget. */
type BudgetMode = Values['BUDGET'];

/** The settings as the app uses them, all checked. */
export type Config = {
  slack: {
    botToken: string;
    /** Socket Mode when set; else HTTP mode, and `signingSecret` is there. */
    appToken?: string;
    signingSecret?: string;
    /** With a trailing slash. */
    apiUrl: string;
  };
  /** The outgoing proxy. */
  proxy: { http: string | null; https: string | null; no: string } | null;
  /** What this instance is called in its workspace. */
  app: { command: string; label: string | null };
  http: { port: number; host: string };
  /** How long the port stays open after SIGTERM in HTTP mode. */
  shutdownDelayMs: number;
  ovh: Credentials & {
    /** `ovh-eu`, `ovh-ca`, `ovh-us`, or an https URL with base path and without a trailing slash. */
    endpoint: string;
    /** What differs between OVHcloud's clouds, for the one behind the endpoint. */
    region: Region;
    /** Without it, the account's own (GET /me). */
    subsidiary?: string;
    planCode: string;
    autoPay: boolean;
    /** Whether the app confirms approved orders that cost exactly nothing. */
    settleFreeOrders: boolean;
    timeoutSeconds: number;
    /** How many calls to OVHcloud may run at the same time. */
    callsAtOnce: number;
    /** Maximum placed or closed orders processed per minute. */
    followPerMinute: number;
    /** How many calls a minute new orders share for their quotes. */
    callsPerMinute: number;
  };
  databaseUrl: string;
  /** How many days after its end an order keeps its voucher and payment link. */
  retainSecretsDays: number;
  approvals: {
    /** Ids of people (U…, W…) and user groups (S…). */
    approvers: string[];
    required: number;
    allowSelfApproval: boolean;
    timeoutHours: number;
    remindAfterHours: number;
  };
  /** Ids of people and user groups; empty: every full member. */
  requesters: string[];
  /** How many open orders one person may have at the same time. */
  openOrdersPerPerson: number;
  /** Empty: anywhere the app can post. */
  channels: string[];
  checkoutUrlTo: 'channel' | 'requester';
  /** Monthly budgets of projects: whether the form asks for one, and how often spend is read. */
  budgets: { mode: BudgetMode; checkHours: number };
  /** BCP 47 tag, such as `fr` or `fr-CA`. */
  locale: string;
  logLevel: LevelWithSilent;
};

/** The features that the settings switch on and that need further permissions at OVHcloud. */
export function featuresIn({ OVH_SETTLE_FREE_ORDERS: settles, BUDGET: budget }: Partial<Values>): Features {
  return {
    ...(settles && { settleFreeOrders: true }),
    ...(budget !== undefined && budget !== 'off' && { budgets: true }),
  };
}

/** Groups the values by purpose. Their cross-checks have passed: see cross-checks.ts. */
export function toConfig(values: Values): Config {
  const region = regionOf(values.OVH_ENDPOINT, values.OVH_SUBSIDIARY, featuresIn(values));
  const credentials = credentialsIn(values);
  if (!credentials) throw new Error('The settings do not contain exactly one set of OVHcloud credentials');
  return {
    slack: {
      botToken: values.SLACK_BOT_TOKEN,
      ...(values.SLACK_APP_TOKEN && { appToken: values.SLACK_APP_TOKEN }),
      ...(values.SLACK_SIGNING_SECRET && { signingSecret: values.SLACK_SIGNING_SECRET }),
      apiUrl: values.SLACK_API_URL,
    },
    proxy: proxyOf(values),
    app: { command: values.SLASH_COMMAND, label: values.APP_LABEL ?? null },
    http: { port: values.PORT, host: values.HOST },
    shutdownDelayMs: values.SHUTDOWN_DELAY_SECONDS * 1_000,
    ovh: {
      endpoint: values.OVH_ENDPOINT,
      region,
      ...credentials,
      ...(values.OVH_SUBSIDIARY && { subsidiary: values.OVH_SUBSIDIARY }),
      planCode: values.OVH_PLAN_CODE ?? region.planCode,
      autoPay: values.OVH_AUTOPAY,
      settleFreeOrders: values.OVH_SETTLE_FREE_ORDERS,
      timeoutSeconds: values.OVH_TIMEOUT_SECONDS,
      callsAtOnce: values.OVH_CALLS_AT_ONCE,
      followPerMinute: values.OVH_FOLLOW_PER_MINUTE,
      callsPerMinute: values.OVH_CALLS_PER_MINUTE,
    },
    databaseUrl: values.DATABASE_URL,
    retainSecretsDays: values.RETAIN_SECRETS_DAYS,
    approvals: {
      approvers: values.APPROVERS,
      required: values.APPROVALS_REQUIRED,
      allowSelfApproval: values.ALLOW_SELF_APPROVAL,
      timeoutHours: values.APPROVAL_TIMEOUT_HOURS,
      remindAfterHours: values.REMIND_AFTER_HOURS,
    },
    requesters: values.REQUESTERS ?? [],
    openOrdersPerPerson: values.OPEN_ORDERS_PER_PERSON,
    channels: values.CHANNELS ?? [],
    checkoutUrlTo: values.CHECKOUT_URL_TO,
    budgets: { mode: values.BUDGET, checkHours: values.BUDGET_CHECK_HOURS },
    locale: values.LOCALE,
    logLevel: values.LOG_LEVEL,
  };
}

/** This machine is never reached through the proxy. */
const HERE = 'localhost,127.0.0.1,[::1]';

/** The proxy in these settings; null if there is none. */
export function proxyOf(values: Partial<Values>): Config['proxy'] {
  const { HTTP_PROXY: http = null, HTTPS_PROXY: https = null, NO_PROXY: no } = values;
  if (http === null && https === null) return null;
  return { http, https, no: no ? `${no},${HERE}` : HERE };
}
