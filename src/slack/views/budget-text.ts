import { budgetOf } from '../../orders/budget.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import type { BudgetTotal } from '../../orders/spending.ts';
import type { TimelineEntry } from '../../orders/timeline.ts';
import type { Language } from '../i18n/catalogue.ts';
import { type Content, message, paragraph, slackDate } from './blocks.ts';
import { linkedName, projectName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';

type BudgetNotice = Extract<TimelineEntry, { kind: 'budget_notice' }>;

/** The text in the thread about a budget: a threshold was reached, or the forecast passes it; and that it is not a cap. */
export function budgetNoticeText(order: Order, entry: BudgetNotice, language: Language): string {
  return noticeText(projectName(order), entry, language);
}

/** The same in a direct message to the requester. */
export function budgetCard(order: Order, entry: BudgetNotice, ctx: RenderContext): Content {
  const text = noticeText(linkedName(order, ctx), entry, ctx);
  return message(text, [paragraph(text)]);
}

function noticeText(
  name: string,
  { percent, isForecastOver, usage, budget }: BudgetNotice,
  { locale, messages: { budget: said } }: Language,
): string {
  const spent = formatMoney(usage.spent, locale);
  const forecast = usage.forecast && formatMoney(usage.forecast, locale);
  const facts = { name, budget: formatMoney(budget, locale), month: monthText(usage.month, locale) };
  const sentences =
    percent === null
      ? [said.willExceed({ ...facts, forecast: forecast ?? '?' }), said.spentSoFar({ spent })]
      : [
          said.reached({ ...facts, spent, percent: percentText(percent, locale) }),
          forecast && (isForecastOver ? said.forecastOver : said.forecast)({ forecast }),
        ];
  const emoji = percent === 100 ? ':rotating_light:' : ':chart_with_upwards_trend:';
  return `${emoji} ${[...sentences, said.noCap].filter(Boolean).join(' ')}`;
}

/** What a ready project with a budget spends, in one line; empty for other orders. */
export function spendText(order: Order, language: Language): string {
  const { locale, messages } = language;
  const said = messages.budget;
  const amount = budgetOf(order);
  if (order.state !== 'ready' || !amount) return '';
  const budget = formatMoney(amount, locale);
  const { usage = null, nextReadAt = 0, trouble = null } = order.spending ?? {};
  if (nextReadAt === null) return said.gone({ budget });
  const unread = trouble ? said.unreadSince({ since: slackDate(trouble.since, language) }) : '';
  if (!usage) return unread ? `${said.approved({ budget })} · ${unread}` : said.notReadYet({ budget });
  const forecast = usage.forecast;
  const isOver = [usage.spent, forecast].some((money) => money && money.ucents > amount.ucents);
  return [
    said.spend({ spent: formatMoney(usage.spent, locale), budget, month: monthText(usage.month, locale) }),
    ...(forecast ? [said.spendForecast({ forecast: formatMoney(forecast, locale) })] : []),
    ...(isOver ? [`:warning: ${said.overBudget}`] : []),
    ...(unread ? [unread] : []),
  ].join(' · ');
}

/** What projects with a budget spend together. */
export function budgetTotalText(
  { count, month, spent, forecast, budget }: BudgetTotal,
  { locale, messages: { budget: said } }: Language,
): string {
  const facts = { count, budget: formatMoney(budget, locale) };
  if (month === null) return said.totalUnread(facts);
  return said.total({
    ...facts,
    spent: formatMoney(spent, locale),
    forecast: formatMoney(forecast, locale),
    month: monthText(month, locale),
  });
}

/** A currency in words, with its code: `euros (EUR)`. Null for a code that is not a currency. */
export function currencyName(code: string, locale: string): string | null {
  // OVHcloud has codes that are not currencies: `points` and `N/A`.
  if (!/^[A-Z]{3}$/.test(code)) return null;
  const style = { style: 'currency', currency: code, currencyDisplay: 'name' } as const;
  const parts = new Intl.NumberFormat(locale, style).formatToParts(100);
  const name = parts.find(({ type }) => type === 'currency')?.value ?? code;
  return name === code ? code : `${name} (${code})`;
}

/** A month such as `2026-11` in words: `November 2026`. */
function monthText(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function percentText(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
}
