/** A project that has reached a part of its budget, such as `80%`, in a month such as `November 2026`. */
type Reached = { name: string; percent: string; spent: string; budget: string; month: string };

/** The monthly budget of a project, and what the project spends. */
export const budget = {
  label: 'Monthly budget',
  hint: 'Whole units of the OVHcloud account’s currency, for example 100. People are told when the project reaches 50, 80 and 100 percent of it; it is not a cap.',
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
  /** Over the projects of a list, in one currency. */
  total: ({ spent, budget, month }: { spent: string; budget: string; month: string }) =>
    `Total of these projects: ${spent} of ${budget} spent in ${month}. Budgets are not caps.`,
};
