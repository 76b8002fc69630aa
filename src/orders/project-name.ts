import unhomoglyph from 'unhomoglyph';
import { removeInvisibleCharacters } from './typed-text.ts';

/** A project name as it is kept: blanks of any width, one or several, are one space. */
export function toProjectName(typed: string): string {
  return typed.replaceAll(/\p{Zs}+/gu, ' ').trim();
}

/**
 * What a project name looks like: two names with the same skeleton cannot be told apart at a glance, and count as the
 * same. In the manner of Unicode's UTS 39, whose table of confusables `unhomoglyph` holds, in any capitals: Cyrillic
 * `раyments`, fullwidth `ｐａｙｍｅｎｔｓ` and `payrnents` are `payments`.
 */
export function skeletonOf(projectName: string): string {
  const line = removeInvisibleCharacters([...projectName].map(compatible).join('').normalize('NFKC'));
  return line.trim().split(/\s+/u).map(skeletonOfWord).join(' ');
}

/**
 * What Unicode's table takes for other letters than people do: to it the capital I of other scripts is a small l, and the
 * small palochka, a stroke, a small i.
 */
const PASSES_FOR: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'\u0406\u04C0\u0399\u2C92\u2160\u0196\u2D4F'].map((letter) => [letter, 'I'])),
  '\u04CF': 'l',
  '\u0138': 'k',
};

/** NFKC turns `ϲ`, which looks like a c, into a sigma: so compare by appearance first. */
function compatible(letter: string): string {
  if (/\p{Pd}/u.test(letter)) return '-';
  const shape = isAscii(letter) ? letter : (PASSES_FOR[letter] ?? unhomoglyph(letter));
  return isAscii(shape) ? shape : letter;
}

/**
 * Scripts that no one mistakes for Latin: beside them, letters of other scripts are compared as in a word of their
 * own.
 */
const PART =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[^\p{L}\p{M}\p{N}|]+)/u;

/** A word in parts, such as `Base` and `-`: a symbol beside its letters does not change what they look like. */
function skeletonOfWord(word: string): string {
  return word.normalize('NFD').split(PART).map(skeletonOfPart).join('').normalize('NFC');
}

/**
 * Letters that look like Latin ones, or stand with some, count as those; any others are compared within their own
 * script.
 */
function skeletonOfPart(part: string): string {
  const letters = [...part];
  const latin = letters.map(latinShapeOf).join('');
  const isLatin = /^[\x21-\x7E\p{M}]*$/u.test(latin) || /\p{Script=Latin}/u.test(part);
  return shapeOf(isLatin ? latin : fold(letters.join('')));
}

/** The small Latin letter that a letter looks like, as it is or as a capital; else the small letter itself. */
function latinShapeOf(letter: string, index: number, letters: string[]): string {
  // In the middle of a word a capital I passes for a small l.
  const before = letters.slice(0, index).findLast((one) => one !== 'I') ?? '';
  if (letter === 'I' && /\p{Ll}/u.test(before)) return 'l';
  // Only its capital looks like an H.
  if (letter === 'η') return 'n';
  const shapes = isAscii(letter) ? [letter] : [unhomoglyph(letter), unhomoglyph(letter.toUpperCase())];
  return fold(shapes.find(isAscii) ?? letter);
}

function shapeOf(folded: string): string {
  return fold(unhomoglyph(folded)).normalize('NFC');
}

/** Without the difference between small letters and capitals, `ß` and `SS` included. */
function fold(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7E]+$/.test(text);
}
