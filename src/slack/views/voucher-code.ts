import { containsInvisibleCharacters } from '../../orders/typed-text.ts';

/** Whether a text may be a voucher's code, or none: one word of up to 100 characters that can all be seen. */
export function isVoucherCode(text: string): boolean {
  return text.length <= 100 && !/\s/.test(text) && !containsInvisibleCharacters(text);
}
