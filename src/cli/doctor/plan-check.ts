import { randomUUID } from 'node:crypto';
import type { Region } from '../../config/regions.ts';
import type { Values } from '../../config/settings.ts';
import { MINUTE_MS } from '../../orders/time.ts';
import { createCart, deleteCart, listOffers } from '../../ovh/cart.ts';
import type { OvhClient } from '../../ovh/client.ts';
import { wasNeverSent } from '../../ovh/errors.ts';
import { findCarts } from '../../ovh/find-carts.ts';
import type { Offer } from '../../ovh/schemas/cart.ts';
import { OrderBlockedError } from '../../worker/errors.ts';
import { offerTerms } from '../../worker/ovh/quote-cart.ts';
import { type Finding, failure, ok, skipped } from './finding.ts';
import { explain } from './ovh-errors.ts';

/** A cart that could not be deleted expires after this. */
const CART_MS = 10 * MINUTE_MS;

/**
 * Whether OVHcloud sells the plan to the account. Creates an empty cart to find out, and deletes it: it is never
 * assigned. Creates none unless it can be deleted again (`mayDeleteCarts`).
 */
export async function checkPlan(
  ovh: OvhClient,
  about: {
    values: Partial<Values>;
    region: Region;
    subsidiary: string | null;
    mayDeleteCarts: boolean;
  },
): Promise<Finding> {
  const { values, region, mayDeleteCarts } = about;
  const subsidiary = values.OVH_SUBSIDIARY ?? about.subsidiary;
  const planCode = values.OVH_PLAN_CODE ?? region.planCode;
  if (!subsidiary) return skipped('plan', { message: 'cannot be checked: the subsidiary is not known' });
  if (!mayDeleteCarts) {
    return skipped('plan', {
      message: 'not checked: that needs a cart, and the app may not create and delete one, see above',
    });
  }
  const description = `order-cloud doctor ${randomUUID()}`;
  let cartId: string | null = null;
  let isLeft = false;
  let finding: Finding;
  try {
    const cart = { subsidiary, description, expire: new Date(Date.now() + CART_MS) };
    ({ cartId } = await createCart(ovh, cart));
    finding = offerFinding(await listOffers(ovh, cartId), { planCode, subsidiary });
  } catch (error) {
    // A cart whose creation was not answered may exist nevertheless.
    isLeft = cartId === null && !wasNeverSent(error);
    const { message, fix } = explain(error, region);
    finding = failure('plan', { message, fix });
  }
  const cartIds = cartId === null ? (isLeft ? cartIdsOf(ovh, description) : []) : [cartId];
  const isGone = await removeCarts(ovh, cartIds);
  return isGone ? finding : withCartLeft(finding);
}

async function cartIdsOf(ovh: OvhClient, description: string): Promise<string[]> {
  return (await findCarts(ovh, description)).map(({ cartId }) => cartId);
}

async function removeCarts(ovh: OvhClient, cartIds: string[] | Promise<string[]>): Promise<boolean> {
  try {
    await Promise.all((await cartIds).map((cartId) => deleteCart(ovh, cartId)));
    return true;
  } catch {
    return false;
  }
}

function withCartLeft({ check, outcome, message, fix }: Finding): Finding {
  const left = `The empty cart that was created for this could not be deleted: it expires at OVHcloud after ${CART_MS / MINUTE_MS} minutes, and costs nothing.`;
  return {
    check,
    outcome: outcome === 'failure' ? 'failure' : 'warning',
    message,
    fix: fix === undefined ? left : `${fix}\n${left}`,
  };
}

function offerFinding(
  offers: Offer[],
  { planCode, subsidiary }: { planCode: string; subsidiary: string },
): Finding {
  try {
    const { duration, pricingMode } = offerTerms(offers, planCode);
    return ok('plan', `${planCode} is sold by OVHcloud ${subsidiary} (${duration}, ${pricingMode})`);
  } catch (error) {
    if (!(error instanceof OrderBlockedError)) throw error;
    if (error.failure.kind !== 'plan_not_offered') {
      return failure('plan', {
        message: `the prices of ${planCode} cannot be read`,
        fix: 'This is a bug in the app: please report it.',
      });
    }
    const sold = offers.map((offer) => offer.planCode).join(', ');
    return failure('plan', {
      message: `${planCode} is not sold by OVHcloud ${subsidiary}; Public Cloud plans there: ${sold || 'none'}`,
      fix: 'Leave OVH_PLAN_CODE empty, or set it to one of these.',
    });
  }
}
