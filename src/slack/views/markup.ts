import type { types } from '@slack/bolt';
import { charactersOf, toCleanText, toLine, truncate } from '../../orders/typed-text.ts';
import { isWebAddress } from './web-address.ts';

/*
 * Texts are written in Slack's mrkdwn. What others wrote (people in a form, OVHcloud in an answer) is inserted by `typed`,
 * `quoted` and `link`, between noncharacters, so that nothing in it is taken for mrkdwn. It then becomes rich_text, where it
 * is literal, or mrkdwn and plain text in which it has no effect. Invisible characters, and those that change the direction
 * of text, are left out: people's names and OVHcloud's texts may have some.
 */

const TYPED = '\uFDD0';
const QUOTED = '\uFDD1';
const LINK = '\uFDD2';
const END = '\uFDD3';
const MARKS = /[\uFDD0-\uFDD3]/g;
const MARKED = /([\uFDD0-\uFDD2])([^\uFDD3]*)\uFDD3/g;

/** Text of others as a part of a sentence: literal, and at most `max` UTF-16 units long. */
export function typed(text: string, max = Number.POSITIVE_INFINITY): string {
  return `${TYPED}${truncate(toLine(text.replaceAll(MARKS, '')), max)}${END}`;
}

/** The same as a block quote. */
export function quoted(text: string, max = 1_700): string {
  const lines = toCleanText(text.replaceAll(MARKS, '')).replaceAll(/\n{3,}/g, '\n\n');
  return `${QUOTED}${truncate(lines, max)}${END}`;
}

/** A link with a literal label; only the label if the URL cannot be linked. */
export function link(url: string, label: string, max = 150): string {
  if (!isWebAddress(url) || url.length > 1_000) return typed(label, max);
  return `${LINK}${url}\n${truncate(toLine(label.replaceAll(MARKS, '')), max)}${END}`;
}

/** Whether a text holds user input, which is literal in rich_text only. */
export function isTyped(markup: string): boolean {
  return markup.includes(TYPED) || markup.includes(QUOTED) || markup.includes(LINK);
}

/** As mrkdwn, for the `text` of a message and for context blocks: user input looks as typed, and has no effect. */
export function toMrkdwn(markup: string): string {
  return markup.replaceAll(MARKED, (_found, mark: string, text: string) => {
    if (mark === QUOTED) return `\n>${harmless(text).replaceAll('\n', '\n>')}`;
    if (mark === TYPED) return harmless(text);
    const { url, label } = readLink(text);
    return `<${escapeMrkdwn(url)}|${harmless(label)}>`;
  });
}

/** A language's plain-text equivalents of mentions and quotations in mrkdwn. */
type PlainForms = { someone: string; quotation: (facts: { text: string }) => string };

/** As plain text, which has neither mentions nor dates. */
export function toPlainText(markup: string, { someone, quotation }: PlainForms): string {
  const parts = splitMarked(markup).map(({ mark, text }) => {
    if (mark === QUOTED) return ` ${quotation({ text: text.replaceAll(/\s+/g, ' ') })}`;
    if (mark === LINK) return readLink(text).label;
    if (mark === TYPED) return text;
    return text
      .replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1')
      .replaceAll(/<[@!#][^>]*>/g, someone)
      .replaceAll(/[*`]/g, '');
  });
  return parts.join('');
}

/** User input as mrkdwn on one line, of at most `max` characters, truncated between two characters of the input. */
export function typedInMrkdwn(text: string, max: number): string {
  const line = text.toWellFormed().replaceAll(/\s+/g, ' ').trim();
  const whole = harmless(line);
  if (whole.length <= max) return whole;
  let kept = '';
  let length = 0;
  for (const character of charactersOf(line)) {
    length += harmless(character).length;
    if (length >= max) break;
    kept += character;
  }
  return `${harmless(kept)}…`;
}

/** As the elements of a rich_text block: what was typed is literal there, and a quotation is an element of its own. */
export function toRichText(markup: string): types.RichTextBlock['elements'] {
  const elements: types.RichTextBlock['elements'] = [];
  let leaves: Leaf[] = [];
  const style: Style = {};
  const endSection = () => {
    if (leaves.length > 0) elements.push({ type: 'rich_text_section', elements: leaves });
    leaves = [];
  };
  for (const { mark, text } of splitMarked(markup)) {
    if (mark === QUOTED) {
      endSection();
      elements.push({ type: 'rich_text_quote', elements: [{ type: 'text', text }] });
    } else if (mark === LINK) {
      const { url, label } = readLink(text);
      leaves.push({ type: 'link', url, text: label, ...styled(style) });
    } else leaves.push(...(mark === TYPED ? textLeaf(text, style) : leavesOf(text, style)));
  }
  endSection();
  return elements;
}

/** Escapes what mrkdwn would take for a mention, a link or a channel call. */
function escapeMrkdwn(text: string): string {
  return text.toWellFormed().replaceAll(/[&<>]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Formatting characters, and others that look like them. */
const LOOK_ALIKES: Record<string, string> = { '*': '∗', '`': 'ˋ', '~': '∼', _: 'ˍ', ':': '꞉', '|': '¦' };
/** Within a word `_` formats nothing; `:` makes an emoji only on both sides of a name. */
const FORMATTING = /[*`~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=[\w'+-]+:)|(?<=:[\w'+-]+):/gu;

function harmless(text: string): string {
  return escapeMrkdwn(text.replaceAll(FORMATTING, (mark) => LOOK_ALIKES[mark] ?? mark));
}

/** A part of a text: ours (`mark` null), or inserted user input. */
type Part = { mark: string | null; text: string };

function splitMarked(markup: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of markup.matchAll(MARKED)) {
    if (found.index > from) parts.push({ mark: null, text: markup.slice(from, found.index) });
    parts.push({ mark: found[1] ?? null, text: found[2] ?? '' });
    from = found.index + found[0].length;
  }
  if (from < markup.length) parts.push({ mark: null, text: markup.slice(from) });
  return parts;
}

function readLink(text: string): { url: string; label: string } {
  const end = text.indexOf('\n');
  return { url: text.slice(0, end), label: text.slice(end + 1) };
}

type Leaf = types.RichTextSection['elements'][number];
type Style = { bold?: true; code?: true };

/** What our own texts hold: mentions, dates, emoji, bold and code. */
const TOKEN = /<([@#!])([^<>|]+)(?:\|([^<>]*))?>|(?<!\w):([a-z0-9_+-]+):(?!\w)|(\*)|`([^`]*)`/g;

function leavesOf(text: string, style: Style): Leaf[] {
  const leaves: Leaf[] = [];
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    leaves.push(...textLeaf(text.slice(from, found.index), style));
    from = found.index + found[0].length;
    const [, kind, target = '', label = '', emoji, star, code] = found;
    if (star) {
      if (style.bold) delete style.bold;
      else style.bold = true;
    } else if (code !== undefined) leaves.push(...textLeaf(code, { ...style, code: true }));
    else if (emoji) leaves.push({ type: 'emoji', name: emoji });
    else leaves.push(...referenceLeaf(`${kind}${target}`, label));
  }
  return [...leaves, ...textLeaf(text.slice(from), style)];
}

function textLeaf(text: string, style: Style): Leaf[] {
  return text === '' ? [] : [{ type: 'text', text, ...styled(style) }];
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length > 0 ? { style: { ...style } } : {};
}

function referenceLeaf(target: string, label: string): Leaf[] {
  if (target.startsWith('@')) return [{ type: 'user', user_id: target.slice(1) }];
  if (target.startsWith('#')) return [{ type: 'channel', channel_id: target.slice(1) }];
  const [kind, ...rest] = target.split('^');
  if (kind === '!subteam') return [{ type: 'usergroup', usergroup_id: rest[0] ?? '' }];
  return [{ type: 'date', timestamp: Number(rest[0]), format: rest[1] ?? '', fallback: label }];
}
