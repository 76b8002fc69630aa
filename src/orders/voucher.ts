import { charactersOf, containsInvisibleCharacters } from './typed-text.ts';

const MASK = '••••';

/** Whether a text may be a voucher's code, or none: one word of up to 100 visible characters. */
export function isVoucherCode(text: string): boolean {
  return text.length <= 100 && !/\s/.test(text) && !containsInvisibleCharacters(text);
}

/** Shows that there is a voucher, not which: `••••42`. */
export function maskVoucher(voucher: string): string {
  if (voucher.startsWith(MASK)) return voucher;
  const characters = [...charactersOf(voucher)];
  return characters.length > 6 ? `${MASK}${characters.slice(-2).join('')}` : MASK;
}
