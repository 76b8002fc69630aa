import { formatMoney } from '../../orders/money.ts';
import type { Order, TimelineEntry } from '../../orders/order.ts';
import type { Usage } from '../../orders/spending.ts';
import type { Language } from '../i18n/catalogue.ts';
import { projectName } from './quote-text.ts';

/** What people hear of a budget: a threshold that was reached, or a forecast that passes it; and that it is no cap. */
export function budgetNoticeText(
  order: Order,
  { percent, isForecastOver, usage, budget }: Extract<TimelineEntry, { kind: 'budget_notice' }>,
  { locale, messages: { budget: said } }: Language,
): string {
  const spent = formatMoney(usage.spent, locale);
  const forecast = usage.forecast && formatMoney(usage.forecast, locale);
  const facts = {
    name: projectName(order),
    budget: formatMoney(budget, locale),
    month: monthOf(usage, locale),
  };
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

/** Such as `November 2026`. */
function monthOf({ month }: Usage, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function percentText(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
}
