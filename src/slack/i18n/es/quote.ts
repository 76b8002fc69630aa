import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  operator: ({ name }) => `${name} (operador)`,
  date: '{date_short}, {time}',
  onceThenMonthly: ({ once, monthly }) => `${once} una sola vez; después, ${monthly} al mes`,
  onceThenRenewal: ({ once, renewal, duration }) =>
    `${once} una sola vez; después, ${renewal} en cada renovación (${duration})`,
  plusTax: ({ price }) => `${price} más IVA`,
  taxIncluded: ({ tax }) => `incluye ${tax} de IVA`,
  discount: ({ discount }) => `${discount} de descuento (sin IVA)`,
  voucher: ({ voucher }) => `Código promocional ${voucher}`,
  usage: 'el consumo se factura aparte',
  committed: ({ duration, count }) => `Permanencia: ${duration} × ${count}`,
  pricingMode: ({ mode }) => `Modo de tarificación: ${mode}`,
  validUntil: ({ until }) => `Válido hasta el ${until}`,
  contracts: ({ contracts }) => `Contratos: ${contracts}`,
  moreContracts: ({ count }) =>
    plural('es', count, {
      one: `y ${count} más en el propio pedido`,
      other: `y ${count} más en el propio pedido`,
    }),
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `el código promocional vale ${credit}`,
  minimumCredit: ({ credit }) => `OVHcloud exige un crédito de al menos ${credit} con el proyecto`,
  unchecked: 'OVHcloud no ha dicho si la cuenta puede pedir un proyecto; solo se sabrá al realizar el pedido',
  noPaymentMethod:
    'la cuenta no tiene una forma de pago predeterminada: quien paga introduce una en la página de pago',
};
