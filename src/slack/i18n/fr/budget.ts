import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const budget: Messages['budget'] = {
  label: 'Budget mensuel',
  hint: ({ currency }) =>
    `${currency ? `En ${currency}` : 'Dans la devise de votre compte OVHcloud'}, sans décimales, par exemple 100. Un message est envoyé à 50, 80 et 100 % ; ce n’est pas un plafond.`,
  required: 'Indiquez un budget mensuel.',
  invalid: ({ most }) => `Indiquez un nombre entier de 1 à ${most}, sans devise ni décimales.`,

  approved: ({ budget }) => `Budget mensuel : ${budget} (ce n’est pas un plafond)`,

  reached: ({ name, percent, spent, budget, month }) =>
    `*${name}* a atteint ${percent} de son budget mensuel : ${spent} sur ${budget} en ${month}.`,
  forecast: ({ forecast }) => `OVHcloud prévoit ${forecast} pour le mois entier.`,
  forecastOver: ({ forecast }) =>
    `OVHcloud prévoit ${forecast} pour le mois entier, ce qui dépasse le budget.`,
  willExceed: ({ name, forecast, budget, month }) =>
    `*${name}* devrait dépasser son budget mensuel de ${budget} : OVHcloud prévoit ${forecast} pour ${month}.`,
  spentSoFar: ({ spent }) => `Dépenses à ce jour : ${spent}.`,
  noCap:
    'Le budget n’est pas un plafond : le projet continue de fonctionner, et OVHcloud facture ce qu’il consomme.',

  spend: ({ spent, budget, month }) => `Dépenses en ${month} : ${spent} sur ${budget}`,
  spendForecast: ({ forecast }) => `prévision : ${forecast}`,
  overBudget: 'budget dépassé',
  notReadYet: ({ budget }) => `Budget mensuel : ${budget} ; dépenses pas encore connues`,
  unreadSince: ({ since }) => `OVHcloud n’indique plus les dépenses depuis le ${since}`,
  gone: ({ budget }) => `Budget mensuel : ${budget} ; ce projet n’existe plus chez OVHcloud`,
  total: ({ count, spent, forecast, budget, month }) =>
    plural('fr', count, {
      one: `Un projet avec un budget. Dépenses en ${month} : ${spent} sur ${budget} ; prévision : ${forecast}. Un budget n’est pas un plafond.`,
      other: `${count} projets avec un budget. Dépenses en ${month} : ${spent} sur ${budget} ; prévision : ${forecast}. Un budget n’est pas un plafond.`,
    }),
  totalUnread: ({ count, budget }) =>
    plural('fr', count, {
      one: `Un projet avec un budget de ${budget} par mois ; ses dépenses ne sont pas encore connues.`,
      other: `${count} projets avec un budget total de ${budget} par mois ; leurs dépenses ne sont pas encore connues.`,
    }),
};
