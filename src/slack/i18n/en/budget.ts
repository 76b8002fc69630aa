import { plural } from '../grammar.ts';

/** A project that has reached a part of its budget, such as `80%`, in a month such as `November 2026`. */
type Reached = { name: string; percent: string; spent: string; budget: string; month: string };

/** What `count` projects spend together. */
type Total = { count: number; spent: string; forecast: string; budget: string; month: string };

/** The monthly budget of a project, and what the project spends. */
export const budget = {
  label: 'Monthly budget',
  /** `currency`: such as `euros (EUR)`; null where it is not known. */
  hint: ({ currency }: { currency: string | null }) =>
    `In ${currency ?? 'your OVHcloud account’s currency'}, without decimals, for example 100. People are told when the project reaches 50, 80 and 100 percent of it; it is not a cap.`,
  required: 'Enter a monthly budget.',
  invalid: ({ most }: { most: string }) =>
    `Enter a whole number from 1 to ${most}, without a currency or decimals.`,

  /** What approvers see. */
  approved: ({ budget }: { budget: string }) => `Monthly budget: ${budget} (not a cap)`,

  reached: ({ name, percent, spent, budget, month }: Reached) =>
    `*${name}* has reached ${percent} of its monthly budget: ${spent} of ${budget} in ${month}.`,
  forecast: ({ forecast }: { forecast: string }) => `OVHcloud’s forecast for the whole month is ${forecast}.`,
  forecastOver: ({ forecast }: { forecast: string }) =>
    `OVHcloud’s forecast for the whole month is ${forecast}, which is over the budget.`,
  /** Followed by `spentSoFar`. */
  willExceed: (facts: { name: string; forecast: string; budget: string; month: string }) =>
    `*${facts.name}* is likely to go over its monthly budget of ${facts.budget}: OVHcloud’s forecast for ${facts.month} is ${facts.forecast}.`,
  spentSoFar: ({ spent }: { spent: string }) => `So far it has spent ${spent}.`,
  noCap: 'The budget is not a cap: the project keeps running, and OVHcloud bills what it uses.',

  /** A line about a project that is ready. */
  spend: ({ spent, budget, month }: { spent: string; budget: string; month: string }) =>
    `${spent} of ${budget} spent in ${month}`,
  spendForecast: ({ forecast }: { forecast: string }) => `forecast ${forecast}`,
  overBudget: 'over budget',
  notReadYet: ({ budget }: { budget: string }) => `Monthly budget ${budget}, spend not known yet`,
  unreadSince: ({ since }: { since: string }) => `OVHcloud hasn’t reported the spend since ${since}`,
  gone: ({ budget }: { budget: string }) => `Monthly budget ${budget}; OVHcloud no longer has this project`,
  /** All projects with a budget that the reader may see, in one currency. */
  total: ({ count, spent, forecast, budget, month }: Total) =>
    plural('en', count, {
      one: `One project with a budget: ${spent} of ${budget} spent in ${month}, forecast ${forecast}. A budget is not a cap.`,
      other: `${count} projects with a budget: ${spent} of ${budget} spent in ${month}, forecast ${forecast}. Budgets are not caps.`,
    }),
  totalUnread: ({ count, budget }: { count: number; budget: string }) =>
    plural('en', count, {
      one: `One project with a budget of ${budget} a month; its spend is not known yet.`,
      other: `${count} projects with budgets of ${budget} a month in all; their spend is not known yet.`,
    }),
};
