import type { Failure } from './failure.ts';
import type { Money } from './money.ts';

/** The percentages of a budget at which people are notified. */
export const BUDGET_THRESHOLDS = [50, 80, 100] as const;
/** One of them. */
export type BudgetThreshold = (typeof BUDGET_THRESHOLDS)[number];

/** What a project has cost in a calendar month so far, as OVHcloud counts it. */
export type Usage = {
  /** `YYYY-MM` */
  month: string;
  spent: Money;
  /** What the whole month will have cost, as OVHcloud expects; null where it does not say. */
  forecast: Money | null;
  /** Up to when OVHcloud has counted (ms since 1970); null where it does not say. */
  countedAt: number | null;
};

/** What is known about a project's spend, and which notices were sent. Nothing here limits it. */
export type Spending = {
  /** What OVHcloud said last; null: nothing yet. */
  usage: Usage | null;
  /** When to ask it next (ms since 1970); null: never again, because the project is gone. */
  nextReadAt: number | null;
  /**
   * Since when it has not been readable, and why; null if the last reading succeeded. `isMissing`: OVHcloud knows no
   * such project.
   */
  trouble: { since: number; failure: Failure; isMissing: boolean } | null;
  /** The notices sent in a month: each threshold, and the forecast above the budget, once. */
  notified: { month: string; percent: BudgetThreshold | 0; isForecastOver: boolean } | null;
};

/** The total of projects with a budget in one currency: spent so far, and expected, in the latest known month. */
export type BudgetTotal = {
  /** How many projects they are. */
  count: number;
  /** `YYYY-MM`; null while nothing was read of any of them. */
  month: string | null;
  spent: Money;
  /** With what was spent where OVHcloud has no forecast. */
  forecast: Money;
  budget: Money;
};
