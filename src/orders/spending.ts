import type { Failure } from './failure.ts';
import type { Money } from './money.ts';

/** The parts of a budget, in percent, of which people are notified when the spend reaches them. */
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

/** What is known of a project's spend, and of what people were notified. Nothing here limits it. */
export type Spending = {
  /** What OVHcloud said last; null: nothing yet. */
  usage: Usage | null;
  /** When to ask it next (ms since 1970); null: never again, as the project is gone. */
  nextReadAt: number | null;
  /**
   * Why it does not say any more, and since when; null where it did the last time. `isMissing`: it knows no such
   * project.
   */
  trouble: { since: number; failure: Failure; isMissing: boolean } | null;
  /** Of what people were notified in a month: each threshold, and that the forecast passes the budget, once. */
  notified: { month: string; percent: BudgetThreshold | 0; isForecastOver: boolean } | null;
};

/** What the projects with a budget in one currency have spent in the latest month that is known, and may spend in it. */
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
