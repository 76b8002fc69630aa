import { type Money, UCENTS_PER_UNIT } from './money.ts';
import type { Order } from './order.ts';
import { BUDGET_THRESHOLDS, type BudgetThreshold, type Usage } from './spending.ts';
import { DAY_MS, type Time } from './time.ts';

/** The highest monthly budget, in the currency's main unit: what is compared with it stays exact. */
export const MAX_BUDGET = 10_000_000;

/** A project that OVHcloud has not known for this long is considered deleted: its usage is no longer read. */
const GONE_AFTER_MS = 3 * DAY_MS;
/**
 * The longest time between two readings: the maximum of BUDGET_CHECK_HOURS. Anything further ahead was set by a wrong
 * clock.
 */
export const MAX_USAGE_PAUSE_MS = 7 * DAY_MS;

/** The monthly budget in the currency that the order was priced in; null where there is none, or no price yet. */
export function budgetOf({ request, quote, ovhOrder }: Order): Money | null {
  const currency = (quote ?? ovhOrder)?.withTax.currency;
  if (request.budget == null || currency === undefined) return null;
  return { ucents: request.budget * UCENTS_PER_UNIT, currency };
}

/** The highest threshold that a spend has reached; 0 below the first. */
export function thresholdReached(spent: Money, budget: Money): BudgetThreshold | 0 {
  // A percent of whole units is a whole number of ucents.
  return BUDGET_THRESHOLDS.findLast((percent) => spent.ucents >= (budget.ucents / 100) * percent) ?? 0;
}

/** Whether the forecast passes the budget. */
export function isForecastOver({ forecast }: Usage, budget: Money): boolean {
  return forecast !== null && forecast.ucents > budget.ucents;
}

/** Whether the project's usage is read: it exists and has a budget. */
export function isSpendFollowed(order: Order): boolean {
  const { state, project, spending } = order;
  if (state !== 'ready' || !project || budgetOf(order) === null) return false;
  return !spending || spending.nextReadAt !== null;
}

/** When to read the project's usage next; null without a budget, or if there is no project (any more). */
export function usageReadAt(order: Order, now: Time): Time | null {
  if (!isSpendFollowed(order)) return null;
  const at = order.spending?.nextReadAt ?? order.closure?.at ?? now;
  // A clock that was ahead must not postpone it for long.
  return at - now > MAX_USAGE_PAUSE_MS ? now : at;
}

/** Whether the project's usage is due to be read. */
export function isUsageDue(order: Order, now: Time): boolean {
  const at = usageReadAt(order, now);
  return at !== null && at <= now;
}

/** Whether a project that OVHcloud has not known since then is considered deleted. */
export function isProjectGone(missingSince: Time, now: Time): boolean {
  return now - missingSince >= GONE_AFTER_MS;
}

/** What a new reading adds for people: a threshold reached, or a forecast above the budget; null if nothing. */
export function noticeOf(
  before: Order | null,
  { spending }: Order,
): { percent: BudgetThreshold | null; isForecastOver: boolean } | null {
  if (!spending?.notified) return null;
  const { month, percent, isForecastOver } = spending.notified;
  const known = before?.spending?.notified?.month === month ? before.spending.notified : null;
  const isReached = percent !== 0 && percent > (known?.percent ?? 0);
  const isForecastNews = isForecastOver && !known?.isForecastOver && percent < 100;
  return isReached || isForecastNews ? { percent: isReached ? percent : null, isForecastOver } : null;
}
