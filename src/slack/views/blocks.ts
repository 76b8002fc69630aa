import type { types } from '@slack/bolt';
import { operatorName } from '../../orders/operator.ts';
import { truncate } from '../../orders/typed-text.ts';
import type { Language } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar.ts';
import { isDirectMessage, isGroupId } from '../id-kinds.ts';
import { isTyped, toMrkdwn, toRichText, typed } from './markup.ts';

/** The blocks of a message or view. */
export type Blocks = types.KnownBlock[];
/** A modal, as views.open takes it. */
export type ModalView = types.ModalView;
/** The app's Home, as views.publish takes it. */
export type HomeView = types.HomeView;

/** What a message says: `text` says it all on its own, for notifications and screen readers. */
export type Content = { text: string; blocks: Blocks };

/** A message: its text, in mrkdwn as in the catalogues, and its blocks. */
export function message(markup: string, blocks: Blocks): Content {
  return { text: toMrkdwn(markup), blocks };
}

/** A mention of a person or user group. */
export function mention(id: string): string {
  return isGroupId(id) ? `<!subteam^${id}>` : `<@${id}>`;
}

/** A mention of a channel; empty for direct messages, which have no name. */
export function channelMention(id: string): string {
  return isDirectMessage(id) ? '' : `<#${id}>`;
}

/** Who did something: a mention, or the name of an operator, who may not be in Slack. */
export function actor(by: string, { messages }: Language): string {
  const name = operatorName(by);
  return name === null ? mention(by) : messages.quoteFields.operator({ name: typed(name) });
}

/** A list of mentions as the language writes it: `@a, @b and @c`. */
export function mentions(ids: readonly string[], { locale }: Language): string {
  return formatList(locale, ids.map(mention));
}

/** A time that each reader sees in their own time zone; `at` in ms since 1970. */
export function slackDate(at: number, { locale, messages }: Language): string {
  const fallback = `${timeFormat(locale).format(at)} UTC`;
  return `<!date^${Math.floor(at / 1000)}^${messages.quoteFields.date}|${fallback}>`;
}

/** Cached, because creating a format is slow; one per language. */
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

/** A paragraph; rich_text if it contains user input, which is literal there. */
export function paragraph(markup: string): types.RichTextBlock | types.SectionBlock {
  if (isTyped(markup)) return { type: 'rich_text', elements: toRichText(markup) };
  return { type: 'section', text: { type: 'mrkdwn', text: truncate(markup, 3000), verbatim: true } };
}

/** A context block. */
export function context(markup: string): types.ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: truncate(toMrkdwn(markup), 3000), verbatim: true }],
  };
}

/** A line between two things. */
export const divider: types.DividerBlock = { type: 'divider' };

/** A row of buttons and menus; no block if there are none. */
export function actions(...elements: (types.Button | types.Overflow | null)[]): Blocks {
  const present = elements.filter((element) => element !== null);
  return present.length > 0 ? [{ type: 'actions', elements: present }] : [];
}

/** A button; `value` names what it acts on, never a person's text. */
export function button(
  action: string,
  label: string,
  options: Omit<types.Button, 'type' | 'action_id' | 'text'> = {},
): types.Button {
  return { type: 'button', action_id: action, text: { type: 'plain_text', text: label }, ...options };
}

/** The confirmation dialog of a button; plain text without emoji codes, so that nothing needs escaping. */
export function confirm(dialog: {
  title: string;
  text: string;
  yes: string;
  no: string;
}): types.ConfirmationDialog {
  const { title, text, yes, no } = dialog;
  return {
    title: { type: 'plain_text', text: truncate(title, 100), emoji: false },
    text: { type: 'plain_text', text: truncate(text, 300), emoji: false },
    confirm: { type: 'plain_text', text: truncate(yes, 30) },
    deny: { type: 'plain_text', text: truncate(no, 30) },
  };
}
