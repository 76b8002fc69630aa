import type { LevelWithSilent } from 'pino';
import { crossCheck } from './cross-checks.ts';
import { ConfigError, describeFound, type SettingError, settingErrorLine } from './errors.ts';
import { type Region, regionOf } from './regions.ts';
import { settings, table, type Values } from './settings.ts';

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
  http: { port: number; host: string };
  ovh: {
    /** `ovh-eu`, `ovh-ca`, `ovh-us`, or an https URL with base path and without a trailing slash. */
    endpoint: string;
    /** What differs between OVHcloud's clouds, for the one behind the endpoint. */
    region: Region;
    applicationKey: string;
    applicationSecret: string;
    consumerKey: string;
    /** Without it, the account's own (GET /me). */
    subsidiary?: string;
    planCode: string;
    autoPay: boolean;
    timeoutSeconds: number;
    /** How many calls to OVHcloud may run at the same time. */
    callsAtOnce: number;
    /** How many placed or ended orders are looked after in a minute, at most. */
    followPerMinute: number;
  };
  databaseUrl: string;
  /** How many days after its end an order keeps its voucher and checkout URL. */
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
  /** Empty: anywhere the app can post. */
  channels: string[];
  checkoutUrlTo: 'channel' | 'requester';
  /** BCP 47 tag, such as `fr` or `fr-CA`. */
  locale: string;
  logLevel: LevelWithSilent;
};

/** Groups the values by what they are for. */
export function toConfig(values: Values): Config {
  const region = regionOf(values.OVH_ENDPOINT, values.OVH_SUBSIDIARY);
  return {
    slack: {
      botToken: values.SLACK_BOT_TOKEN,
      ...(values.SLACK_APP_TOKEN && { appToken: values.SLACK_APP_TOKEN }),
      ...(values.SLACK_SIGNING_SECRET && { signingSecret: values.SLACK_SIGNING_SECRET }),
      apiUrl: values.SLACK_API_URL,
    },
    http: { port: values.PORT, host: values.HOST },
    ovh: {
      endpoint: values.OVH_ENDPOINT,
      region,
      applicationKey: values.OVH_APPLICATION_KEY,
      applicationSecret: values.OVH_APPLICATION_SECRET,
      consumerKey: values.OVH_CONSUMER_KEY,
      ...(values.OVH_SUBSIDIARY && { subsidiary: values.OVH_SUBSIDIARY }),
      planCode: values.OVH_PLAN_CODE ?? region.planCode,
      autoPay: values.OVH_AUTOPAY,
      timeoutSeconds: values.OVH_TIMEOUT_SECONDS,
      callsAtOnce: values.OVH_CALLS_AT_ONCE,
      followPerMinute: values.OVH_FOLLOW_PER_MINUTE,
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
    channels: values.CHANNELS ?? [],
    checkoutUrlTo: values.CHECKOUT_URL_TO,
    locale: values.LOCALE,
    logLevel: values.LOG_LEVEL,
  };
}

export { ConfigError, type SettingError, settings, type Values };

/** Where the orders are, for commands that need no other setting. Throws ConfigError. */
export function readDatabaseUrl(env: Record<string, string | undefined>): string {
  const setting = { name: 'DATABASE_URL', ...table.DATABASE_URL };
  const raw = env.DATABASE_URL?.trim() || setting.default;
  const { success, data, error } = setting.check.safeParse(raw);
  if (success) return data;
  throw new ConfigError([settingErrorLine({ ...setting, found: describeFound(setting, raw, error.issues) })]);
}

/**
 * Reads each setting by itself from an environment such as `process.env`: the values of those that are right, and what
 * is missing, wrong or does not fit another. White space around a value is dropped; empty is not set.
 */
export function readSettings(env: Record<string, string | undefined>): {
  values: Partial<Values>;
  errors: SettingError[];
} {
  const given: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const errors: SettingError[] = [];
  for (const setting of settings) {
    const { name } = setting;
    const raw = env[name]?.trim() || setting.default;
    if (raw !== undefined) given[name] = raw;
    const { success, data, error } = setting.check.safeParse(raw);
    if (success) values[name] = data;
    else errors.push({ ...setting, found: describeFound(setting, raw, error.issues) });
  }
  return { values, errors: [...errors, ...crossCheck(given, values as Partial<Values>)] };
}

/**
 * The settings as the app uses them.
 * @throws {ConfigError} with one line for each setting that is missing, wrong or does not fit another
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const { values, errors } = readSettings(env);
  if (errors.length > 0) throw new ConfigError(errors.map(settingErrorLine));
  return toConfig(values as Values);
}
