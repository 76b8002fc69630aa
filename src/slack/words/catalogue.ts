import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/*
 * To add a text: write it in en/, in the file of the surface that shows it. From then on tsc names every language that
 * lacks it. A text is a whole sentence, or a function of named facts (strings that are formatted already, or counts):
 * never a piece of a sentence, because other languages order them differently. What goes with a count uses `plural`.
 * Short places (modal titles 24 characters, dialog buttons 30, button labels 75) are checked in every language by
 * test/slack/surfaces, for every surface that is drawn there.
 */

export type { Words };

/** Every language's texts. */
export const catalogues: Record<string, Words> = { en, fr, it, de, es };

/** How to speak to somebody: a BCP 47 tag, for money, dates and lists, and the texts. */
export type Language = { locale: string; words: Words };

/** Something to say, once it is known to whom. */
export type Say = (language: Language) => string;

/** The texts for a locale such as `fr-CA`: those of its language, or English. */
export function wordsFor(locale: string): Words {
  const tag = languageTag(locale);
  return Object.hasOwn(catalogues, tag) ? (catalogues[tag] ?? en) : en;
}

/** The language for a locale such as `fr-CA`. Where it is none of ours, that is English throughout, money included. */
export function languageFor(locale: string): Language {
  const isOurs = Object.hasOwn(catalogues, languageTag(locale));
  return isOurs ? { locale, words: wordsFor(locale) } : { locale: 'en', words: en };
}

function languageTag(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
