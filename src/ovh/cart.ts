import { z } from 'zod';
import type { OvhClient } from './client.ts';
import { nullOnNotFound } from './errors.ts';
import { formatDateTime } from './request.ts';
import {
  Cart,
  Configuration,
  Item,
  type Offer,
  Offers,
  type RequiredConfiguration,
  RequiredConfigurations,
} from './schemas/cart.ts';
import { Ids } from './schemas/field-types.ts';

/**
 * Creates an empty cart: POST /order/cart. `subsidiary` is the account's (see getAccount); a unique description lets
 * findCarts() find it; without `expire` OVHcloud would keep it for about a day.
 */
export function createCart(
  ovh: OvhClient,
  cart: { subsidiary: string; description: string; expire: Date },
): Promise<Cart> {
  const body = {
    ovhSubsidiary: cart.subsidiary,
    description: cart.description,
    expire: formatDateTime(cart.expire),
  };
  return ovh.call({ method: 'POST', path: '/order/cart', body }, Cart);
}

/** Assigns the cart to the account, without which no checkout works: POST /order/cart/{cartId}/assign. */
export async function assignCart(ovh: OvhClient, cartId: string): Promise<void> {
  await ovh.call({ method: 'POST', path: '/order/cart/{cartId}/assign', params: { cartId } }, z.unknown());
}

/** GET /order/cart/{cartId}, or null if there is no such cart (any more). */
export function getCart(ovh: OvhClient, cartId: string): Promise<Cart | null> {
  return ovh
    .call({ method: 'GET', path: '/order/cart/{cartId}', params: { cartId } }, Cart)
    .catch(nullOnNotFound);
}

/** Extends the cart: PUT /order/cart/{cartId}. The answer says until when OVHcloud keeps it. */
export function setCartExpiry(
  ovh: OvhClient,
  cartId: string,
  { description, expire }: { description: string; expire: Date },
): Promise<Cart> {
  const body = { description, expire: formatDateTime(expire) };
  return ovh.call({ method: 'PUT', path: '/order/cart/{cartId}', params: { cartId }, body }, Cart);
}

/** Deletes the cart, if it still exists: DELETE /order/cart/{cartId}. */
export async function deleteCart(ovh: OvhClient, cartId: string): Promise<void> {
  const call = { method: 'DELETE', path: '/order/cart/{cartId}', params: { cartId } } as const;
  await ovh.call(call, z.unknown()).catch(nullOnNotFound);
}

/** The IDs of the carts with this description, if OVHcloud respects the filter: GET /order/cart?description=. */
export function listCarts(ovh: OvhClient, description: string): Promise<string[]> {
  return ovh.call({ method: 'GET', path: '/order/cart', query: { description } }, z.array(z.string()));
}

/** What Public Cloud sells into this cart: GET /order/cart/{cartId}/cloud. */
export function listOffers(ovh: OvhClient, cartId: string): Promise<Offer[]> {
  return ovh.call({ method: 'GET', path: '/order/cart/{cartId}/cloud', params: { cartId } }, Offers);
}

/** Puts a project into the cart, on the terms of one of its offers' prices: POST /order/cart/{cartId}/cloud. */
export function addProject(
  ovh: OvhClient,
  cartId: string,
  project: { planCode: string; duration: string; pricingMode: string; quantity: number },
): Promise<Item> {
  const { planCode, duration, pricingMode, quantity } = project;
  const body = { planCode, duration, pricingMode, quantity };
  return ovh.call({ method: 'POST', path: '/order/cart/{cartId}/cloud', params: { cartId }, body }, Item);
}

/** GET /order/cart/{cartId}/item/{itemId} */
export function getItem(ovh: OvhClient, { cartId, itemId }: ItemReference): Promise<Item> {
  return ovh.call({ method: 'GET', path: ITEM, params: { cartId, itemId } }, Item);
}

/** The labels that the item can be configured with: GET …/item/{itemId}/requiredConfiguration. */
export function getRequiredConfiguration(
  ovh: OvhClient,
  { cartId, itemId }: ItemReference,
): Promise<RequiredConfiguration[]> {
  const call = { method: 'GET', path: `${ITEM}/requiredConfiguration`, params: { cartId, itemId } } as const;
  return ovh.call(call, RequiredConfigurations);
}

/** The ids of the item's configurations with this label: GET …/configuration?label=. */
export function findConfigurations(
  ovh: OvhClient,
  { cartId, itemId }: ItemReference,
  label?: string,
): Promise<number[]> {
  const call = {
    method: 'GET',
    path: `${ITEM}/configuration`,
    params: { cartId, itemId },
    query: { label },
  } as const;
  return ovh.call(call, Ids);
}

/** GET …/configuration/{configurationId} */
export function getConfiguration(
  ovh: OvhClient,
  { cartId, itemId }: ItemReference,
  configurationId: number,
): Promise<Configuration> {
  const params = { cartId, itemId, configurationId };
  return ovh.call({ method: 'GET', path: `${ITEM}/configuration/{configurationId}`, params }, Configuration);
}

/**
 * Configures the item: POST …/configuration. OVHcloud checks nothing here, only at the checkout. There it also
 * refuses a label that was added twice, so remove the old one first.
 */
export function addConfiguration(
  ovh: OvhClient,
  { cartId, itemId }: ItemReference,
  { label, value }: { label: string; value: string },
): Promise<Configuration> {
  const call = { method: 'POST', path: `${ITEM}/configuration`, params: { cartId, itemId } } as const;
  return ovh.call({ ...call, body: { label, value } }, Configuration);
}

/** Deletes a configuration, if it still exists: DELETE …/configuration/{configurationId}. */
export async function removeConfiguration(
  ovh: OvhClient,
  { cartId, itemId }: ItemReference,
  configurationId: number,
): Promise<void> {
  const params = { cartId, itemId, configurationId };
  const call = { method: 'DELETE', path: `${ITEM}/configuration/{configurationId}`, params } as const;
  await ovh.call(call, z.unknown()).catch(nullOnNotFound);
}

/** Identifies an item of a cart. */
export type ItemReference = { cartId: string; itemId: number };

const ITEM = '/order/cart/{cartId}/item/{itemId}';
