/* Text that people type: invisible characters, and truncation. Whether two names look alike is in project-name.ts. */

/** Characters that change the direction of text, end lines, have no width, or are half a surrogate pair. */
const UNSEEN = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{13441}\u{13442}\u{16FE4}\u{1D159}]`;

/** Scripts that are written with zero-width (non-)joiners inside words. */
const JOINING = `[${'Arab Beng Deva Gujr Guru Khmr Knda Mlym Mong Mymr Orya Sinh Syrc Taml Telu'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('')}]`;

/** An emoji with its variant or skin tone. */
const PICTOGRAM = String.raw`\p{Extended_Pictographic}(?:\uFE0F?\p{Emoji_Modifier}|[\uFE0E\uFE0F])?`;

/** Sequences whose invisible parts change what people see: these are kept. */
const SEEN = [
  // Flags spelt in tag characters.
  String.raw`\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}`,
  // One emoji, or several that are shown as one (a family, a rainbow flag); keycaps.
  String.raw`${PICTOGRAM}(?:\u200D${PICTOGRAM})*`,
  String.raw`[0-9#*]\uFE0F\u20E3`,
  String.raw`(?<=${JOINING})[\u200C\u200D](?=${JOINING})`,
  String.raw`\p{Script=Han}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`\p{Script=Mongolian}[\u180B-\u180D\u180F]`,
];

const SEEN_OR_NOT = new RegExp(`(${SEEN.join('|')})|${UNSEEN}`, 'gu');
/** Marks beyond those that scripts put on a letter: they cover the text around them. */
const STACKED = /(?<=[\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;
/** Combining marks without a letter: they would attach to the character before the text. */
const STRAY = /^[\p{Mn}\p{Me}]+/u;
const LINE_BREAKS = /\s*[\n\r\t\v\f\u0085\u2028\u2029]\s*/gu;

/**
 * Whether text typed into one line has invisible characters, such as control characters, zero-width spaces or marks
 * of direction, or marks that belong to no letter. Joiners and variants where emoji and scripts need them are none of
 * these.
 */
export function containsInvisibleCharacters(text: string): boolean {
  return removeInvisibleCharacters(text) !== text;
}

/** The text without invisible characters, line breaks included, and without marks that belong to no letter of it. */
export function removeInvisibleCharacters(text: string): string {
  const seenOnly = text.replaceAll(SEEN_OR_NOT, (_found, seen: string | undefined) => seen ?? '');
  return seenOnly.replaceAll(STACKED, '').replace(STRAY, '');
}

/** What was typed in several lines, without invisible characters or blanks around it. */
export function toCleanText(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(removeInvisibleCharacters)
    .join('\n')
    .trim();
}

/** What was typed as one clean line: blanks for line breaks and tabs, nothing invisible, nothing around it. */
export function toCleanLine(text: string): string {
  return toLine(text).trim();
}

/** The same with the blanks around it. */
export function toLine(text: string): string {
  return removeInvisibleCharacters(text.replaceAll(LINE_BREAKS, ' '));
}

/**
 * Cuts text to `max` UTF-16 units (Slack counts those) between two characters as people see them, with an ellipsis in
 * place of what is missing. Half characters are replaced: Slack's client throws at them.
 */
export function truncate(text: string, max: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= max) return whole;
  return `${head(whole, max - 1) || headOfCodePoints(whole, max - 1)}…`;
}

/** The characters of a text as people see them: an emoji or a letter with its accents is one. */
export function* charactersOf(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) yield segment;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function head(text: string, max: number): string {
  let length = 0;
  for (const character of charactersOf(text)) {
    if (length + character.length > max) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** For one character with more combining marks than fit. */
function headOfCodePoints(text: string, max: number): string {
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}
