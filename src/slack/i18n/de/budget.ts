import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const budget: Messages['budget'] = {
  label: 'Monatsbudget',
  hint: ({ currency }) =>
    `${currency ? `Währung: ${currency}, nur` : 'In der Währung des OVHcloud-Kontos, nur'} ganze Beträge, zum Beispiel 100. Bei 50, 80 und 100 Prozent wird Bescheid gegeben; das Budget ist keine Obergrenze.`,
  required: 'Bitte ein Monatsbudget eingeben.',
  invalid: ({ most }) =>
    `Bitte eine ganze Zahl von 1 bis ${most} eingeben, ohne Währung und Nachkommastellen.`,

  approved: ({ budget }) => `Monatsbudget: ${budget} (keine Obergrenze)`,

  reached: ({ name, percent, spent, budget, month }) =>
    `*${name}* hat ${percent} des Monatsbudgets erreicht: ${spent} von ${budget} im ${month}.`,
  forecast: ({ forecast }) => `OVHcloud rechnet für den ganzen Monat mit ${forecast}.`,
  forecastOver: ({ forecast }) =>
    `OVHcloud rechnet für den ganzen Monat mit ${forecast}, also mehr als dem Budget.`,
  willExceed: ({ name, forecast, budget, month }) =>
    `*${name}* wird das Monatsbudget von ${budget} voraussichtlich überschreiten: OVHcloud rechnet für ${month} mit ${forecast}.`,
  spentSoFar: ({ spent }) => `Bisher sind es ${spent}.`,
  noCap:
    'Das Budget ist keine Obergrenze: Das Projekt läuft weiter, und OVHcloud berechnet, was es verbraucht.',

  spend: ({ spent, budget, month }) => `${spent} von ${budget} im ${month} verbraucht`,
  spendForecast: ({ forecast }) => `Prognose ${forecast}`,
  overBudget: 'über dem Budget',
  notReadYet: ({ budget }) => `Monatsbudget ${budget}, Verbrauch noch nicht bekannt`,
  unreadSince: ({ since }) => `OVHcloud nennt den Verbrauch seit ${since} nicht`,
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
