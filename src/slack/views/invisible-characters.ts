/** Turns the direction of text, ends lines, takes no room: makes a name look like another one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Scripts that are written with zero-width (non-)joiners inside words. */
const JOINING =
  '[' +
  'Arab Beng Deva Gujr Guru Khmr Knda Mlym Mong Mymr Orya Sinh Syrc Taml Telu'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('') +
  ']';
const JOINER_IN_WORD = new RegExp(`(?<=${JOINING})[\\u200C\\u200D](?=${JOINING})`, 'gu');

/** One picture made of several (a family, a rainbow flag), and flags spelt in tag characters. */
const JOINED_EMOJI =
  /\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)+/gu;
const TAGGED_FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;

/**
 * Whether text typed into one line has characters that nobody sees, such as control characters, zero-width spaces or
 * marks of direction. Joiners where emoji and scripts need them are none of these.
 */
export function containsInvisibleCharacters(text: string): boolean {
  const plain = text.replaceAll(JOINED_EMOJI, '').replaceAll(TAGGED_FLAG, '').replaceAll(JOINER_IN_WORD, '');
  return INVISIBLE.test(plain);
}
