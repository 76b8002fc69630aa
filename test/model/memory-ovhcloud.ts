import type { OvhClient } from '../../src/ovh/client.ts';
import { OvhClientError } from '../../src/ovh/errors.ts';
import type { OvhCall } from '../../src/ovh/request.ts';
import { isProjectThere, isReadable, projectOf, statusOf, TO_PAY_WITHIN_MS } from './fulfilment.ts';
import {
  type Cart,
  cartAnswer,
  configurationOf,
  digest,
  itemAnswer,
  type Offer,
  type OvhFault,
  PLAN,
  priceOf,
  pricesOf,
  refusal,
  troubleOf,
} from './ovhcloud-answers.ts';

const CONFIGURATION = '/order/cart/{cartId}/item/{itemId}/configuration/{configurationId}';
/** A cart is sold at the price of its last preview if that is no older than this. */
const PRICE_HELD_MS = 3 * 3_600_000;

/** What is sold, to the last thing that an approval is about. */
export type Goods = {
  name: string | null;
  voucher: string | null;
  waiver: boolean;
  autoPay: boolean;
  ucents: number;
  contracts: string[];
};

/** An order at OVHcloud. `orderId` is the description of the cart it was; null: somebody else's order. */
export type Sale = {
  id: number;
  orderId: string | null;
  at: number;
  visibleAt: number;
  goods: Goods;
  paidAt: number | null;
  cancelledAt: number | null;
};

export type MemoryOvhcloud = ReturnType<typeof startMemoryOvhcloud>;

/** Starts an OVHcloud with an empty account. `now` is its clock. */
export function startMemoryOvhcloud(now: () => number) {
  const carts = new Map<string, Cart>();
  const sales: Sale[] = [];
  const late: { at: number; effect: () => unknown }[] = [];
  const world = {
    offer: { ucents: 1_200_000_000, contract: 'Terms, first edition' } as Offer,
    /** How long a new order takes to appear in GET /me/order, and whether its details can be read (BETA). */
    appearsAfterMs: 0,
    hasExtension: true,
    /** Whether GET /cloud/eligibility refuses every voucher. */
    refusesVouchers: false,
    faults: [] as OvhFault[],
  };
  let lastId = 0;
  const nextId = () => {
    lastId += 1;
    return lastId;
  };

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
  function saleOf(call: OvhCall): Sale {
    const sale = sales.find((each) => each.id === call.params?.orderId && isReadable(each, now()));
    if (!sale) throw refusal(call, 404, 'This service does not exist');
    return sale;
  }
  function sell(orderId: string | null, goods: Goods, appearsAfterMs = world.appearsAfterMs): Sale {
    const paidAt = goods.autoPay ? now() : null;
    const times = { at: now(), visibleAt: now() + appearsAfterMs, paidAt, cancelledAt: null };
    const sale: Sale = { id: nextId(), orderId, goods, ...times };
    sales.push(sale);
    return sale;
  }
  function checkOut(call: OvhCall) {
    const cart = changeable(call);
    if (!cart.assigned || !cart.hasItem) throw refusal(call, 400, 'This cart is not ready');
    const labels = cart.configurations.map(({ label }) => label);
    if (new Set(labels).size < labels.length) throw refusal(call, 400, 'Custom field X is duplicated');
    const held = cart.previewed && now() - cart.previewed.at <= PRICE_HELD_MS ? cart.previewed.offer : null;
    const offer = held ?? world.offer;
    const body = call.body as Record<string, boolean>;
    const configured = (wanted: string) =>
      cart.configurations.find(({ label }) => label === wanted)?.value ?? null;
    cart.readOnly = true;
    const { id } = sell(cart.description, {
      ...{ name: configured('description'), voucher: configured('voucher') },
      ...{
        waiver: body.waiveRetractationPeriod ?? true,
        autoPay: body.autoPayWithPreferredPaymentMethod ?? true,
      },
      ...{ ucents: offer.ucents, contracts: [digest(offer.contract)] },
    });
    return { orderId: id, url: `https://ovh.test/pay/${id}`, prices: pricesOf(offer.ucents) };
  }

  const answers: Record<string, (call: OvhCall) => unknown> = {
    'GET /me': () => ({ ovhSubsidiary: 'FR' }),
    'GET /order/cart': ({ query }) =>
      [...carts.values()]
        .filter((cart) => cart.description === query?.description && isThere(cart))
        .map(({ cartId }) => cartId),
    'POST /order/cart': ({ body }) => {
      const { description, expire } = body as { description: string; expire: string };
      const cart: Cart = {
        ...{ cartId: `cart-${nextId()}`, description, expire: Date.parse(expire), assigned: false },
        ...{ readOnly: false, hasItem: false, configurations: [], previewed: null },
      };
      carts.set(cart.cartId, cart);
      return cartAnswer(cart);
    },
    'GET /order/cart/{cartId}': (call) => cartAnswer(cartOf(call)),
    'PUT /order/cart/{cartId}': (call) => {
      const cart = changeable(call);
      cart.expire = Date.parse((call.body as { expire: string }).expire);
      return cartAnswer(cart);
    },
    'DELETE /order/cart/{cartId}': (call) => carts.delete(changeable(call).cartId),
    'POST /order/cart/{cartId}/assign': (call) => {
      changeable(call).assigned = true;
      return null;
    },
    'GET /order/cart/{cartId}/cloud': (call) => {
      cartOf(call);
      const price = priceOf(world.offer.ucents);
      const renewal = { capacities: ['renew'], duration: 'P1M', pricingMode: 'default', price };
      return [{ planCode: PLAN, productName: 'Project', prices: [renewal] }];
    },
    'POST /order/cart/{cartId}/cloud': (call) => {
      changeable(call).hasItem = true;
      return itemAnswer;
    },
    'GET /order/cart/{cartId}/item/{itemId}': (call) => cartOf(call) && itemAnswer,
    'GET /order/cart/{cartId}/item/{itemId}/requiredConfiguration': (call) => cartOf(call) && [],
    'POST /order/cart/{cartId}/item/{itemId}/configuration': (call) => {
      const configuration = { id: nextId(), ...(call.body as { label: string; value: string }) };
      changeable(call).configurations.push(configuration);
      return configuration;
    },
    'GET /order/cart/{cartId}/item/{itemId}/configuration': (call) =>
      cartOf(call)
        .configurations.filter(({ label }) => label === call.query?.label)
        .map(({ id }) => id),
    [`GET ${CONFIGURATION}`]: (call) => configurationOf(call, cartOf(call)),
    [`DELETE ${CONFIGURATION}`]: (call) => {
      const cart = changeable(call);
      cart.configurations.splice(cart.configurations.indexOf(configurationOf(call, cart)), 1);
      return null;
    },
    'GET /cloud/eligibility': (call) => {
      if (world.refusesVouchers && call.query?.voucher)
        throw refusal(call, 400, 'Voucher cannot be used: expired');
      return { actionsRequired: [], minimumCredit: null, voucher: null };
    },
    'GET /me/payment/method': () => [1],
    'GET /order/cart/{cartId}/checkout': (call) => {
      const cart = cartOf(call);
      cart.previewed = { at: now(), offer: world.offer };
      const contracts = [{ name: 'Terms', url: 'https://ovh.test/terms', content: world.offer.contract }];
      return { contracts, details: [], prices: pricesOf(world.offer.ucents) };
    },
    'POST /order/cart/{cartId}/checkout': checkOut,
    'GET /me/order': ({ query }) =>
      sales
        .filter(({ at, visibleAt }) => visibleAt <= now() && at >= Date.parse(String(query?.['date.from'])))
        .map(({ id }) => id),
    'GET /me/order/{orderId}': (call) => {
      const { id, at, goods } = saleOf(call);
      const { withTax, withoutTax, tax } = pricesOf(goods.ucents);
      const dates = {
        date: new Date(at).toISOString(),
        expirationDate: new Date(at + TO_PAY_WITHIN_MS).toISOString(),
      };
      const prices = { priceWithTax: withTax, priceWithoutTax: withoutTax, tax };
      return { orderId: id, url: `https://ovh.test/pay/${id}`, ...dates, ...prices };
    },
    'GET /me/order/{orderId}/status': (call) => statusOf(saleOf(call), now()),
    'GET /me/order/{orderId}/followUp': (call) => saleOf(call) && [],
    'GET /me/order/{orderId}/details': (call) => saleOf(call) && [1, 2],
    'GET /me/order/{orderId}/details/{orderDetailId}': (call) => {
      const id = Number(call.params?.orderDetailId);
      const domain = id === 2 ? projectOf(saleOf(call)) : '*001';
      return {
        orderDetailId: id,
        description: 'Project',
        domain,
        detailType: 'DURATION',
        totalPrice: priceOf(0),
      };
    },
    'GET /cloud/project/{projectId}': (call) => {
      const sale = sales.find((each) => projectOf(each) === call.params?.projectId);
      if (!sale || !isProjectThere(sale, now())) throw refusal(call, 404, 'This service does not exist');
      return { project_id: projectOf(sale), description: sale.goods.name, status: 'ok' };
    },
    'GET /me/order/{orderId}/details/{orderDetailId}/extension': (call) => {
      const { goods } = saleOf(call);
      if (!world.hasExtension) throw refusal(call, 404, 'This service does not exist');
      const configurations = [{ label: 'description', value: goods.name ?? '' }];
      return { order: { plan: { code: PLAN }, configurations } };
    },
  };

  function perform(call: OvhCall): unknown {
    const answer = answers[`${call.method} ${call.path}`];
    if (!answer) throw new Error(`The model's OVHcloud has no ${call.method} ${call.path}`);
    return answer(call);
  }

  const client: OvhClient = {
    readTime: async () => Math.floor(now() / 1000) * 1000,
    toLocalTime: (time) => time.getTime(),
    async call(call, schema) {
      const isCheckout = call.method === 'POST' && call.path.endsWith('/checkout');
      const kinds = ['any', isCheckout && 'checkout', call.method === 'DELETE' && 'delete'];
      const index = world.faults.findIndex(({ on }) => kinds.includes(on));
      const fault = index < 0 ? undefined : world.faults.splice(index, 1)[0];
      if (fault?.kind === 'late') late.push({ at: now() + fault.byMs, effect: () => perform(call) });
      if (fault && !fault.kind.endsWith('after')) throw troubleOf(call, fault.kind);
      const answer = perform(call);
      if (fault) throw troubleOf(call, fault.kind);
      return schema.parse(answer);
    },
  };

  return {
    ...{ client, world, sales, carts },
    /** When the next call that is still under way arrives; null if there is none. */
    nextLateCall: () => (late.length > 0 ? Math.min(...late.map(({ at }) => at)) : null),
    /** Lets the calls arrive that were under way for so long. */
    landLateCalls() {
      for (const call of late.filter(({ at }) => at <= now())) {
        late.splice(late.indexOf(call), 1);
        try {
          call.effect();
        } catch (error) {
          if (!(error instanceof OvhClientError)) throw error;
        }
      }
    },
    /** An order of the same account that has nothing to do with this app, at today's price. */
    orderSomethingElse() {
      const goods = { name: 'elsewhere', voucher: null, waiver: false, autoPay: false, contracts: [] };
      sell(null, { ...goods, ucents: world.offer.ucents }, 0);
    },
    /** Carts go before their time; those that were sold, once their order can be seen. */
    loseCarts() {
      for (const { cartId, readOnly, description } of carts.values()) {
        const sale = sales.findLast(({ orderId }) => orderId === description);
        if (!readOnly || (sale && sale.visibleAt <= now())) carts.delete(cartId);
      }
    },
  };
}
