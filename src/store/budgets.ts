import { UCENTS_PER_UNIT } from '../orders/money.ts';
import type { BudgetTotal } from '../orders/spending.ts';
import type { Database } from './database.ts';
import { numberInBody, textInBody } from './json.ts';

/** Adds up the ready projects with a budget, of one requester or of all (null). Those that are gone are left out. */
export async function sumBudgets(db: Database, requester: string | null): Promise<BudgetTotal[]> {
  const rows = await db
    .selectFrom('orders')
    .select([
      numberInBody(db, 'request', 'budget').as('budget'),
      textInBody(db, 'quote', 'withTax', 'currency').as('quoted_in'),
      textInBody(db, 'ovhOrder', 'withTax', 'currency').as('ordered_in'),
      textInBody(db, 'spending', 'usage', 'month').as('month'),
      numberInBody(db, 'spending', 'usage', 'spent', 'ucents').as('spent'),
      numberInBody(db, 'spending', 'usage', 'forecast', 'ucents').as('forecast'),
    ])
    .where('monthly_budget', 'is not', null)
    .$if(requester !== null, (query) => query.where('requester', '=', requester ?? ''))
    .execute();
  const currencies = Map.groupBy(rows, (row) => row.quoted_in ?? row.ordered_in ?? 'N/A');
  return [...currencies].map(([currency, projects]) => {
    const month = projects.reduce<string | null>(
      (latest, row) => (row.month !== null && row.month > (latest ?? '') ? row.month : latest),
      null,
    );
    const current = projects.filter((row) => row.month !== null && row.month === month);
    const sum = (amounts: (number | string | null)[]) =>
      amounts.reduce<number>((total, amount) => total + Number(amount ?? 0), 0);
    return {
      count: projects.length,
      month,
      spent: { ucents: sum(current.map(({ spent }) => spent)), currency },
      forecast: { ucents: sum(current.map(({ spent, forecast }) => forecast ?? spent)), currency },
      budget: { ucents: sum(projects.map(({ budget }) => budget)) * UCENTS_PER_UNIT, currency },
    };
  });
}
