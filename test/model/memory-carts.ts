import type { OvhCall } from '../../src/ovh/request.ts';
import { type Cart, type Item, itemAnswer, type Offer, PLAN, priceOf, refusal } from './ovhcloud-answers.ts';

const CART = '/order/cart/{cartId}';
const ITEM = `${CART}/item/{itemId}`;
const CONFIGURATION = `${ITEM}/configuration/{configurationId}`;

/** What OVHcloud may do with carts otherwise than one would hope. */
export type CartQuirks = {
  /** So long after its checkout a cart still shows `readOnly: false`. */
  readOnlyAfterMs: number;
  /** DELETE works on a cart that was checked out. */
  deletesSpent: boolean;
  /** GET /order/cart leaves out carts that were checked out. */
  listLeavesOutSpent: boolean;
  /** GET /order/cart gives all carts, whatever `description=` says. */
  listIgnoresFilter: boolean;
};

/** The calls on carts and what is in them, but for the checkout. */
export type Answers = Record<string, (call: OvhCall) => unknown>;

/** The carts of an account that has none yet. `world` is read at each call. */
export function startMemoryCarts(world: {
  now: () => number;
  nextId: () => number;
  offer: () => Offer;
  quirks: CartQuirks;
}) {
  const { now, nextId, quirks } = world;
  const carts = new Map<string, Cart>();
  /** Whose each cart is that ever was: its description. */
  const owners = new Map<string, string>();

  /** Carts that were sold stay: what OVHcloud does with them is not documented. */
  const isThere = ({ readOnly, expire }: Cart) => readOnly || expire > now();
  function cartOf(call: OvhCall): Cart {
    const cart = carts.get(String(call.params?.cartId));
    if (!cart || !isThere(cart)) throw refusal(call, 404, 'This cart does not exist');
    return cart;
  }
  function changeable(call: OvhCall): Cart {
    const cart = cartOf(call);
    if (cart.readOnly) throw refusal(call, 400, 'This cart is read only');
    return cart;
  }
  function itemIn(call: OvhCall, cart: Cart): Item {
    const item = cart.items.find(({ itemId }) => itemId === call.params?.itemId);
    if (!item) throw refusal(call, 404, 'This item does not exist');
    return item;
  }
  function configurationIn(call: OvhCall, cart: Cart) {
    const { configurations } = itemIn(call, cart);
    const found = configurations.find(({ id }) => id === call.params?.configurationId);
    if (!found) throw refusal(call, 404, 'This configuration does not exist');
    return found;
  }
  const showsSold = ({ readOnly, soldAt }: Cart) =>
    readOnly && now() - (soldAt ?? 0) >= quirks.readOnlyAfterMs;
  const cartAnswer = (cart: Cart) => ({
    ...{ cartId: cart.cartId, description: cart.description, expire: new Date(cart.expire).toISOString() },
    ...{ readOnly: showsSold(cart), items: cart.items.map(({ itemId }) => itemId) },
  });

  const answers: Answers = {
    'GET /order/cart': ({ query }) =>
      [...carts.values()]
        .filter((cart) => isThere(cart) && !(cart.readOnly && quirks.listLeavesOutSpent))
        .filter((cart) => quirks.listIgnoresFilter || cart.description === query?.description)
        .map(({ cartId }) => cartId),
    'POST /order/cart': ({ body }) => {
      const { description, expire } = body as { description: string; expire: string };
      const cart: Cart = {
        ...{ cartId: `cart-${nextId()}`, description, expire: Date.parse(expire), assigned: false },
        ...{ readOnly: false, soldAt: null, items: [], previewed: null },
      };
      carts.set(cart.cartId, cart);
      owners.set(cart.cartId, description);
      return cartAnswer(cart);
    },
    [`GET ${CART}`]: (call) => cartAnswer(cartOf(call)),
    [`PUT ${CART}`]: (call) => {
      const cart = changeable(call);
      cart.expire = Date.parse((call.body as { expire: string }).expire);
      return cartAnswer(cart);
    },
    [`DELETE ${CART}`]: (call) =>
      carts.delete((quirks.deletesSpent ? cartOf(call) : changeable(call)).cartId),
    [`POST ${CART}/assign`]: (call) => {
      changeable(call).assigned = true;
      return null;
    },
    [`GET ${CART}/cloud`]: (call) => {
      cartOf(call);
      const price = priceOf(world.offer().ucents);
      const renewal = { capacities: ['renew'], duration: 'P1M', pricingMode: 'default', price };
      return [{ planCode: PLAN, productName: 'Project', prices: [renewal] }];
    },
    [`POST ${CART}/cloud`]: (call) => {
      const { quantity } = call.body as { quantity: number };
      const item: Item = { itemId: nextId(), quantity, configurations: [] };
      changeable(call).items.push(item);
      return itemAnswer(item);
    },
    [`GET ${ITEM}`]: (call) => itemAnswer(itemIn(call, cartOf(call))),
    [`GET ${ITEM}/requiredConfiguration`]: (call) => itemIn(call, cartOf(call)) && [],
    [`POST ${ITEM}/configuration`]: (call) => {
      const configuration = { id: nextId(), ...(call.body as { label: string; value: string }) };
      itemIn(call, changeable(call)).configurations.push(configuration);
      return configuration;
    },
    [`GET ${ITEM}/configuration`]: (call) => {
      const wanted = call.query?.label;
      const { configurations } = itemIn(call, cartOf(call));
      return configurations.filter(({ label }) => label === (wanted ?? label)).map(({ id }) => id);
    },
    [`GET ${CONFIGURATION}`]: (call) => configurationIn(call, cartOf(call)),
    [`DELETE ${CONFIGURATION}`]: (call) => {
      const cart = changeable(call);
      const { configurations } = itemIn(call, cart);
      configurations.splice(configurations.indexOf(configurationIn(call, cart)), 1);
      return null;
    },
  };

  return { carts, owners, answers, cartOf, changeable, isThere, showsSold };
}
