import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const budget: Messages['budget'] = {
  label: 'Presupuesto mensual',
  hint: ({ currency }) =>
    `En ${currency ?? 'la moneda de su cuenta de OVHcloud'}, sin decimales; por ejemplo, 100. Se avisa cuando el proyecto llega al 50, 80 y 100 %; no limita el gasto.`,
  required: 'Indique un presupuesto mensual.',
  invalid: ({ most }) => `Indique un número entero de 1 a ${most}, sin moneda ni decimales.`,

  approved: ({ budget }) => `Presupuesto mensual: ${budget} (no limita el gasto)`,

  reached: ({ name, percent, spent, budget, month }) =>
    `*${name}* ha alcanzado el ${percent} de su presupuesto mensual: ${spent} de ${budget} en ${month}.`,
  forecast: ({ forecast }) => `OVHcloud prevé ${forecast} para todo el mes.`,
  forecastOver: ({ forecast }) =>
    `OVHcloud prevé ${forecast} para todo el mes, por encima del presupuesto mensual.`,
  willExceed: ({ name, forecast, budget, month }) =>
    `*${name}* probablemente superará su presupuesto mensual de ${budget}: OVHcloud prevé ${forecast} para ${month}.`,
  spentSoFar: ({ spent }) => `Hasta ahora ha gastado ${spent}.`,
  noCap:
    'El presupuesto mensual no limita el gasto: el proyecto sigue funcionando y OVHcloud factura lo que consume.',

  spend: ({ spent, budget, month }) => `${spent} de ${budget} gastados en ${month}`,
  spendForecast: ({ forecast }) => `previsión: ${forecast}`,
  overBudget: 'por encima del presupuesto mensual',
  notReadYet: ({ budget }) => `Presupuesto mensual: ${budget}, gasto aún desconocido`,
  unreadSince: ({ since }) => `OVHcloud no indica el gasto desde el ${since}`,
  gone: ({ budget }) => `Presupuesto mensual: ${budget}; este proyecto ya no existe en OVHcloud`,
  total: ({ count, spent, forecast, budget, month }) =>
    plural('es', count, {
      one: `Un proyecto con presupuesto mensual: ${spent} de ${budget} gastados en ${month}, previsión: ${forecast}. El presupuesto mensual no limita el gasto.`,
      other: `${count} proyectos con presupuesto mensual: ${spent} de ${budget} gastados en ${month}, previsión: ${forecast}. Los presupuestos mensuales no limitan el gasto.`,
    }),
  totalUnread: ({ count, budget }) =>
    plural('es', count, {
      one: `Un proyecto con un presupuesto mensual de ${budget}; su gasto aún no se conoce.`,
      other: `${count} proyectos con presupuestos mensuales de ${budget} en total; su gasto aún no se conoce.`,
    }),
};
