import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const budget: Messages['budget'] = {
  label: 'Monatsbudget',
  hint: ({ currency }) =>
    `${currency ? `Währung: ${currency}, nur ganze Beträge` : 'Ganzer Betrag in der Währung des OVHcloud-Accounts'}, zum Beispiel 100. Erreicht das Projekt 50, 80 oder 100 Prozent davon, werden die Beteiligten benachrichtigt. Das Budget ist keine Obergrenze.`,
  required: 'Geben Sie ein Monatsbudget ein.',
  invalid: ({ most }) =>
    `Geben Sie eine ganze Zahl von 1 bis ${most} ein, ohne Währung und Nachkommastellen.`,

  approved: ({ budget }) => `Monatsbudget: ${budget} (keine Obergrenze)`,

  reached: ({ name, percent, spent, budget, month }) =>
    `*${name}* hat ${percent} des Monatsbudgets erreicht: ${spent} von ${budget} im ${month}.`,
  forecast: ({ forecast }) => `Die Prognose von OVHcloud für den ganzen Monat beträgt ${forecast}.`,
  forecastOver: ({ forecast }) =>
    `Die Prognose von OVHcloud für den ganzen Monat beträgt ${forecast} und liegt damit über dem Budget.`,
  willExceed: ({ name, forecast, budget, month }) =>
    `*${name}* wird das Monatsbudget von ${budget} voraussichtlich überschreiten: Die Prognose von OVHcloud für ${month} beträgt ${forecast}.`,
  spentSoFar: ({ spent }) => `Bisher verbraucht: ${spent}.`,
  noCap:
    'Das Budget ist keine Obergrenze: Das Projekt läuft weiter, und OVHcloud stellt in Rechnung, was es verbraucht.',

  spend: ({ spent, budget, month }) => `${spent} von ${budget} im ${month} verbraucht`,
  spendForecast: ({ forecast }) => `Prognose ${forecast}`,
  overBudget: 'über dem Budget',
  notReadYet: ({ budget }) => `Monatsbudget ${budget}, Verbrauch noch nicht bekannt`,
  unreadSince: ({ since }) => `OVHcloud meldet seit dem ${since} keinen Verbrauch`,
  gone: ({ budget }) => `Monatsbudget ${budget}; bei OVHcloud gibt es dieses Projekt nicht mehr`,
  total: ({ count, spent, forecast, budget, month }) =>
    plural('de', count, {
      one: `Ein Projekt mit Budget: ${spent} von ${budget} im ${month} verbraucht, Prognose ${forecast}. Ein Budget ist keine Obergrenze.`,
      other: `${count} Projekte mit Budget: ${spent} von ${budget} im ${month} verbraucht, Prognose ${forecast}. Budgets sind keine Obergrenzen.`,
    }),
  totalUnread: ({ count, budget }) =>
    plural('de', count, {
      one: `Ein Projekt mit einem Budget von ${budget} im Monat; der Verbrauch ist noch nicht bekannt.`,
      other: `${count} Projekte mit Budgets von zusammen ${budget} im Monat; der Verbrauch ist noch nicht bekannt.`,
    }),
};
