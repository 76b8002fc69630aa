/**
 * What a project costs from now on: to install it and for each month, both without tax in the main unit of the currency,
 * and the rate of the tax (0.2 = 20 %).
 */
export type ProjectPrice = { withoutTax: number; monthly: number; taxRate: number };

/**
 * Invented: a real Public Cloud project may well cost nothing to install. An amount above 0 lets price,
 * tax and reduction show in the sandbox.
 */
export const DEFAULT_PRICE: ProjectPrice = { withoutTax: 10, monthly: 0, taxRate: 0.2 };

/** The API's order.Price. */
export type Price = { currencyCode: string; priceInUcents: number; text: string; value: number };

/** The API's order.cart.GenericProductDefinition. */
export type Offer = { planCode: string; productName: string; productType: string; prices: Pricing[] };

type Pricing = {
  capacities: string[];
  description: string;
  duration: string;
  interval: number;
  maximumQuantity: number | null;
  maximumRepeat: number | null;
  minimumQuantity: number;
  minimumRepeat: number;
  price: Price;
  priceInUcents: number;
  pricingMode: string;
  pricingType: string;
};

const CURRENCIES: Record<string, string> = {
  ASIA: 'USD',
  AU: 'AUD',
  CA: 'CAD',
  CZ: 'CZK',
  GB: 'GBP',
  IN: 'INR',
  MA: 'MAD',
  PL: 'PLN',
  QC: 'CAD',
  SG: 'SGD',
  SN: 'XOF',
  TN: 'TND',
  US: 'USD',
  WE: 'USD',
  WS: 'USD',
};
const SYMBOLS: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' };

/** The currency code a subsidiary sells in, and the symbol it is written with. */
export function currencyOf(subsidiary: string): { code: string; symbol: string } {
  const code = CURRENCIES[subsidiary] ?? 'EUR';
  return { code, symbol: SYMBOLS[code] ?? code };
}

/** The API's shape of an amount given in cents. `priceInUcents` is in millionths of a cent. */
export function priceOf(cents: number, currencyCode: string): Price {
  const value = cents / 100;
  return {
    currencyCode,
    priceInUcents: cents * 1_000_000,
    text: `${value.toFixed(2)} ${SYMBOLS[currencyCode] ?? currencyCode}`,
    value,
  };
}

/** An amount of the main unit in whole cents. */
export function toCents(value: number): number {
  return Math.round(value * 100);
}
