import { LANGUAGES, type Language, languageFor } from '../../../src/slack/i18n/catalogue.ts';

/** Every language that the app speaks, read already. */
export const everyLanguage: readonly Language[] = await Promise.all(LANGUAGES.map(languageFor));

/** One of them. Throws if the app does not speak it. */
export function speaking(locale: string): Language {
  const language = everyLanguage.find((one) => one.locale === locale);
  if (!language) throw new Error(`The app does not speak ${locale}.`);
  return language;
}
