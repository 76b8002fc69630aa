import { type Language, languageFor } from '../i18n/catalogue.ts';
import { withTimeout } from '../with-timeout.ts';
import type { ListenerContext } from './context.ts';

/**
 * The language of what only one person reads: the one they have set in Slack, or LOCALE if Slack does not say it in time.
 * Never throws.
 */
export async function languageOf(ctx: ListenerContext, user: string): Promise<Language> {
  const locale = await withTimeout(ctx.people.localeOf(user), ctx.timing.localeMs);
  return languageFor(locale ?? ctx.config.locale, ctx.config.app);
}
