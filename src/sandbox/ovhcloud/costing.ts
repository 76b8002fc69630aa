import { currencyOf, type Price, priceOf, toCents } from './prices.ts';
import type { LocalCart, LocalItem, OvhState } from './state.ts';
import { centsOff, voucherFor } from './vouchers.ts';

/** What a cart costs now, in the shapes of the API's order.Order. */
export type Costs = { details: CostDetail[]; prices: CostTotals };

/** The API's order.OrderDetail, with the item it came from. */
type CostDetail = {
  item: LocalItem;
  detailType: 'INSTALLATION' | 'DURATION';
  description: string;
  unitPrice: Price;
  originalTotalPrice: Price;
  reductionTotalPrice: Price;
  totalPrice: Price;
  reductions: unknown[];
};

type CostTotals = {
  withTax: Price;
  withoutTax: Price;
  tax: Price;
  reduction: Price | null;
  originalWithoutTax: Price | null;
};

/** Adds up a cart at today's price, with its vouchers taken off. Tax is on what is left. */
export function costsOf(state: OvhState, cart: LocalCart): Costs {
  const currency = currencyOf(cart.ovhSubsidiary).code;
  const installation = toCents(state.price.withoutTax);
  const month = toCents(state.price.monthly);
  let [original, reduced] = [0, 0];
  const details: CostDetail[] = [];
  for (const item of cart.items) {
    const price = installation * item.quantity;
    const off = reductionOf(item, price);
    original += price + month * item.quantity;
    reduced += off.cents;
    details.push(
      {
        ...fullPrice(item, installation, currency),
        detailType: 'INSTALLATION',
        description: 'Public Cloud Project - installation fee',
        reductionTotalPrice: priceOf(off.cents, currency),
        totalPrice: priceOf(price - off.cents, currency),
        reductions: off.code === null ? [] : [reductionAnswer(off.code, priceOf(off.cents, currency))],
      },
      {
        ...fullPrice(item, month, currency),
        detailType: 'DURATION',
        description: 'Public Cloud Project rental for 1 month',
      },
    );
  }
  return { details, prices: totals({ original, reduced, taxRate: state.price.taxRate }, currency) };
}

function fullPrice(item: LocalItem, cents: number, currency: string) {
  const total = priceOf(cents * item.quantity, currency);
  return {
    item,
    unitPrice: priceOf(cents, currency),
    originalTotalPrice: total,
    reductionTotalPrice: priceOf(0, currency),
    totalPrice: total,
    reductions: [],
  };
}

function reductionOf(item: LocalItem, price: number): { code: string | null; cents: number } {
  const code = item.configurations.find(({ label }) => label === 'voucher')?.value;
  const cents = code === undefined ? 0 : centsOff(voucherFor(code), price);
  return { code: cents > 0 && code !== undefined ? code : null, cents };
}

function reductionAnswer(code: string, price: Price) {
  return {
    context: 'voucher',
    type: 'fixed_amount',
    description: `Voucher ${code}`,
    reductionDescription: `${price.text} off`,
    price,
    value: price,
  };
}

function totals(
  { original, reduced, taxRate }: { original: number; reduced: number; taxRate: number },
  currency: string,
): CostTotals {
  const withoutTax = original - reduced;
  const tax = Math.round(withoutTax * taxRate);
  return {
    withTax: priceOf(withoutTax + tax, currency),
    withoutTax: priceOf(withoutTax, currency),
    tax: priceOf(tax, currency),
    reduction: reduced > 0 ? priceOf(reduced, currency) : null,
    originalWithoutTax: reduced > 0 ? priceOf(original, currency) : null,
  };
}
