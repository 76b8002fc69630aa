/**
 * An amount in OVHcloud's own unit: `ucents`, millionths of a cent (1 EUR = 100,000,000 ucents),
 * an integer, so that sums and comparisons are exact in every currency.
 */
export type Money = { ucents: number; currency: string };

/** How many ucents there are in one of a currency's main unit. */
export const UCENTS_PER_UNIT = 100_000_000;

/** Makes Money of a decimal amount such as 12.5 (in the currency's main unit). */
export function money(value: number, currency: string): Money {
  // Adding zero turns -0 into 0.
  return { ucents: Math.round(value * UCENTS_PER_UNIT) + 0, currency };
}

/** Whether two amounts are the same, in the same currency. */
export function isSameMoney(one: Money, other: Money): boolean {
  return one.ucents === other.ucents && one.currency === other.currency;
}

/** Shows an amount as people write it, for example `€12.00` (`locale` is a BCP 47 tag). */
export function formatMoney(amount: Money, locale: string): string {
  const value = amount.ucents / UCENTS_PER_UNIT;
  // OVHcloud has codes that are not currencies: `points` and `N/A`.
  if (/^[A-Z]{3}$/.test(amount.currency)) return numberFormat(locale, amount.currency).format(value);
  const number = numberFormat(locale, null).format(value);
  return amount.currency === 'N/A' ? number : `${number} ${harmlessCode(amount.currency)}`;
}

/** A currency code that is safe in any text: an invalid one is reduced to its letters and digits. */
function harmlessCode(currency: string): string {
  const letters = [...currency.replaceAll(/[^\p{L}\p{N}/.-]/gu, '')];
  return letters.slice(0, 12).join('') || '?';
}

/** Cached, because creating a format takes a hundred times as long as using it; one per language and currency. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, currency: string | null): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const style = currency
    ? ({ style: 'currency', currency } as const)
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  // An amount that is rounded to zero has no sign: no `-€0.00`.
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { ...style, signDisplay: 'negative' });
  formats.set(key, format);
  return format;
}
