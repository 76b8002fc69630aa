import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const budget: Messages['budget'] = {
  label: 'Budget mensile',
  hint: ({ currency }) =>
    `${currency ? `In ${currency}` : 'Nella valuta dell’account OVHcloud'}, senza decimali, ad esempio 100. Viene inviato un avviso al 50, 80 e 100%; non è un tetto di spesa.`,
  required: 'Indicare un budget mensile.',
  invalid: ({ most }) => `Indicare un numero intero da 1 a ${most}, senza valuta né decimali.`,

  approved: ({ budget }) => `Budget mensile: ${budget} (non è un tetto di spesa)`,

  reached: ({ name, percent, spent, budget, month }) =>
    `*${name}* ha raggiunto il ${percent} del budget mensile: ${spent} su ${budget} a ${month}.`,
  forecast: ({ forecast }) => `OVHcloud prevede ${forecast} per l’intero mese.`,
  forecastOver: ({ forecast }) => `OVHcloud prevede ${forecast} per l’intero mese, più del budget.`,
  willExceed: ({ name, forecast, budget, month }) =>
    `*${name}* supererà probabilmente il budget mensile di ${budget}: OVHcloud prevede ${forecast} per ${month}.`,
  spentSoFar: ({ spent }) => `Finora la spesa è di ${spent}.`,
  noCap: 'Il budget non è un tetto di spesa: il progetto resta attivo e OVHcloud fattura ciò che consuma.',

  spend: ({ spent, budget, month }) => `${spent} spesi su ${budget} a ${month}`,
  spendForecast: ({ forecast }) => `previsione ${forecast}`,
  overBudget: 'oltre il budget',
  notReadYet: ({ budget }) => `Budget mensile ${budget}, spesa non ancora nota`,
  unreadSince: ({ since }) => `OVHcloud non comunica la spesa da ${since}`,
  gone: ({ budget }) => `Budget mensile ${budget}; questo progetto non esiste più in OVHcloud`,
  total: ({ count, spent, forecast, budget, month }) =>
    plural('it', count, {
      one: `Un progetto con budget: ${spent} spesi su ${budget} a ${month}, previsione ${forecast}. Un budget non è un tetto di spesa.`,
      other: `${count} progetti con budget: ${spent} spesi su ${budget} a ${month}, previsione ${forecast}. I budget non sono tetti di spesa.`,
    }),
  totalUnread: ({ count, budget }) =>
    plural('it', count, {
      one: `Un progetto con un budget di ${budget} al mese; la spesa non è ancora nota.`,
      other: `${count} progetti con budget di ${budget} al mese in totale; la spesa non è ancora nota.`,
    }),
};
