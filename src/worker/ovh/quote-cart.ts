import { createHash } from 'node:crypto';
import { type Money, money } from '../../orders/money.ts';
import type { PriceLine, Quote } from '../../orders/quote.ts';
import { previewCheckout } from '../../ovh/checkout.ts';
import type { CheckoutPreview, Item, Offer, OfferPrice, PriceDetail } from '../../ovh/schemas/cart.ts';
import type { Price } from '../../ovh/schemas/field-types.ts';
import type { WorkerContext } from '../context.ts';
import { OrderBlockedError } from '../errors.ts';
import { maskVoucherIn } from '../failures.ts';

/** How the project is put into the cart, as its offer says. `minimumRepeat` above 1 is a commitment. */
export type OfferTerms = {
  planCode: string;
  duration: string;
  pricingMode: string;
  quantity: number;
  minimumRepeat: number;
};

/** The terms that an item in a cart shows. */
export type ItemTerms = Omit<OfferTerms, 'minimumRepeat'>;

/** What the cart would cost now: GET …/checkout. Where OVHcloud's words repeat the voucher, it is masked. */
export async function previewCart(
  cartId: string,
  terms: OfferTerms & { subsidiary: string; voucher: string | null },
  ctx: Pick<WorkerContext, 'config' | 'ovh'>,
): Promise<Quote> {
  const preview = await previewCheckout(ctx.ovh, cartId);
  return quoteOf(preview, terms, ctx.config);
}

/**
 * Finds the plan among the offers, and takes duration and pricing mode from a price that renews it: of OVHcloud's
 * default mode, by the month and without a commitment where there is one. Throws OrderBlockedError.
 */
export function offerTerms(offers: Offer[], planCode: string): OfferTerms {
  const offer = offers.find((candidate) => candidate.planCode === planCode);
  if (offer?.prices.length === 0) throw new OrderBlockedError({ kind: 'answer_not_understood' });
  const renewals = offer?.prices.filter(
    ({ capacities, minimumQuantity }) => capacities.includes('renew') && (minimumQuantity ?? 1) <= 1,
  );
  const renewal = renewals?.toSorted((a, b) => compare(preference(a), preference(b)))[0];
  if (!renewal) throw new OrderBlockedError({ kind: 'plan_not_offered', planCode });
  const { duration, pricingMode, minimumRepeat } = renewal;
  return { planCode, duration, pricingMode, quantity: 1, minimumRepeat: Math.max(1, minimumRepeat ?? 1) };
}

/** Sort key of a price: what matters most comes first, and less is better. */
function preference({ duration, pricingMode, minimumRepeat }: OfferPrice): number[] {
  const isCommitment = (minimumRepeat ?? 1) > 1;
  const months = monthsOf(duration);
  return [Number(isCommitment), Number(pricingMode !== 'default'), Number(months !== 1), months];
}

function compare(one: number[], other: number[]): number {
  const differing = one.findIndex((value, index) => value !== other[index]);
  return differing < 0 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0);
}

/** The length of an ISO 8601 duration such as `P1M` in months; endless where it is none, or no time at all. */
function monthsOf(duration: string): number {
  const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration) ?? [];
  const length = Number(years ?? 0) * 12 + Number(months ?? 0) + Number(days ?? 0) / 30.5;
  return length > 0 ? length : Number.MAX_VALUE;
}

/** Throws OrderBlockedError unless the item in the cart is what was asked for. */
export function checkItem(item: Item, terms: ItemTerms): void {
  if (!isOnTerms(item, terms)) throw new OrderBlockedError({ kind: 'answer_not_understood' });
}

/** Whether an item has these terms, as far as OVHcloud says. */
export function isOnTerms({ settings, duration }: Item, terms: ItemTerms): boolean {
  const { planCode, pricingMode, quantity } = settings;
  const pairs = [
    [planCode, terms.planCode],
    [pricingMode, terms.pricingMode],
    [quantity, terms.quantity],
    [duration, terms.duration],
  ];
  return pairs.every(([actual, wanted]) => actual === null || actual === wanted);
}

function quoteOf(
  { prices, contracts, details }: CheckoutPreview,
  terms: OfferTerms & { subsidiary: string; voucher: string | null },
  { autoPay, settleFreeOrders }: Pick<WorkerContext['config'], 'autoPay' | 'settleFreeOrders'>,
): Quote {
  const withTax = amountOf(prices.withTax);
  const withoutTax = amountOf(prices.withoutTax);
  return {
    subsidiary: terms.subsidiary,
    planCode: terms.planCode,
    duration: terms.duration,
    pricingMode: terms.pricingMode,
    minimumRepeat: terms.minimumRepeat,
    quantity: terms.quantity,
    lines: details.map((detail) => lineOf(detail, terms.voucher)),
    withTax,
    withoutTax,
    tax: prices.tax
      ? amountOf(prices.tax)
      : { ucents: withTax.ucents - withoutTax.ucents, currency: withTax.currency },
    reduction: prices.reduction ? amountOf(prices.reduction) : null,
    contracts: contracts.map(({ name, url, content }) => ({
      name,
      url,
      digest: createHash('sha256').update(content).digest('hex'),
    })),
    autoPay,
    settlesFree: settleFreeOrders,
  };
}

/** The kinds of lines that come again with each renewal. */
const RENEWED = ['DURATION', 'RENEW'];

function lineOf(
  { description, detailType, totalPrice, originalTotalPrice }: PriceDetail,
  voucher: string | null,
) {
  const total = amountOf(totalPrice);
  return {
    description: maskVoucherIn(description, voucher),
    charged: RENEWED.includes(detailType ?? '') ? 'monthly' : 'once',
    total,
    undiscounted: originalTotalPrice ? amountOf(originalTotalPrice) : total,
  } satisfies PriceLine;
}

/** OVHcloud's price as Money: from its own integer amount where it gives one. */
export function amountOf({ currencyCode, value, priceInUcents }: Price): Money {
  return typeof priceInUcents === 'number'
    ? { ucents: priceInUcents + 0, currency: currencyCode }
    : money(value ?? 0, currencyCode);
}
