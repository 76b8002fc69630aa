import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { offersFor } from './catalog.ts';
import { addSeconds, DAY, toApiDate } from './dates.ts';
import { badRequest, notFound } from './errors.ts';
import { datetime, readBody } from './input.ts';
import { assertSubsidiary } from './regions.ts';
import type { Call, Route } from './routes.ts';
import type { LocalCart, OvhState } from './state.ts';

const Creation = z.strictObject({
  ovhSubsidiary: z.string(),
  description: z.string().optional(),
  expire: datetime.optional(),
});

const Update = z.strictObject({ description: z.string().optional(), expire: datetime.optional() });

/** The calls on a cart itself, without its items and its checkout. */
export const cartRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/order/cart',
    auth: 'signed',
    query: ['description'],
    action: 'order:apiovh:cart/get',
    handler: listCarts,
  },
  { method: 'POST', template: '/order/cart', auth: 'none', handler: createCart },
  {
    method: 'GET',
    template: '/order/cart/{cartId}',
    auth: 'none',
    handler: (state, call) => cartAnswer(state, cartOf(state, call)),
  },
  { method: 'PUT', template: '/order/cart/{cartId}', auth: 'none', handler: updateCart },
  {
    method: 'DELETE',
    template: '/order/cart/{cartId}',
    auth: 'signed',
    action: 'order:apiovh:cart/delete',
    handler: deleteCart,
  },
  {
    method: 'POST',
    template: '/order/cart/{cartId}/assign',
    auth: 'signed',
    action: 'order:apiovh:cart/assign',
    handler: assignCart,
  },
  {
    method: 'GET',
    template: '/order/cart/{cartId}/cloud',
    auth: 'none',
    handler: (state, call) => state.changeOffers(offersFor(state, cartOf(state, call).ovhSubsidiary)),
  },
];

/** The cart a call is about. Throws 404 when there is none or it has expired (the words are invented). */
export function cartOf(state: OvhState, call: Call): LocalCart {
  const cart = state.carts.get(call.params.cartId ?? '');
  if (!cart || hasExpired(state, cart)) throw notFound(`Cart ${call.params.cartId} does not exist`);
  return cart;
}

/** The same cart for a change of it. Throws 400 when it was ordered already (status and words are invented). */
export function changeableCartOf(state: OvhState, call: Call): LocalCart {
  const cart = cartOf(state, call);
  if (cart.readOnly) throw badRequest(`Cart ${cart.cartId} is read only`);
  return cart;
}

/** Which carts belong to the account before they are assigned is not documented: here, those that a signed call made. */
function listCarts(state: OvhState, call: Call): string[] {
  const description = call.query.get('description');
  return [...state.carts.values()]
    .filter((cart) => (cart.assigned || cart.signed) && !hasExpired(state, cart))
    .filter((cart) => !(state.quirks.cartListLeavesOutSpent && cart.readOnly))
    .filter(
      (cart) =>
        description === null || state.quirks.cartListIgnoresFilter || cart.description === description,
    )
    .map((cart) => cart.cartId);
}

function createCart(state: OvhState, call: Call) {
  const body = readBody(Creation, call.body);
  assertSubsidiary(state.region, body.ovhSubsidiary);
  const cart: LocalCart = {
    cartId: randomUUID(),
    ovhSubsidiary: body.ovhSubsidiary,
    description: body.description ?? '',
    expire: body.expire ?? addSeconds(state.now(), DAY),
    assigned: false,
    signed: call.caller !== 'anonymous',
    readOnly: false,
    checkedOutAt: null,
    items: [],
    orderId: null,
  };
  state.carts.set(cart.cartId, cart);
  return cartAnswer(state, cart);
}

function updateCart(state: OvhState, call: Call) {
  const cart = changeableCartOf(state, call);
  const body = readBody(Update, call.body);
  cart.description = body.description ?? cart.description;
  cart.expire = body.expire ?? cart.expire;
  return cartAnswer(state, cart);
}

/** Refusing to delete a cart that was ordered is invented; so are the words. */
function deleteCart(state: OvhState, call: Call): null {
  const cart = state.quirks.deletesSpentCarts ? cartOf(state, call) : changeableCartOf(state, call);
  state.carts.delete(cart.cartId);
  return null;
}

function assignCart(state: OvhState, call: Call): null {
  const cart = changeableCartOf(state, call);
  readBody(z.strictObject({}), call.body);
  cart.assigned = true;
  return null;
}

function hasExpired(state: OvhState, cart: LocalCart): boolean {
  return cart.expire <= state.now();
}

function cartAnswer(state: OvhState, cart: LocalCart) {
  const { readOnlyAfterMs } = state.quirks;
  const checkedOutMs = cart.checkedOutAt ? state.now().getTime() - cart.checkedOutAt.getTime() : 0;
  return {
    cartId: cart.cartId,
    description: cart.description,
    expire: toApiDate(cart.expire),
    items: cart.items.map((item) => item.itemId),
    readOnly: cart.readOnly && checkedOutMs >= readOnlyAfterMs,
  };
}
