import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import type { Contract, Quote } from '../../orders/quote.ts';
import { maskVoucher } from '../../orders/request.ts';
import { type Blocks, escaped, facts, mention, paragraph, when } from './blocks.ts';

/**
 * A project's name for mrkdwn. Marks that would make parts of it bold, struck or code give way to look-alikes, so that
 * no name can pass for the app's own words, a price above all.
 */
export function nameInMrkdwn(name: string): string {
  return escaped(name).replaceAll('*', '∗').replaceAll('`', 'ˋ').replaceAll('~', '∼');
}

/** A project's name in a sentence, harmless and at most 100 characters long. */
export function projectName(order: Order): string {
  return nameInMrkdwn(order.request.projectName);
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
      ...(order.validUntil === null || order.state !== 'awaiting_approval'
        ? []
        : [['Quote valid until', when(order.validUntil)] as const]),
    ]),
  ];
  if (reason) blocks.push(paragraph(`*Reason*\n${quoted(reason)}`));
  if (contracts.length > 0) {
    blocks.push(paragraph(`*Contracts*\n${contractLinks(contracts)}`));
  }
  return blocks;
}

/** Text typed by a person, set off as a quotation that fits a paragraph. */
export function quoted(text: string): string {
  const lines = escaped(text.replaceAll(/\n{3,}/g, '\n\n'), 1_700);
  return `>${lines.replaceAll('\n', '\n>')}`;
}

/** The contracts as links, as many as fit: a link that is cut would be none. */
function contractLinks(contracts: Contract[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const [index, contract] of contracts.entries()) {
    const line = `• ${link(contract)}`;
    length += line.length + 1;
    if (length > 2_800)
      return [...lines, `• and ${contracts.length - index} more, in the order itself`].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

/** A link, or only the contract's name where its URL is none that a link can hold. */
function link({ name, url }: Contract): string {
  const label = escaped(name, 150).replaceAll('|', '¦');
  return /^https?:\/\/[^\s<>|]+$/.test(url) && url.length <= 1_000 ? `<${escaped(url)}|${label}>` : label;
}
