import type { FaultKind as OvhTrouble, ScriptedFault } from '../../src/sandbox/ovhcloud/faults.ts';
import type { FaultKind as SlackTrouble } from '../fakes/slack/faults.ts';
import type { Environment } from './environment.ts';
import type { Random } from './random.ts';

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

const QUOTA = { class: 'Client::BadRequest', message: 'Found eligibility issues: askIncreaseProjectsQuota' };
const TOO_MANY = { class: 'Client::TooManyRequests', message: 'Too many requests' };

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
  /** The messages (`order key`) whose post was carried out without an answer. */
  lostPosts: Set<string>;
};

/** Faults of every kind, chosen by chance. */
export function createFaults({ ovh, slack }: Environment, random: Random): Faults {
  const traps: FaultPoint[] = [];
  const held: ScriptedFault[] = [];
  const lostPosts = new Set<string>();

  function layAtOvhcloud(): FaultPoint {
    const call = random.weighted(OVH_CALLS);
    const fault = ovh.faults.add({ ...call, ...ovhTrouble(random, call) });
    held.push(fault);
    return { triggered: fault.triggered, isTriggered: () => fault.count > 0 };
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
    lostPosts,
  };
}

/** The name of the app's message, from the metadata that it carries: the order and its key in the picture. */
export function markOf(message: { metadata?: unknown }): string {
  const { event_payload: mark } = Object(message.metadata) as { event_payload?: object };
  const { order, key } = Object(mark) as { order?: string; key?: string };
  return `${order} ${key}`;
}

function ovhTrouble(random: Random, { method, path }: { method: string; path: string }): OvhTrouble {
  const late: [OvhTrouble, number] = [{ kind: 'late' }, 3];
  const delay: [OvhTrouble, number] = [{ kind: 'delay', ms: random.between(100, 1_500) }, 2];
  const refused: [OvhTrouble, number] = [{ kind: 'refuse', status: 400, body: QUOTA }, 1];
  // A cart that is made when its order has ended already, nobody could know of.
  const makesCart = method === 'POST' && path === '/order/cart';
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
    ...(isCheckout ? [refused] : []),
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
