import { formatMoney } from '../../orders/money.ts';
import { maskVoucher, type Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import { type Blocks, clip, escaped, facts, mention, paragraph, when } from './blocks.ts';

/** A project's name in a sentence, harmless and at most 100 characters long. */
export function projectName(order: Order): string {
  return escaped(clip(order.request.projectName, 100));
}

/** The price with tax, as people write it. */
export function price(quote: Quote, locale: string): string {
  return formatMoney(quote.withTax, locale);
}

/** An ISO 8601 duration such as `P1M` in words (`1 month`); as it is if it is no plain duration. */
export function durationInWords(duration: string, locale: string): string {
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(duration) ?? [];
  if (!count || !unit) return escaped(duration);
  const name = { D: 'day', M: 'month', Y: 'year' }[unit as 'D' | 'M' | 'Y'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    Number(count),
  );
}

/** Everything that an approval is about: price, terms, consent, contracts, reason. */
export function quoteBlocks(order: Order, quote: Quote, locale: string): Blocks {
  const { reduction, tax, planCode, quantity, duration, contracts, autoPay } = quote;
  const { voucher, waiveWithdrawal, reason } = order.request;
  const blocks: Blocks = [
    facts([
      ['Price with tax', price(quote, locale)],
      ['Tax in it', formatMoney(tax, locale)],
      ['Reduction', reduction && reduction.ucents !== 0 ? formatMoney(reduction, locale) : 'none'],
      ['Voucher', voucher ? escaped(maskVoucher(voucher)) : 'none'],
      ['Plan', `${escaped(planCode)} × ${quantity}`],
      ['Duration', `${durationInWords(duration, locale)}, then renewed`],
      ['Requested by', mention(order.requester)],
      [
        'Payment',
        autoPay ? 'charged to the account at once when approved' : 'by a person, at the checkout URL',
      ],
      ['14-day right of withdrawal', waiveWithdrawal ? 'given up by the requester' : 'kept'],
      ...(order.validUntil === null ? [] : [['Quote valid until', when(order.validUntil)] as const]),
    ]),
  ];
  if (reason) blocks.push(paragraph(`*Reason*\n${quoted(reason)}`));
  if (contracts.length > 0) {
    const links = contracts.map(({ name, url }) => `• ${link(url, name)}`);
    blocks.push(paragraph(`*Contracts*\n${links.join('\n')}`));
  }
  return blocks;
}

/** Text typed by a person, set off as a quotation. */
export function quoted(text: string): string {
  return escaped(clip(text, 1000))
    .split('\n')
    .map((line) => `>${line}`)
    .join('\n');
}

/** A link, or only its name where the URL is none that a link can hold. */
function link(url: string, name: string): string {
  const safe = /^https?:\/\/[^\s<>|]+$/.test(url) && url.length <= 400;
  return safe
    ? `<${escaped(url)}|${escaped(clip(name, 100)).replaceAll('|', '¦')}>`
    : escaped(clip(name, 100));
}
