import type { OvhClient } from '../../src/ovh/client.ts';
import { OvhClientError } from '../../src/ovh/errors.ts';
import type { OvhCall } from '../../src/ovh/request.ts';
import { accountAnswers } from './memory-account.ts';
import { type Answers, startMemoryCarts } from './memory-carts.ts';
import {
  type Cart,
  digest,
  type Offer,
  type OvhFault,
  pricesOf,
  refusal,
  troubleOf,
} from './ovhcloud-answers.ts';
import { type Checkout, type Goods, type JournalEntry, type Sale, wasOver } from './sales.ts';

const CHECKOUT = '/order/cart/{cartId}/checkout';
/** A cart is sold at the price of its last preview if that is no older than this. */
const PRICE_HELD_MS = 3 * 3_600_000;

export type MemoryOvhcloud = ReturnType<typeof startMemoryOvhcloud>;

/** Starts an OVHcloud with an empty account. `now` is its clock; `journalOf` says what has happened to an order so far. */
export function startMemoryOvhcloud(
  now: () => number,
  journalOf: (orderId: string) => JournalEntry[] = () => [],
) {
  const sales: Sale[] = [];
  const checkouts: Checkout[] = [];
  const late: { at: number; cart: Cart | undefined; effect: () => unknown }[] = [];
  const world = {
    offer: { ucents: 1_200_000_000, contract: 'Terms, first edition' } as Offer,
    /** How long a new order takes to appear in GET /me/order, and whether its details can be read (BETA). */
    appearsAfterMs: 0,
    hasExtension: true,
    /** Whether GET /cloud/eligibility refuses every voucher. */
    refusesVouchers: false,
    quirks: { readOnlyAfterMs: 0, deletesSpent: false, listLeavesOutSpent: false, listIgnoresFilter: false },
    /** Whether the account's payment method is refused when an order is charged to it. */
    declinesCharges: false,
    faults: [] as OvhFault[],
  };
  let lastId = 0;
  const nextId = () => {
    lastId += 1;
    return lastId;
  };
  const shop = startMemoryCarts({ now, nextId, offer: () => world.offer, quirks: world.quirks });
  const { carts, owners, cartOf } = shop;

  function sell(sold: Pick<Sale, 'orderId' | 'checkout' | 'goods'>, appearsAfterMs: number): Sale {
    const paidAt = sold.goods.autoPay && !world.declinesCharges ? now() : null;
    const times = { at: now(), visibleAt: now() + appearsAfterMs, paidAt, cancelledAt: null };
    const sale: Sale = { id: nextId(), ...sold, ...times };
    sales.push(sale);
    return sale;
  }

  function checkOut(call: OvhCall, checkout: Checkout | null) {
    const cart = shop.changeable(call);
    const [item] = cart.items;
    if (!cart.assigned || !item) throw refusal(call, 400, 'This cart is not ready');
    const labels = item.configurations.map(({ label }) => label);
    if (new Set(labels).size < labels.length) throw refusal(call, 400, 'Custom field X is duplicated');
    const { ucents, contract } = offerOf(cart);
    const body = call.body as Record<string, boolean>;
    const configured = (wanted: string) =>
      item.configurations.find(({ label }) => label === wanted)?.value ?? null;
    const goods: Goods = {
      ...{ name: configured('description'), voucher: configured('voucher') },
      waiver: body.waiveRetractationPeriod ?? true,
      autoPay: body.autoPayWithPreferredPaymentMethod ?? true,
      ...{ ucents, contracts: [digest(contract)], quantity: item.quantity, items: cart.items.length },
    };
    Object.assign(cart, { readOnly: true, soldAt: now() });
    const { id } = sell({ orderId: cart.description, checkout, goods }, world.appearsAfterMs);
    return { orderId: id, url: `https://ovh.test/pay/${id}`, prices: pricesOf(ucents) };
  }
  function offerOf({ previewed }: Cart): Offer {
    return previewed && now() - previewed.at <= PRICE_HELD_MS ? previewed.offer : world.offer;
  }

  const answers: Answers = {
    ...shop.answers,
    ...accountAnswers(sales, now, world),
    [`GET ${CHECKOUT}`]: (call) => {
      const cart = cartOf(call);
      cart.previewed = { at: now(), offer: world.offer };
      const contracts = [{ name: 'Terms', url: 'https://ovh.test/terms', content: world.offer.contract }];
      return { contracts, details: [], prices: pricesOf(world.offer.ucents) };
    },
  };

  function perform(call: OvhCall, checkout: Checkout | null): unknown {
    if (call.method === 'POST' && call.path === CHECKOUT) return checkOut(call, checkout);
    const answer = answers[`${call.method} ${call.path}`];
    if (!answer) throw new Error(`The model's OVHcloud has no ${call.method} ${call.path}`);
    return answer(call);
  }

  /** What the account shows of sales that stand: those that are listed, and those whose cart says so. */
  function visible(): Set<number> {
    const standing = sales.filter((sale) => !wasOver(sale, now()));
    const seen = standing.filter(({ visibleAt, checkout }) => {
      const cart = carts.get(checkout?.cartId ?? '');
      return (visibleAt <= now() && world.hasExtension) || (cart !== undefined && shop.showsSold(cart));
    });
    return new Set(seen.map(({ id }) => id));
  }

  function noteCheckout(call: OvhCall, { at, seen }: { at: number; seen: Set<number> }): Checkout {
    const cartId = String(call.params?.cartId);
    const orderId = owners.get(cartId) ?? '';
    const cart = carts.get(cartId);
    const before = checkouts.filter((each) => each.orderId === orderId && each.cartId !== cartId);
    const checkout: Checkout = {
      ...{ orderId, cartId, at, isAnswered: false, journal: [...journalOf(orderId)] },
      autoPay: (call.body as Record<string, boolean>).autoPayWithPreferredPaymentMethod ?? true,
      ucents: cart ? offerOf(cart).ucents : 0,
      knowable: sales.filter((sale) => sale.orderId === orderId && seen.has(sale.id)).map(({ id }) => id),
      leavesCartOpen: before.some((each) => {
        const other = carts.get(each.cartId);
        return other !== undefined && shop.isThere(other) && !other.readOnly;
      }),
    };
    checkouts.push(checkout);
    return checkout;
  }

  function takeFault({ method, path }: OvhCall): OvhFault | undefined {
    const isCheckout = method === 'POST' && path === CHECKOUT;
    const isBuild = method === 'POST' && !isCheckout && path.startsWith('/order/cart/{cartId}/');
    const kinds = ['any', isCheckout && 'checkout', isBuild && 'build', method === 'DELETE' && 'delete'];
    const index = world.faults.findIndex(({ on }) => kinds.includes(on));
    return index < 0 ? undefined : world.faults.splice(index, 1)[0];
  }

  /** Lets a checkout that was under way land; OVHcloud may have begun it before its cart was deleted. */
  function land(call: OvhCall, checkout: Checkout | null, cart: Cart | undefined): void {
    const isDeleted = cart !== undefined && !carts.has(cart.cartId);
    if (isDeleted) carts.set(cart.cartId, cart);
    try {
      perform(call, checkout);
    } catch (error) {
      if (!(error instanceof OvhClientError)) throw error;
    } finally {
      if (isDeleted) carts.delete(cart.cartId);
    }
  }

  /** A process's way in. `appNow` is its clock; `noteHeld` has to be called whenever it stood still. */
  function connect(appNow: () => number = now): { client: OvhClient; noteHeld: () => void } {
    let difference: number | null = null;
    let timeRead: number | null = null;
    let look: { seen: Set<number> } | null = null;
    const readTime = () => {
      const seconds = Math.floor(now() / 1000) * 1000;
      difference = seconds - Math.round(appNow() / 1000) * 1000;
      return seconds;
    };
    // What it knew before it stood still is what it acts on.
    let known: { at: number | null; seen: Set<number> | null } = { at: null, seen: null };
    const client: OvhClient = {
      async readTime() {
        timeRead = now();
        known = { ...known, at: null };
        return readTime();
      },
      toLocalTime: (time) => time.getTime() - (difference ?? 0),
      async call(call, schema) {
        difference ?? readTime();
        const fault = takeFault(call);
        const isSent = call.method === 'POST' && call.path === CHECKOUT && fault?.kind !== 'unreachable';
        const sent = isSent
          ? noteCheckout(call, { at: known.at ?? now(), seen: known.seen ?? visible() })
          : null;
        if (call.method === 'GET' && call.path === '/me/order') {
          look = { seen: visible() };
          known = { ...known, seen: null };
        }
        if (fault?.kind === 'late') {
          const cart = fault.despiteDeletion ? carts.get(String(call.params?.cartId)) : undefined;
          late.push({ at: now() + fault.byMs, cart, effect: () => land(call, sent, cart) });
        }
        if (fault?.kind === 'twice') land(call, sent, undefined);
        else if (fault && !fault.kind.endsWith('after')) throw troubleOf(call, fault);
        const answer = perform(call, sent);
        if (fault && fault.kind !== 'twice') throw troubleOf(call, fault);
        const read = schema.parse(answer);
        if (sent) sent.isAnswered = true;
        return read;
      },
    };
    const noteHeld = () => {
      known = { at: known.at ?? timeRead, seen: known.seen ?? look?.seen ?? null };
    };
    return { client, noteHeld };
  }

  return {
    ...{ client: connect().client, connect, world, sales, checkouts, carts, sell, now, nextId },
    /** Whether a checkout is still under way. */
    isAnyLate: () => late.length > 0,
    /** When the next call that is still under way arrives; null if there is none. */
    nextLateCall: () => (late.length > 0 ? Math.min(...late.map(({ at }) => at)) : null),
    /** Lets the calls arrive that were under way for so long. */
    landLateCalls() {
      for (const call of late.filter(({ at }) => at <= now())) {
        late.splice(late.indexOf(call), 1);
        call.effect();
      }
    },
  };
}
