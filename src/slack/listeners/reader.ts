import { type Language, languageFor } from '../words/catalogue.ts';
import { answeredWithin } from './answer-in-time.ts';
import type { Desk } from './desk.ts';

/**
 * The language in which a person reads what is for them alone: the one they have set in Slack, or LOCALE where Slack
 * does not say within a moment. Never throws.
 */
export async function readerOf(desk: Desk, user: string): Promise<Language> {
  const locale = await answeredWithin(desk.people.localeOf(user), desk.timing.localeMs);
  return languageFor(locale ?? desk.settings.locale);
}
