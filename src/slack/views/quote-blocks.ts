import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import {
  type Contract,
  chargesAccount,
  isSettledByApp,
  priceTotals,
  type Quote,
} from '../../orders/quote.ts';
import { maskVoucher } from '../../orders/request.ts';
import type { Language } from '../i18n/catalogue.ts';
import { type Blocks, context, escapeMrkdwn, fields, mention, section, slackDate } from './blocks.ts';
import type { RenderContext } from './render-context.ts';

/**
 * A project's name for mrkdwn. Marks that would make parts of it bold, struck or code give way to look-alikes, so that
 * no name can pass for the app's own words, a price above all.
 */
export function nameInMrkdwn(name: string, max?: number): string {
  return escapeMrkdwn(name, max).replaceAll('*', '∗').replaceAll('`', 'ˋ').replaceAll('~', '∼');
}

/** A project's name in a sentence, harmless and at most 100 characters long. */
export function projectName(order: Order): string {
  return nameInMrkdwn(order.request.projectName);
}

/** The price with tax, as people write it. */
export function price(quote: Quote, { locale }: Language): string {
  return formatMoney(quote.withTax, locale);
}

/** What the price is made of: `€6.00 once, then €0.00 a month`. Empty where OVHcloud does not say. */
function onceAndMonthly(quote: Quote, { locale, messages: { quoteFields: said } }: Language): string {
  const totals = priceTotals(quote);
  if (!totals) return '';
  const once = formatMoney(totals.once, locale);
  const each = formatMoney(totals.monthly, locale);
  const monthly = totals.isMonthlyWithTax ? each : said.plusTax({ price: each });
  return quote.duration === 'P1M'
    ? said.onceThenMonthly({ once, monthly })
    : said.onceThenRenewal({ once, renewal: monthly, duration: durationText(quote.duration, locale) });
}

/** For how long it is bought: renewed after that, or committed to. */
export function term(
  { duration, minimumRepeat }: Quote,
  { locale, messages: { quoteFields: said } }: Language,
): string {
  const inWords = durationText(duration, locale);
  return minimumRepeat > 1
    ? said.committed({ duration: inWords, count: minimumRepeat })
    : said.thenRenewed({ duration: inWords });
}

/** An ISO 8601 duration such as `P1M` in words (`1 month`); as it is if it is no plain duration. */
function durationText(duration: string, locale: string): string {
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(duration) ?? [];
  if (!count || !unit) return escapeMrkdwn(duration);
  const name = { D: 'day', M: 'month', Y: 'year' }[unit as 'D' | 'M' | 'Y'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    Number(count),
  );
}

/** Everything that an approval is about: price, terms, consent, contracts, reason. */
export function quoteBlocks(order: Order, quote: Quote, ctx: RenderContext): Blocks {
  const { locale, messages } = ctx;
  const { reduction, tax, planCode, quantity, pricingMode, contracts } = quote;
  const { voucher, waiveWithdrawal, reason } = order.request;
  const labels = messages.quoteFields;
  const isReduced = reduction && reduction.ucents !== 0;
  const mode = pricingMode === 'default' ? '' : ` (${escapeMrkdwn(pricingMode, 60)})`;
  const blocks: Blocks = [
    fields([
      [labels.priceWithTax, [price(quote, ctx), onceAndMonthly(quote, ctx)].filter(Boolean).join('\n')],
      [labels.tax, formatMoney(tax, locale)],
      [labels.reduction, isReduced ? formatMoney(reduction, locale) : labels.noReduction],
      [labels.voucher, voucher ? escapeMrkdwn(maskVoucher(voucher)) : labels.none],
      [labels.plan, `${escapeMrkdwn(planCode)} × ${quantity}${mode}`],
      [labels.duration, term(quote, ctx)],
      [labels.requester, mention(order.requester)],
      [labels.payment, paymentInWords(quote, ctx)],
      ...(ctx.hasWaiver
        ? [[labels.withdrawal, waiveWithdrawal ? labels.withdrawalGivenUp : labels.withdrawalKept] as const]
        : []),
      ...(order.validUntil === null || order.state !== 'awaiting_approval'
        ? []
        : [[labels.validUntil, slackDate(order.validUntil, ctx)] as const]),
    ]),
  ];
  const notes = eligibilityNotes(order, quote, ctx);
  if (notes.length > 0) blocks.push(context(notes.join('  ·  ')));
  if (reason) blocks.push(section(`*${labels.reason}*\n${blockquote(reason)}`));
  if (contracts.length > 0) {
    blocks.push(section(`*${labels.contracts}*\n${contractLinks(contracts, ctx)}`));
  }
  return blocks;
}

function paymentInWords(quote: Quote, { messages }: Language): string {
  if (isSettledByApp(quote)) return messages.freeOrders.payment;
  return chargesAccount(quote) ? messages.quoteFields.paidByCharge : messages.quoteFields.paidByPerson;
}

/** What OVHcloud said of the account and the voucher, as far as it matters to whoever decides or pays. */
function eligibilityNotes(order: Order, quote: Quote, { locale, messages }: Language): string[] {
  const said = order.eligibility;
  if (!said) return [];
  const { voucherCredit, minimumCredit, checked, hasPaymentMethod } = said;
  const { eligibility } = messages;
  return [
    ...(voucherCredit ? [eligibility.voucherCredit({ credit: formatMoney(voucherCredit, locale) })] : []),
    ...(minimumCredit ? [eligibility.minimumCredit({ credit: formatMoney(minimumCredit, locale) })] : []),
    ...(checked ? [] : [eligibility.unchecked]),
    ...(hasPaymentMethod === false && isPaidByPerson(quote) ? [eligibility.noPaymentMethod] : []),
  ];
}

function isPaidByPerson(quote: Quote): boolean {
  return !chargesAccount(quote) && !isSettledByApp(quote);
}

/** What an approval is about, in sentences for the `text` of a message. */
export function quoteText(order: Order, quote: Quote, ctx: RenderContext): string {
  const { voucher, waiveWithdrawal, reason } = order.request;
  const said = ctx.messages.quoteSentences;
  const reasonInOneLine = nameInMrkdwn((reason ?? '').replaceAll(/\s+/g, ' '), 1_000);
  const parts = onceAndMonthly(quote, ctx);
  return [
    said.price({ price: price(quote, ctx) }),
    parts && `${parts}.`,
    ...(quote.minimumRepeat > 1 ? [`${ctx.messages.quoteFields.duration}: ${term(quote, ctx)}.`] : []),
    voucher ? said.voucher : said.noVoucher,
    ...(ctx.hasWaiver ? [waiveWithdrawal ? said.withdrawalGivenUp : said.withdrawalKept] : []),
    reason ? said.reason({ reason: reasonInOneLine }) : said.noReason,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Text typed by a person, set off as a quotation that fits a paragraph. */
export function blockquote(text: string): string {
  const lines = escapeMrkdwn(text.replaceAll(/\n{3,}/g, '\n\n'), 1_700);
  return `>${lines.replaceAll('\n', '\n>')}`;
}

/** The contracts as links, as many as fit: a link that is cut would be none. */
function contractLinks(contracts: Contract[], { messages }: Language): string {
  const lines: string[] = [];
  let length = 0;
  for (const [index, contract] of contracts.entries()) {
    const line = `• ${link(contract)}`;
    length += line.length + 1;
    if (length > 2_800) {
      const more = messages.quoteFields.moreContracts({ count: contracts.length - index });
      return [...lines, `• ${more}`].join('\n');
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** A link, or only the contract's name where its URL is none that a link can hold. */
function link({ name, url }: Contract): string {
  const label = escapeMrkdwn(name, 150).replaceAll('|', '¦');
  return /^https?:\/\/[^\s<>|]+$/.test(url) && url.length <= 1_000
    ? `<${escapeMrkdwn(url)}|${label}>`
    : label;
}
