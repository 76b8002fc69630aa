import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const quoteFields: Messages['quoteFields'] = {
  date: '{date_short}, {time}',
  priceWithTax: 'Precio con IVA',
  tax: 'Impuestos incluidos',
  reduction: 'Descuento (sin IVA)',
  voucher: 'Código promocional',
  none: 'ninguno',
  noReduction: 'ninguno',
  plan: 'Plan',
  duration: 'Duración',
  thenRenewed: ({ duration }) => `${duration}, después se renueva`,
  requester: 'Solicitado por',
  payment: 'Pago',
  paidByCharge: 'se carga en la cuenta al instante tras la aprobación',
  paidByPerson: 'por una persona, con el enlace de pago',
  withdrawal: 'Derecho de desistimiento (14 días)',
  withdrawalGivenUp: 'el solicitante renuncia a él',
  withdrawalKept: 'se conserva',
  validUntil: 'Presupuesto válido hasta el',
  reason: 'Motivo',
  contracts: 'Contratos',
  moreContracts: ({ count }) =>
    plural('es', count, {
      one: `y ${count} más, en el propio pedido`,
      other: `y ${count} más, en el propio pedido`,
    }),
};

export const quoteSentences: Messages['quoteSentences'] = {
  price: ({ price }) => `El precio es de ${price} IVA incl.`,
  voucher: 'Se usa un código promocional.',
  noVoucher: 'No se usa ningún código promocional.',
  withdrawalGivenUp: 'Se renuncia al derecho de desistimiento de 14 días.',
  withdrawalKept: 'Se conserva el derecho de desistimiento de 14 días.',
  reason: ({ reason }) => `Motivo: «${reason}».`,
  noReason: 'No se ha dado ningún motivo.',
};

export const eligibility: Messages['eligibility'] = {
  voucherCredit: ({ credit }) => `El voucher vale ${credit}.`,
  minimumCredit: ({ credit }) => `OVHcloud pide un crédito de al menos ${credit} con el proyecto.`,
  unchecked: 'OVHcloud no ha dicho si la cuenta puede pedir un proyecto; se sabrá al hacer el pedido.',
  noPaymentMethod:
    'La cuenta no tiene una forma de pago preferida: quien pague introduce una en el enlace de pago.',
};
