import type { FaultKind as OvhTrouble, ScriptedFault } from '../../src/sandbox/ovhcloud/faults.ts';
import type { FaultKind as SlackTrouble } from '../fakes/slack/faults.ts';
import { QUICK_CHECKOUTS } from '../journeys/quick-checkouts.ts';
import type { Environment } from './environment.ts';
import type { Random } from './random.ts';
import { ROUNDING_MS } from './verdict-money.ts';

type Weighted<T> = readonly [readonly [T, number], ...(readonly [T, number])[]];

const CART = '/order/cart/{cartId}';
const ITEM = `${CART}/item/{itemId}`;

/** The calls to OVHcloud that go wrong; the checkout most often. */
const OVH_CALLS: Weighted<{ method: string; path: string }> = [
  [{ method: 'POST', path: `${CART}/checkout` }, 12],
  [{ method: 'GET', path: `${CART}/checkout` }, 3],
  [{ method: 'POST', path: '/order/cart' }, 2],
  [{ method: 'GET', path: '/order/cart' }, 2],
  [{ method: 'GET', path: CART }, 3],
  [{ method: 'DELETE', path: CART }, 3],
  [{ method: 'POST', path: `${CART}/assign` }, 1],
  [{ method: 'GET', path: `${CART}/cloud` }, 1],
  [{ method: 'POST', path: `${CART}/cloud` }, 1],
  [{ method: 'GET', path: ITEM }, 1],
  [{ method: 'GET', path: `${ITEM}/requiredConfiguration` }, 1],
  [{ method: 'POST', path: `${ITEM}/configuration` }, 1],
  [{ method: 'GET', path: '/me/order' }, 2],
  [{ method: 'GET', path: '/me/order/{orderId}' }, 2],
  [{ method: 'GET', path: '/me/order/{orderId}/details' }, 1],
  [{ method: 'GET', path: '/auth/time' }, 1],
];

/** The calls to Slack that go wrong; posts most often. */
const SLACK_CALLS: Weighted<string> = [
  ['chat.postMessage', 10],
  ['chat.update', 5],
  ['chat.postEphemeral', 1],
  ['views.open', 2],
  ['users.info', 1],
  ['usergroups.users.list', 1],
  ['conversations.history', 2],
  ['conversations.replies', 2],
];

/** OVHcloud shows what became of a checkout within this. */
const SHOWN_WITHIN_MS = 400;
const QUOTA = { class: 'Client::BadRequest', message: 'Found eligibility issues: askIncreaseProjectsQuota' };
const TOO_MANY = { class: 'Client::TooManyRequests', message: 'Too many requests' };
/** What a checkout may be refused with although it was carried out. */
const REFUSED_AFTER: Weighted<{ status: number; body: object }> = [
  [{ status: 400, body: { class: 'Client::BadRequest', message: 'This cart is read-only' } }, 1],
  [{ status: 403, body: { message: "This order can't be paid with 'bankAccount'" } }, 1],
  [{ status: 404, body: { class: 'Client::NotFound', message: 'This service does not exist' } }, 1],
  [{ status: 409, body: { class: 'Client::Conflict', message: 'This cart was already checked out' } }, 1],
  [{ status: 429, body: TOO_MANY }, 1],
];

/** A fault that was laid: resolves when a call has run into it. */
export type FaultPoint = { triggered: Promise<unknown>; isTriggered: () => boolean };

/** Whoever makes calls go wrong. */
export type Faults = {
  /** Lets one of the next calls, to OVHcloud or Slack, go wrong. */
  lay: () => FaultPoint;
  /** Slack says goodbye to its sockets, or loses them. */
  disconnect: () => void;
  /** How many faults no call has run into yet. */
  waiting: () => number;
  /** Lets some of the calls that were held back land now. */
  releaseSome: () => void;
  /** Lets all calls land that were held back: nothing may come of them any more. */
  releaseAll: () => void;
  /** From now on OVHcloud's lists and carts behave otherwise. */
  changeQuirks: () => void;
  /** Somebody changes what is in a cart whose order waits for approval. */
  updateCart: () => Promise<void>;
  /** The messages (`order key`) whose post was carried out without an answer. */
  lostPosts: Set<string>;
};

/** Faults of every kind, chosen by chance. */
export function createFaults({ ovh, slack, db }: Environment, random: Random): Faults {
  const traps: FaultPoint[] = [];
  const held: ScriptedFault[] = [];
  const lostPosts = new Set<string>();

  function layAtOvhcloud(): FaultPoint {
    const call = random.weighted(OVH_CALLS);
    const trouble = ovhTrouble(random, call);
    const fault = ovh.faults.add({ ...call, ...trouble });
    held.push(fault);
    if (trouble.kind === 'late' && trouble.despiteDeletion) landInTime(fault);
    return { triggered: fault.triggered, isTriggered: () => fault.count > 0 };
  }

  /** What OVHcloud was already working on is done while nobody may send another checkout. */
  function landInTime(fault: ScriptedFault): void {
    const ms = random.between(0, QUICK_CHECKOUTS.inFlightMs - ROUNDING_MS);
    void fault.triggered.then(() => setTimeout(fault.release, ms));
  }

  function layAtSlack(): FaultPoint {
    const method = random.weighted(SLACK_CALLS);
    const trouble = slackTrouble(random);
    const { promise, resolve } = Promise.withResolvers<void>();
    let isTriggered = false;
    // Asked only of a call that then runs into it.
    const when = (args: Record<string, unknown>) => {
      isTriggered = true;
      if (method === 'chat.postMessage' && trouble.kind === 'lose-answer') lostPosts.add(markOf(args));
      resolve();
      return true;
    };
    slack.faults.add({ method, when, ...trouble });
    return { triggered: promise, isTriggered: () => isTriggered };
  }

  return {
    lay() {
      const trap = random.chance(0.6) ? layAtOvhcloud() : layAtSlack();
      traps.push(trap);
      return trap;
    },
    disconnect: () => slack.disconnectSockets(random.chance(0.5)),
    waiting: () => traps.filter(({ isTriggered }) => !isTriggered()).length,
    releaseSome() {
      for (const fault of held.splice(0, held.length / 2)) fault.release();
    },
    releaseAll: () => ovh.faults.release(),
    changeQuirks() {
      Object.assign(ovh.quirks, {
        readOnlyAfterMs: random.pick([0, SHOWN_WITHIN_MS]),
        ordersListedAfterMs: random.pick([0, SHOWN_WITHIN_MS]),
        cartListIgnoresFilter: random.chance(0.5),
        cartListLeavesOutSpent: random.chance(0.5),
        deletesSpentCarts: random.chance(0.5),
      });
    },
    async updateCart() {
      const waiting = await db
        .selectFrom('orders')
        .select('id')
        .where('state', '=', 'awaiting_approval')
        .execute();
      const carts = [...ovh.carts.values()].filter(
        (cart) => !cart.readOnly && waiting.some(({ id }) => id === cart.description),
      );
      const [item] = carts.at(Math.floor(random.next() * carts.length))?.items ?? [];
      const name = item?.configurations.find(({ label }) => label === 'description');
      if (!item || !name) return;
      if (random.chance(0.5)) name.value = EXCHANGED;
      else item.quantity += 1;
    },
    lostPosts,
  };
}

/** The name that somebody gives to a project in another's cart. */
export const EXCHANGED = 'exchanged';

/** The name of the app's message, from the metadata that it carries: the order and its key in the picture. */
export function markOf(message: { metadata?: unknown }): string {
  const { event_payload: mark } = Object(message.metadata) as { event_payload?: object };
  const { order, key } = Object(mark) as { order?: string; key?: string };
  return `${order} ${key}`;
}

function ovhTrouble(random: Random, { method, path }: { method: string; path: string }): OvhTrouble {
  const late: [OvhTrouble, number] = [{ kind: 'late' }, 3];
  const begun: [OvhTrouble, number] = [{ kind: 'late', answer: 504, despiteDeletion: true }, 2];
  const twice: [OvhTrouble, number] = [{ kind: 'twice' }, 2];
  const refusedAfter: [OvhTrouble, number] = [
    { kind: 'refuse', ...random.weighted(REFUSED_AFTER), effect: true },
    4,
  ];
  const delay: [OvhTrouble, number] = [{ kind: 'delay', ms: random.between(100, 1_500) }, 2];
  const refused: [OvhTrouble, number] = [{ kind: 'refuse', status: 400, body: QUOTA }, 1];
  // A cart that is made when its order has ended already, nobody could know of.
  const makesCart = method === 'POST' && path === '/order/cart';
  const isProject = method === 'POST' && path.endsWith('/cloud');
  const isCheckout = method === 'POST' && path.endsWith('/checkout');
  return random.weighted<OvhTrouble>([
    [{ kind: 'lose-answer' }, 4],
    [{ kind: 'hang' }, 2],
    [{ kind: 'html-502' }, 2],
    [{ kind: 'server-error' }, 2],
    [{ kind: 'server-error', effect: true }, 2],
    [{ kind: 'cut-body' }, 2],
    [{ kind: 'cut-body', ending: 'hang' }, 1],
    [{ kind: 'reset-before' }, 2],
    [{ kind: 'refuse', status: 429, body: TOO_MANY }, 1],
    ...(makesCart ? [] : [late, delay]),
    ...(isCheckout ? [refused, refusedAfter, begun, twice] : []),
    ...(isProject ? [twice] : []),
  ]);
}

function slackTrouble(random: Random): SlackTrouble {
  return random.weighted<SlackTrouble>([
    [{ kind: 'lose-answer' }, 4],
    [{ kind: 'status', status: 500 }, 3],
    [{ kind: 'status', status: 429, retryAfter: 1 }, 3],
    [{ kind: 'delay', ms: random.between(100, 1_500) }, 2],
    [{ kind: 'hang' }, 1],
  ]);
}
