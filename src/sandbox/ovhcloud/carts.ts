import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { offersFor } from './catalog.ts';
import { DAY, later, toApiDate } from './dates.ts';
import { badRequest, notFound } from './errors.ts';
import { assertSubsidiary } from './flavours.ts';
import { datetime, readBody } from './input.ts';
import type { Call, Route } from './routes.ts';
import type { LocalCart, World } from './world.ts';

const Creation = z.strictObject({
  ovhSubsidiary: z.string(),
  description: z.string().optional(),
  expire: datetime.optional(),
});

const Update = z.strictObject({ description: z.string().optional(), expire: datetime.optional() });

/** The calls on a cart itself, without its items and its checkout. */
export const cartRoutes: readonly Route[] = [
  { method: 'GET', template: '/order/cart', auth: 'signed', query: ['description'], handler: listCarts },
  { method: 'POST', template: '/order/cart', auth: 'none', handler: createCart },
  {
    method: 'GET',
    template: '/order/cart/{cartId}',
    auth: 'none',
    handler: (world, call) => cartAnswer(world, cartOf(world, call)),
  },
  { method: 'PUT', template: '/order/cart/{cartId}', auth: 'none', handler: updateCart },
  { method: 'DELETE', template: '/order/cart/{cartId}', auth: 'signed', handler: deleteCart },
  { method: 'POST', template: '/order/cart/{cartId}/assign', auth: 'signed', handler: assignCart },
  {
    method: 'GET',
    template: '/order/cart/{cartId}/cloud',
    auth: 'none',
    handler: (world, call) => offersFor(world, cartOf(world, call).ovhSubsidiary),
  },
];

/** The cart a call is about. Throws 404 when there is none or it has expired (the words are invented). */
export function cartOf(world: World, call: Call): LocalCart {
  const cart = world.carts.get(call.params.cartId ?? '');
  if (!cart || hasExpired(world, cart)) throw notFound(`Cart ${call.params.cartId} does not exist`);
  return cart;
}

/** The same cart for a change of it. Throws 400 when it was ordered already (status and words are invented). */
export function changeableCartOf(world: World, call: Call): LocalCart {
  const cart = cartOf(world, call);
  if (cart.readOnly) throw badRequest(`Cart ${cart.cartId} is read only`);
  return cart;
}

/** Which carts belong to the account before they are assigned is not documented: here, those that a signed call made. */
function listCarts(world: World, call: Call): string[] {
  const description = call.query.get('description');
  return [...world.carts.values()]
    .filter((cart) => (cart.assigned || cart.signed) && !hasExpired(world, cart))
    .filter((cart) => !(world.quirks.cartListLeavesOutSpent && cart.readOnly))
    .filter(
      (cart) =>
        description === null || world.quirks.cartListIgnoresFilter || cart.description === description,
    )
    .map((cart) => cart.cartId);
}

function createCart(world: World, call: Call) {
  const body = readBody(Creation, call.body);
  assertSubsidiary(world.flavour, body.ovhSubsidiary);
  const cart: LocalCart = {
    cartId: randomUUID(),
    ovhSubsidiary: body.ovhSubsidiary,
    description: body.description ?? '',
    expire: body.expire ?? later(world.now(), DAY),
    assigned: false,
    signed: call.signed,
    readOnly: false,
    checkedOutAt: null,
    items: [],
    orderId: null,
  };
  world.carts.set(cart.cartId, cart);
  return cartAnswer(world, cart);
}

function updateCart(world: World, call: Call) {
  const cart = changeableCartOf(world, call);
  const body = readBody(Update, call.body);
  cart.description = body.description ?? cart.description;
  cart.expire = body.expire ?? cart.expire;
  return cartAnswer(world, cart);
}

/** Refusing to delete a cart that was ordered is invented; so are the words. */
function deleteCart(world: World, call: Call): null {
  const cart = world.quirks.deletesSpentCarts ? cartOf(world, call) : changeableCartOf(world, call);
  world.carts.delete(cart.cartId);
  return null;
}

function assignCart(world: World, call: Call): null {
  const cart = changeableCartOf(world, call);
  readBody(z.strictObject({}), call.body);
  cart.assigned = true;
  return null;
}

function hasExpired(world: World, cart: LocalCart): boolean {
  return cart.expire <= world.now();
}

function cartAnswer(world: World, cart: LocalCart) {
  const { readOnlyAfterMs } = world.quirks;
  const checkedOutMs = cart.checkedOutAt ? world.now().getTime() - cart.checkedOutAt.getTime() : 0;
  return {
    cartId: cart.cartId,
    description: cart.description,
    expire: toApiDate(cart.expire),
    items: cart.items.map((item) => item.itemId),
    readOnly: cart.readOnly && checkedOutMs >= readOnlyAfterMs,
  };
}
