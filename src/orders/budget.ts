import type { Failure } from './failure.ts';
import type { Money } from './money.ts';
import type { Order, Time } from './order.ts';

/** The highest monthly budget, in the currency's main unit: what is compared with it stays exact. */
export const MOST_BUDGET = 10_000_000;

/** The parts of a budget, in percent, that people hear of when the spend reaches them. */
export const BUDGET_THRESHOLDS = [50, 80, 100] as const;
export type BudgetThreshold = (typeof BUDGET_THRESHOLDS)[number];

/** What a project has cost in a calendar month so far, as OVHcloud counts it. */
export type Usage = {
  /** `YYYY-MM` */
  month: string;
  spent: Money;
  /** What the whole month will have cost, as OVHcloud expects; null where it does not say. */
  forecast: Money | null;
  /** Up to when OVHcloud has counted; null where it does not say. */
  countedAt: Time | null;
};

/** What is known of a project's spend, and what people were told of it. Nothing here limits it. */
export type Spending = {
  /** What OVHcloud said last; null: nothing yet. */
  usage: Usage | null;
  /** When to ask it next; null: never again, as the project is gone. */
  nextReadAt: Time | null;
  /** Why it does not say any more, and since when; null where it did the last time. `isMissing`: it knows no such project. */
  trouble: { since: Time; failure: Failure; isMissing: boolean } | null;
  /** What people were told in a month: each threshold, and that the forecast passes the budget, once. */
  told: { month: string; percent: BudgetThreshold | 0; isForecastOver: boolean } | null;
};

/** A project that OVHcloud has not known for so long is gone: its usage is asked for no more. */
const GONE_AFTER_MS = 3 * 86_400_000;
/** No next reading is further ahead than this, unless a clock was wrong. */
export const LONGEST_USAGE_PAUSE_MS = 7 * 86_400_000;

const UCENTS_PER_UNIT = 100_000_000;

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

/** When OVHcloud is to be asked what the project spends; null where there is no budget or no project (any more). */
export function usageReadAt(order: Order, now: Time): Time | null {
  const { state, project, closure } = order;
  if (state !== 'ready' || !project || budgetOf(order) === null) return null;
  const at = order.spending ? order.spending.nextReadAt : (closure?.at ?? now);
  // A clock that was ahead must not put it off for long.
  return at !== null && at - now > LONGEST_USAGE_PAUSE_MS ? now : at;
}

/** Whether it is time for that. */
export function isUsageDue(order: Order, now: Time): boolean {
  const at = usageReadAt(order, now);
  return at !== null && at <= now;
}

/** Whether a project that OVHcloud does not know since then is gone for good. */
export function isProjectGone(missingSince: Time, now: Time): boolean {
  return now - missingSince >= GONE_AFTER_MS;
}

/** What is new to people between two readings: a threshold, or that the forecast passes the budget; null: nothing. */
export function noticeOf(
  before: Order | null,
  { spending }: Order,
): { percent: BudgetThreshold | null; isForecastOver: boolean } | null {
  if (!spending?.told) return null;
  const { month, percent, isForecastOver } = spending.told;
  const told = before?.spending?.told?.month === month ? before.spending.told : null;
  const isReached = percent !== 0 && percent > (told?.percent ?? 0);
  const isForecastNews = isForecastOver && !told?.isForecastOver && percent < 100;
  return isReached || isForecastNews ? { percent: isReached ? percent : null, isForecastOver } : null;
}
