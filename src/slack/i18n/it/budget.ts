import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

/** A percentage with its article: `il 50%`, but `l’80%`. */
function withArticle(percent: string): string {
  return percent.startsWith('8') ? `l’${percent}` : `il ${percent}`;
}

export const budget: Messages['budget'] = {
  label: 'Budget mensile',
  hint: ({ currency }) =>
    `${currency ? `In ${currency}` : 'Nella valuta dell’account OVHcloud'}, senza decimali, ad esempio 100. Viene inviato un avviso al 50%, all’80% e al 100%; il budget non è un tetto di spesa.`,
  required: 'Inserisci un budget mensile.',
  invalid: ({ most }) => `Inserisci un numero intero da 1 a ${most}, senza valuta né decimali.`,

  approved: ({ budget }) => `Budget mensile: ${budget} (non è un tetto di spesa)`,

  reached: ({ name, percent, spent, budget, month }) =>
    `*${name}* ha raggiunto ${withArticle(percent)} del budget mensile: spesa di ${spent} su ${budget} (${month}).`,
  forecast: ({ forecast }) => `Per l’intero mese OVHcloud prevede una spesa di ${forecast}.`,
  forecastOver: ({ forecast }) =>
    `Per l’intero mese OVHcloud prevede una spesa di ${forecast}, superiore al budget.`,
  willExceed: ({ name, forecast, budget, month }) =>
    `*${name}* supererà probabilmente il budget mensile di ${budget}: per ${month} OVHcloud prevede una spesa di ${forecast}.`,
  spentSoFar: ({ spent }) => `Finora la spesa è di ${spent}.`,
  noCap: 'Il budget non è un tetto di spesa: il progetto resta attivo e OVHcloud ne fattura il consumo.',

  spend: ({ spent, budget, month }) => `Spesa di ${spent} su ${budget} (${month})`,
  spendForecast: ({ forecast }) => `previsione ${forecast}`,
  overBudget: 'oltre il budget',
  notReadYet: ({ budget }) => `Budget mensile: ${budget}, spesa non ancora nota`,
  unreadSince: ({ since }) => `OVHcloud non comunica la spesa (inizio del problema: ${since})`,
  gone: ({ budget }) => `Budget mensile: ${budget}; questo progetto non esiste più su OVHcloud`,
  total: ({ count, spent, forecast, budget, month }) =>
    plural('it', count, {
      one: `Un progetto con budget: spesa di ${spent} su ${budget} (${month}), previsione ${forecast}. Un budget non è un tetto di spesa.`,
      other: `${count} progetti con budget: spesa di ${spent} su ${budget} (${month}), previsione ${forecast}. I budget non sono tetti di spesa.`,
    }),
  totalUnread: ({ count, budget }) =>
    plural('it', count, {
      one: `Un progetto con un budget di ${budget} al mese; la spesa non è ancora nota.`,
      other: `${count} progetti con budget di ${budget} al mese in totale; la spesa non è ancora nota.`,
    }),
};
