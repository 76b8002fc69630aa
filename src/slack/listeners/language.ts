import { type Language, languageFor } from '../i18n/catalogue.ts';
import { withTimeout } from '../with-timeout.ts';
import type { ListenerContext } from './context.ts';

/**
 * The language in which a person reads what is for them alone: the one they have set in Slack, or LOCALE where Slack
 * does not say within a moment. Never throws.
 */
export async function languageOf(ctx: ListenerContext, user: string): Promise<Language> {
  const locale = await withTimeout(ctx.people.localeOf(user), ctx.timing.localeMs);
  return languageFor(locale ?? ctx.config.locale, ctx.config.app);
}
