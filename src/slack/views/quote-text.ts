import { budgetOf } from '../../orders/budget.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import {
  type Contract,
  chargesAccount,
  isSettledByApp,
  priceTotals,
  type Quote,
} from '../../orders/quote.ts';
import { maskVoucher } from '../../orders/voucher.ts';
import type { Language } from '../i18n/catalogue.ts';
import { mention, slackDate } from './blocks.ts';
import { link, toMrkdwn, typed } from './markup.ts';
import { type RenderContext, waivesWithdrawal } from './render-context.ts';
import { unexpectedOrderText } from './unexpected-order-text.ts';

/** Maximum length of the links to contracts in a message. */
const MAX_CONTRACTS_LENGTH = 2_000;

/** A project's name in a sentence, literal. */
export function projectName(order: Order): string {
  return typed(order.request.projectName);
}

/** The same as a link to the order's first message, if there is one. */
export function linkedName(order: Order, { permalink }: Pick<RenderContext, 'permalink'>): string {
  return permalink ? link(permalink, order.request.projectName) : projectName(order);
}

/** The requester by name, which notifies no one, unlike a mention. A mention if Slack does not return the name. */
export function requesterName(order: Order, { requesterName: name }: RenderContext): string {
  return name ? typed(name, 60) : mention(order.requester);
}

/** The price with tax, as people write it. */
export function price(quote: Quote, { locale }: Language): string {
  return formatMoney(quote.withTax, locale);
}

/** What the price is made of: `€6.00 once, then €0.00 a month`. Empty if OVHcloud does not say. */
export function onceAndMonthly(quote: Quote, { locale, messages: { quoteFields: said } }: Language): string {
  const totals = priceTotals(quote);
  if (!totals) return '';
  const once = formatMoney(totals.once, locale);
  const each = formatMoney(totals.monthly, locale);
  const monthly = totals.isMonthlyWithTax ? each : said.plusTax({ price: each });
  return quote.duration === 'P1M'
    ? said.onceThenMonthly({ once, monthly })
    : said.onceThenRenewal({ once, renewal: monthly, duration: durationText(quote.duration, locale) });
}

/** An ISO 8601 duration such as `P1M` in words (`1 month`); as it is if it is no plain duration. */
function durationText(duration: string, locale: string): string {
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(duration) ?? [];
  if (!count || !unit) return typed(duration, 60);
  const name = { D: 'day', M: 'month', Y: 'year' }[unit as 'D' | 'M' | 'Y'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    Number(count),
  );
}

/** The warnings for approvers, a line each: a charge, a commitment, a waived right. */
export function quoteWarnings(order: Order, quote: Quote, ctx: RenderContext): string[] {
  const { approval, quoteFields } = ctx.messages;
  const { duration, minimumRepeat: count, pricingMode } = quote;
  const warnings = [
    ...(chargesAccount(quote) ? [ctx.approvalsRequired > 1 ? approval.lastCharges : approval.charges] : []),
    ...(count > 1 ? [quoteFields.committed({ duration: durationText(duration, ctx.locale), count })] : []),
    ...(pricingMode === 'default' ? [] : [quoteFields.pricingMode({ mode: typed(pricingMode, 60) })]),
    ...(waivesWithdrawal(order, ctx) ? [approval.withdrawalWaived] : []),
  ].map((warning) => `:warning: ${warning}`);
  return [unexpectedOrderText(order, ctx), ...warnings].filter(Boolean);
}

/** The details of a quote, a line each: the parts of the price; until when it is valid, and the contracts. */
export function quoteDetails(order: Order, quote: Quote, ctx: RenderContext): string[] {
  const { locale, messages } = ctx;
  const { quoteFields } = messages;
  const { tax, reduction, contracts } = quote;
  const { voucher } = order.request;
  const budget = budgetOf(order);
  const facts = [
    onceAndMonthly(quote, ctx),
    ...(tax.ucents > 0 ? [quoteFields.taxIncluded({ tax: formatMoney(tax, locale) })] : []),
    ...(reduction && reduction.ucents !== 0
      ? [quoteFields.discount({ discount: formatMoney(reduction, locale) })]
      : []),
    ...(voucher ? [quoteFields.voucher({ voucher: typed(maskVoucher(voucher)) })] : []),
    ...(isSettledByApp(quote) ? [messages.freeOrders.payment] : []),
    ...eligibilityNotes(order, quote, ctx),
    quoteFields.usage,
    ...(budget ? [messages.budget.approved({ budget: formatMoney(budget, locale) })] : []),
  ];
  const isWaiting = order.state === 'awaiting_approval' && order.validUntil !== null;
  const terms = [
    ...(isWaiting ? [quoteFields.validUntil({ until: slackDate(order.validUntil ?? 0, ctx) })] : []),
    ...(contracts.length > 0 ? [quoteFields.contracts({ contracts: contractLinks(contracts, ctx) })] : []),
  ];
  return [facts.filter(Boolean).join('  ·  '), terms.join('  ·  ')].filter(Boolean);
}

/** What OVHcloud says about the account and the voucher that matters to those who approve or pay. */
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

/** The contracts as links, as many as fit: a truncated link would not work. */
export function contractLinks(contracts: Contract[], { messages }: Language): string {
  const links: string[] = [];
  let length = 0;
  for (const [index, { name, url }] of contracts.entries()) {
    const next = link(url, name, 80);
    length += toMrkdwn(next).length + 2;
    if (length > MAX_CONTRACTS_LENGTH) {
      return [...links, messages.quoteFields.moreContracts({ count: contracts.length - index })].join(', ');
    }
    links.push(next);
  }
  return links.join(', ');
}
