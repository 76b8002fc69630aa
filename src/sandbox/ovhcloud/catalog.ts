import { badRequest } from './errors.ts';
import { currencyOf, type Offer, type Price, priceOf, toCents } from './prices.ts';
import { regionProfile } from './regions.ts';
import type { OvhState } from './state.ts';

export const DURATION = 'P1M';
export const PRICING_MODE = 'default';

/** GET /order/cart/{cartId}/cloud. The project is neither the first offer nor is its renewal the first price. */
export function offersFor(state: OvhState, subsidiary: string): Offer[] {
  const currency = currencyOf(subsidiary).code;
  const installation = (cents: number) => ({
    ...pricing(priceOf(cents, currency)),
    capacities: ['installation'],
    duration: 'P0D',
    interval: 0,
    pricingType: 'purchase',
    description: 'Installation',
  });
  const renewal = {
    ...pricing(priceOf(toCents(state.price.monthly), currency)),
    capacities: ['renew'],
    duration: DURATION,
    interval: 1,
    pricingType: 'rental',
    description: 'Monthly fees (resources are billed as they are used)',
  };
  const byTheYear = { ...renewal, duration: 'P1Y', interval: 12, description: 'Yearly fees' };
  const commitment = {
    ...renewal,
    pricingMode: 'degressivity12',
    minimumRepeat: 12,
    maximumRepeat: 12,
    description: 'Monthly fees, committed for 12 months',
  };
  return [
    {
      planCode: 'project.discovery',
      productName: 'cloud',
      productType: 'cloud_service',
      prices: [installation(0)],
    },
    {
      planCode: regionProfile(state.region).planCode,
      productName: 'cloud',
      productType: 'cloud_service',
      // The plain month comes last: what is bought has to be looked for.
      prices: [installation(toCents(state.price.withoutTax)), byTheYear, commitment, renewal],
    },
  ];
}

/**
 * Throws 400 unless there is such an offer, sold for that duration in that pricing mode and quantity.
 * The words are invented: what OVHcloud says to an unknown plan is not known.
 */
export function assertOffered(
  offers: readonly Offer[],
  wanted: { planCode: string; duration: string; pricingMode: string; quantity: number },
): void {
  const offer = offers.find(({ planCode }) => planCode === wanted.planCode);
  if (!offer) throw badRequest(`Plan code ${wanted.planCode} is not available in this catalog`);
  const price = offer.prices.find(
    (each) =>
      each.capacities.includes('renew') &&
      each.duration === wanted.duration &&
      each.pricingMode === wanted.pricingMode,
  );
  if (!price) throw badRequest(`Plan code ${wanted.planCode} has no such duration and pricing mode`);
  if (wanted.quantity < price.minimumQuantity || wanted.quantity > (price.maximumQuantity ?? Infinity)) {
    throw badRequest(`Plan code ${wanted.planCode} cannot be ordered in quantity ${wanted.quantity}`);
  }
}

/** What all prices here have in common. */
function pricing(price: Price) {
  return {
    maximumQuantity: 1,
    maximumRepeat: null,
    minimumQuantity: 1,
    minimumRepeat: 1,
    price,
    priceInUcents: price.priceInUcents,
    pricingMode: PRICING_MODE,
  };
}
