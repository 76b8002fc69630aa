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

/** NFKC makes a final sigma of `ϲ`, which looks like a c: what a letter looks like counts first. */
function compatible(letter: string): string {
  const shape = isAscii(letter) ? letter : unhomoglyph(letter);
  return isAscii(shape) ? shape : letter;
}

/** A word that looks like a Latin one counts as that; any other is compared within its own script. */
function skeletonOfWord(word: string): string {
  const letters = [...word.normalize('NFD')];
  const latin = letters.map(latinShapeOf).join('');
  const isLatin = /^[\x21-\x7E\p{M}]*$/u.test(latin);
  return shapeOf(isLatin ? latin : fold(letters.join('')));
}

/** The small Latin letter that a letter looks like, as it is or as a capital; else the small letter itself. */
function latinShapeOf(letter: string, index: number, letters: string[]): string {
  // In the middle of a word a capital I passes for a small l.
  if (letter === 'I' && /\p{Ll}/u.test(letters[index - 1] ?? '')) return 'l';
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
