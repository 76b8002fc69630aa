import { type AppNames, DEFAULT_NAMES } from '../app-names.ts';
import { en, type Messages } from './en.ts';

/*
 * To add a text: write it in en/, in the file of the surface that shows it. From then on tsc names every language that
 * lacks it. A text is a whole sentence, or a function of named facts (strings that are formatted already, or counts):
 * never a piece of a sentence, because other languages order them differently. What goes with a count uses `plural`.
 * Short places (modal titles 24 characters, dialog buttons 30, button labels 75) are checked in every language by
 * test/slack/views, for every surface that is drawn there.
 */

export type { Messages };

/** Read from disk only when a person reads that language. */
const catalogues: Record<string, () => Promise<Messages>> = {
  en: async () => en,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
};

/** The languages that the app speaks, such as `fr`. */
export const LANGUAGES: readonly string[] = Object.keys(catalogues);

/** How to speak to a person: a BCP 47 tag, for money, dates and lists, the texts, and what the app is called in them. */
export type Language = { locale: string; messages: Messages; app: AppNames };

/** Something to say, once it is known to whom. */
export type LocalizedText = (language: Language) => string;

/** The language for a locale such as `fr-CA`. Where it is none of ours, that is English throughout, money included. */
export async function languageFor(locale: string, app: AppNames = DEFAULT_NAMES): Promise<Language> {
  const tag = languageTag(locale);
  const messages = Object.hasOwn(catalogues, tag) ? await catalogues[tag]?.() : undefined;
  return messages ? { locale, messages, app } : { locale: 'en', messages: en, app };
}

function languageTag(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
