import { createHash } from 'node:crypto';
import { money } from '../../orders/money.ts';
import type { Quote } from '../../orders/quote.ts';
import { previewCheckout } from '../../ovh/checkout.ts';
import type { CheckoutPreview, Item, Offer, Price } from '../../ovh/schemas.ts';
import type { WorkerContext } from '../context.ts';
import { OrderBlockedError } from '../errors.ts';

/** How the project is put into the cart, as its offer says. */
export type OfferTerms = { planCode: string; duration: string; pricingMode: string; quantity: number };

/** What the cart would cost now: GET …/checkout. */
export async function previewCart(
  cartId: string,
  terms: OfferTerms & { subsidiary: string },
  ctx: WorkerContext,
): Promise<Quote> {
  const preview = await previewCheckout(ctx.ovh, cartId);
  return quoteOf(preview, terms, terms.subsidiary, ctx.config.autoPay);
}

/** Finds the plan among the offers, and takes duration and pricing mode from the price that renews it. */
export function offerTerms(offers: Offer[], planCode: string): OfferTerms {
  const offer = offers.find((candidate) => candidate.planCode === planCode);
  const renewals = offer?.prices.filter((price) => price.capacities.includes('renew')) ?? [];
  const renewal = renewals.find((price) => price.pricingMode === 'default') ?? renewals[0];
  if (!renewal) throw new OrderBlockedError({ kind: 'plan_not_offered', planCode });
  return { planCode, duration: renewal.duration, pricingMode: renewal.pricingMode, quantity: 1 };
}

/** Reads the item back: what is in the cart has to be what was asked for. */
export function checkItem(item: Item, terms: OfferTerms): void {
  const { planCode, pricingMode, quantity } = item.settings;
  const actual = { planCode, pricingMode, quantity, duration: item.duration };
  const differs = (Object.keys(terms) as (keyof OfferTerms)[]).some(
    (term) => (actual[term] ?? terms[term]) !== terms[term],
  );
  if (differs) {
    throw new OrderBlockedError({ kind: 'answer_not_understood' });
  }
}

function quoteOf(preview: CheckoutPreview, terms: OfferTerms, subsidiary: string, autoPay: boolean): Quote {
  const { prices, contracts } = preview;
  return {
    subsidiary,
    planCode: terms.planCode,
    duration: terms.duration,
    pricingMode: terms.pricingMode,
    quantity: terms.quantity,
    withTax: amountOf(prices.withTax),
    withoutTax: amountOf(prices.withoutTax),
    tax: amountOf(prices.tax),
    reduction: prices.reduction ? amountOf(prices.reduction) : null,
    contracts: contracts.map(({ name, url, content }) => ({
      name,
      url,
      digest: createHash('sha256').update(content).digest('hex'),
    })),
    autoPay,
  };
}

/** OVHcloud's price as Money: from its own integer amount where it gives one. */
export function amountOf(price: Price): { ucents: number; currency: string } {
  const { currencyCode, value, priceInUcents } = price;
  return typeof priceInUcents === 'number'
    ? { ucents: priceInUcents, currency: currencyCode }
    : money(value, currencyCode);
}
