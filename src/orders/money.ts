/**
 * An amount in OVHcloud's own unit: `ucents`, millionths of a cent (1 EUR = 100,000,000 ucents),
 * an integer, so that sums and comparisons are exact in every currency.
 */
export type Money = { ucents: number; currency: string };

const UCENTS_PER_UNIT = 100_000_000;

/** Makes Money of a decimal amount such as 12.5 (in the currency's main unit). */
export function money(value: number, currency: string): Money {
  return { ucents: Math.round(value * UCENTS_PER_UNIT), currency };
}

/** Shows an amount as people write it, for example `€12.00` (`locale` is a BCP 47 tag). */
export function formatMoney(amount: Money, locale: string): string {
  const value = amount.ucents / UCENTS_PER_UNIT;
  // OVHcloud has currencies that are none, such as `points`.
  if (!/^[A-Z]{3}$/.test(amount.currency)) return `${value.toFixed(2)} ${amount.currency}`;
  return currencyFormat(locale, amount.currency).format(value);
}

/** Making a format takes a hundred times as long as using it; there are as many as languages and currencies. */
const formats = new Map<string, Intl.NumberFormat>();

function currencyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}
