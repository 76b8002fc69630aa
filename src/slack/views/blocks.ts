import type { types } from '@slack/bolt';
import type { Language } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar.ts';

/** The blocks of a message or view. */
export type Blocks = types.KnownBlock[];
export type Button = types.Button;
/** A modal, as views.open takes it. */
export type ModalView = types.ModalView;
/** The app's Home, as views.publish takes it. */
export type HomeView = types.HomeView;

/**
 * Makes text typed by people harmless in mrkdwn: no mention, link or channel call gets through. What would be longer
 * than `max` after that is cut between two characters, with an ellipsis.
 */
export function escapeMrkdwn(text: string, max = Number.POSITIVE_INFINITY): string {
  let harmless = '';
  for (const character of text) {
    const next = ESCAPES[character] ?? character;
    if (harmless.length + next.length >= max) return `${harmless}…`;
    harmless += next;
  }
  return harmless;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Cuts text to `max` characters, with an ellipsis in place of what is missing. */
export function truncate(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Someone's name, as a mention that Slack fills in. */
export function mention(id: string): string {
  return id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`;
}

/** Several people in a row, as the language does it: `@a, @b and @c`. */
export function mentions(ids: readonly string[], { locale }: Language): string {
  return formatList(locale, ids.map(mention));
}

/** A time that each reader sees in their own time zone; `at` in ms since 1970. */
export function slackDate(at: number, { locale, messages }: Language): string {
  const fallback = `${timeFormat(locale).format(at)} UTC`;
  return `<!date^${Math.floor(at / 1000)}^${messages.quoteFields.date}|${fallback}>`;
}

/** Making a format takes long; there are as many as languages. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(locale: string): Intl.DateTimeFormat {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  const format = timeFormats.get(locale) ?? new Intl.DateTimeFormat(locale, style);
  timeFormats.set(locale, format);
  return format;
}

/** A heading, shown as it is: no mrkdwn, no emoji codes. */
export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: truncate(text, 150), emoji: false } };
}

/** A paragraph of mrkdwn (Slack takes up to 3,000 characters). */
export function section(text: string): types.SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: truncate(text, 3000) } };
}

/** Label and value pairs, two to a row; at most ten. */
export function fields(pairs: readonly (readonly [label: string, value: string])[]): types.SectionBlock {
  const fields = pairs.map(([label, value]) => ({
    type: 'mrkdwn' as const,
    text: truncate(`*${label}*\n${value}`, 2000),
  }));
  return { type: 'section', fields };
}

/** Small print. */
export function context(text: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: truncate(text, 3000) }] };
}

/** A row of buttons. */
export function buttons(...elements: types.Button[]): types.ActionsBlock {
  return { type: 'actions', elements };
}

/** A button; `value` names what it acts on, never a person's text. */
export function button(
  action: string,
  label: string,
  options: Omit<types.Button, 'type' | 'action_id' | 'text'> = {},
): types.Button {
  return { type: 'button', action_id: action, text: { type: 'plain_text', text: label }, ...options };
}

/** The dialog that asks again before a button acts; plain text, so that nothing needs escaping. */
export function confirm(title: string, text: string, yes: string, no: string): types.ConfirmationDialog {
  return {
    title: { type: 'plain_text', text: truncate(title, 100) },
    text: { type: 'plain_text', text: truncate(text, 300) },
    confirm: { type: 'plain_text', text: truncate(yes, 30) },
    deny: { type: 'plain_text', text: truncate(no, 30) },
  };
}
