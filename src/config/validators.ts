import { z } from 'zod';
import { redactForDisplay } from './errors.ts';
import { type RegionName, regions } from './regions.ts';

const SLACK_TOKENS: Record<string, string> = {
  'xoxb-': 'a bot token (xoxb-)',
  'xoxp-': "a person's user token (xoxp-)",
  'xapp-': 'an app-level token (xapp-)',
  xoxe: 'a token that expires (xoxe): turn token rotation off',
};

/** Text that matches a pattern. */
export function pattern(shape: RegExp) {
  return z.string().regex(shape);
}

/** Any text without white space in it. */
export const nonBlank = pattern(/^\S+$/);

/** A Slack token of one kind, or with `''` a secret that is no token. Another kind is named, not shown. */
export function slackToken(prefix: 'xoxb-' | 'xapp-' | '') {
  return pattern(new RegExp(`^${prefix}\\S+$`)).superRefine((value, context) => {
    const kind = Object.keys(SLACK_TOKENS).find((start) => value.startsWith(start));
    if (kind && kind !== prefix) {
      context.addIssue({ code: 'custom', message: `but got ${SLACK_TOKENS[kind]}` });
    }
  });
}

/** Slack ids, comma separated, each starting with one of the letters. At least one; duplicates are dropped. */
export function slackIds(letters: string) {
  const shape = new RegExp(`^[${letters}][A-Z0-9]+$`);
  const list = z.array(z.string()).min(1);
  return z
    .string()
    .transform(commaSeparated)
    .pipe(
      list.superRefine((ids, context) => {
        const wrong = ids.filter((id) => !shape.test(id));
        if (wrong.length > 0) {
          context.addIssue({ code: 'custom', message: `got ${wrong.map(redactForDisplay).join(', ')}` });
        }
      }),
    );
}

function commaSeparated(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  return pattern(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));
}

/** A number above 0 and up to `max`, fractions allowed. */
export function positiveNumber(max: number) {
  return pattern(/^(\d+|\d*\.\d+)$/)
    .transform(Number)
    .pipe(z.number().positive().max(max));
}

/** A strict boolean: a typo must not disable a safety, or enable autopay. */
export const boolean = z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'] });

/** The base URL of Slack's Web API; comes out with a trailing slash. */
export const slackApiUrl = z
  .url({ protocol: /^https?$/ })
  .regex(/^[^?#@\s]+$/)
  .transform((url) => url.replace(/\/*$/, '/'));

/** A proxy for HTTP, maybe with credentials. */
export const proxyUrl = z
  .url({ protocol: /^https?$/ })
  .regex(/^https?:\/\/([^\s/?#@]+@)?[^\s/?#@]+\/?$/)
  .refine(
    (url) => !URL.canParse(url) || isDecodable(new URL(url)),
    'but user and password are not URL-encoded',
  );

function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}${password}`);
    return true;
  } catch {
    return false;
  }
}
/** An https address, the only kind that Slack calls; comes out without a trailing slash. */
export const publicUrl = z
  .url({ protocol: /^https$/ })
  .regex(/^[^?#@\s]+$/)
  .transform((url) => url.replace(/\/+$/, ''));

/** A region's name, or the https URL of an OVHcloud API with its base path; comes out without a trailing slash. */
export const ovhEndpoint = z.union([
  z.enum(Object.keys(regions) as RegionName[]),
  z
    .url({ protocol: /^https$/ })
    .regex(/^https:\/\/[^/?#@\s]+\/+[^/?#@\s][^?#@\s]*$/)
    .transform((url) => url.replace(/\/+$/, '')),
]);

/** The URL of a supported database. */
export const databaseUrl = z.string().superRefine((url, context) => {
  const found = whatIsWrongWithDatabaseUrl(url);
  if (found) context.addIssue({ code: 'custom', message: found });
});

function whatIsWrongWithDatabaseUrl(url: string): string | null {
  if (/^sqlite:./.test(url)) return null;
  const [, authority = ''] = /^postgres(?:ql)?:\/\/([^\s/?#]*)/.exec(url) ?? [];
  const hosts = authority.replace(/^.*@/, '');
  if (hosts.includes(',') || /[?&]host=[^&]*(,|%2c)/i.test(url)) {
    return 'but it names several hosts: name one, the primary or a pooler that finds it';
  }
  const isSocket = /^postgres(ql)?:\/\/([^\s/]*@)?\/[^\s?]+\?(.*&)?host=(\/|%2f)/i.test(url);
  if (isSocket || /^postgres(ql)?:\/\/[^\s/]+\/./.test(url)) return null;
  const mayHoldPassword = /:\/\/|@/.test(url);
  return mayHoldPassword
    ? 'but got another address (not shown, it may hold a password)'
    : `got ${redactForDisplay(url)}`;
}

/** A BCP 47 tag of one of these languages, alone or with a region; comes out as such tags are written: `fr-CA`. */
export function locale(languages: readonly string[]) {
  return pattern(new RegExp(`^(${languages.join('|')})(-([a-z]{2}|\\d{3}))?$`, 'i')).transform(
    (tag) => new Intl.Locale(tag).baseName,
  );
}
