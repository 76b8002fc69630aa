import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import { type Contract, chargesAccount, type Quote } from '../../orders/quote.ts';
import { maskVoucher } from '../../orders/request.ts';
import type { Language } from '../words/catalogue.ts';
import { type Blocks, escaped, facts, mention, paragraph, smallPrint, when } from './blocks.ts';
import type { Drawing } from './drawing.ts';

/**
 * A project's name for mrkdwn. Marks that would make parts of it bold, struck or code give way to look-alikes, so that
 * no name can pass for the app's own words, a price above all.
 */
export function nameInMrkdwn(name: string, max?: number): string {
  return escaped(name, max).replaceAll('*', '∗').replaceAll('`', 'ˋ').replaceAll('~', '∼');
}

/** A project's name in a sentence, harmless and at most 100 characters long. */
export function projectName(order: Order): string {
  return nameInMrkdwn(order.request.projectName);
}

/** The price with tax, as people write it. */
export function price(quote: Quote, { locale }: Language): string {
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
export function quoteBlocks(order: Order, quote: Quote, drawing: Drawing): Blocks {
  const { locale, words } = drawing;
  const { reduction, tax, planCode, quantity, duration, contracts } = quote;
  const { voucher, waiveWithdrawal, reason } = order.request;
  const said = words.facts;
  const isReduced = reduction && reduction.ucents !== 0;
  const blocks: Blocks = [
    facts([
      [said.priceWithTax, price(quote, drawing)],
      [said.tax, formatMoney(tax, locale)],
      [said.reduction, isReduced ? formatMoney(reduction, locale) : said.noReduction],
      [said.voucher, voucher ? escaped(maskVoucher(voucher)) : said.none],
      [said.plan, `${escaped(planCode)} × ${quantity}`],
      [said.duration, said.thenRenewed({ duration: durationInWords(duration, locale) })],
      [said.requester, mention(order.requester)],
      [said.payment, chargesAccount(quote) ? said.paidByCharge : said.paidByPerson],
      ...(drawing.hasWaiver
        ? [[said.withdrawal, waiveWithdrawal ? said.withdrawalGivenUp : said.withdrawalKept] as const]
        : []),
      ...(order.validUntil === null || order.state !== 'awaiting_approval'
        ? []
        : [[said.validUntil, when(order.validUntil, drawing)] as const]),
    ]),
  ];
  const notes = conditionNotes(order, quote, drawing);
  if (notes.length > 0) blocks.push(smallPrint(notes.join('  ·  ')));
  if (reason) blocks.push(paragraph(`*${said.reason}*\n${quoted(reason)}`));
  if (contracts.length > 0) {
    blocks.push(paragraph(`*${said.contracts}*\n${contractLinks(contracts, drawing)}`));
  }
  return blocks;
}

/** What OVHcloud said of the account and the voucher, as far as it matters to whoever decides or pays. */
function conditionNotes(order: Order, quote: Quote, { locale, words }: Language): string[] {
  const said = order.conditions;
  if (!said) return [];
  const { voucherCredit, minimumCredit, checked, hasPaymentMethod } = said;
  const { conditions } = words;
  return [
    ...(voucherCredit ? [conditions.voucherCredit({ credit: formatMoney(voucherCredit, locale) })] : []),
    ...(minimumCredit ? [conditions.minimumCredit({ credit: formatMoney(minimumCredit, locale) })] : []),
    ...(checked ? [] : [conditions.unchecked]),
    ...(hasPaymentMethod === false && !chargesAccount(quote) ? [conditions.noPaymentMethod] : []),
  ];
}

/** What an approval is about, in sentences for the `text` of a message. */
export function quoteInSentences(order: Order, quote: Quote, drawing: Drawing): string {
  const { voucher, waiveWithdrawal, reason } = order.request;
  const said = drawing.words.factSentences;
  const reasonInOneLine = nameInMrkdwn((reason ?? '').replaceAll(/\s+/g, ' '), 1_000);
  return [
    said.price({ price: price(quote, drawing) }),
    voucher ? said.voucher : said.noVoucher,
    ...(drawing.hasWaiver ? [waiveWithdrawal ? said.withdrawalGivenUp : said.withdrawalKept] : []),
    reason ? said.reason({ reason: reasonInOneLine }) : said.noReason,
  ].join(' ');
}

/** Text typed by a person, set off as a quotation that fits a paragraph. */
export function quoted(text: string): string {
  const lines = escaped(text.replaceAll(/\n{3,}/g, '\n\n'), 1_700);
  return `>${lines.replaceAll('\n', '\n>')}`;
}

/** The contracts as links, as many as fit: a link that is cut would be none. */
function contractLinks(contracts: Contract[], { words }: Language): string {
  const lines: string[] = [];
  let length = 0;
  for (const [index, contract] of contracts.entries()) {
    const line = `• ${link(contract)}`;
    length += line.length + 1;
    if (length > 2_800) {
      const more = words.facts.moreContracts({ count: contracts.length - index });
      return [...lines, `• ${more}`].join('\n');
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** A link, or only the contract's name where its URL is none that a link can hold. */
function link({ name, url }: Contract): string {
  const label = escaped(name, 150).replaceAll('|', '¦');
  return /^https?:\/\/[^\s<>|]+$/.test(url) && url.length <= 1_000 ? `<${escaped(url)}|${label}>` : label;
}
