import type { RecordedCall } from '../../src/sandbox/ovhcloud/api-listener.ts';
import type { Call } from '../fakes/slack/state.ts';

/** One call of a run: what it is, and how long the other side took for it (ms). */
export type TimedCall = { name: string; ms: number };

const CART = '/order/cart/{cartId}';
const ITEM = `${CART}/item/{itemId}`;
const MAY_ORDER = ['Slack users.info', 'Slack usergroups.users.list'];

/**
 * What each call cannot do without: something that the other one answers, or has to have allowed. Of the calls that
 * are made, those that a call needs come before it in any app, however fast; what stands beside each other here may run
 * at the same time. Calls that are not named need nothing.
 */
export const NEEDS: Record<string, readonly string[]> = {
  // Nothing is done for someone of whom Slack has not said that they may.
  'POST /order/cart': ['GET /me', 'GET /auth/time', ...MAY_ORDER],
  [`POST ${CART}/assign`]: ['POST /order/cart'],
  [`GET ${CART}/cloud`]: ['POST /order/cart'],
  // The offer says on which terms the project is sold.
  [`POST ${CART}/cloud`]: [`GET ${CART}/cloud`],
  [`GET ${ITEM}`]: [`POST ${CART}/cloud`],
  [`GET ${ITEM}/requiredConfiguration`]: [`POST ${CART}/cloud`],
  // Name and voucher are configured whatever OVHcloud says is required; the rest is known when that was read.
  [`POST ${ITEM}/configuration (description)`]: [`POST ${CART}/cloud`],
  [`POST ${ITEM}/configuration (voucher)`]: [`POST ${CART}/cloud`],
  [`POST ${ITEM}/configuration (infrastructure)`]: [`GET ${ITEM}/requiredConfiguration`],
  [`GET ${CART}/checkout`]: [
    ...['description', 'voucher', 'infrastructure'].map((label) => `POST ${ITEM}/configuration (${label})`),
    `POST ${CART}/assign`,
    ...MAY_ORDER,
  ],
  // The cart is looked at and the price asked for again, then the order is placed.
  [`GET ${CART}`]: MAY_ORDER,
  'GET /me/order': MAY_ORDER,
  [`POST ${CART}/checkout`]: [`GET ${CART}/checkout`, `GET ${CART}`, 'GET /me/order'],
  'Slack chat.postMessage in a thread': [
    'Slack chat.postMessage',
    `GET ${CART}/checkout`,
    `GET ${ITEM}`,
    `GET ${ITEM}/requiredConfiguration`,
    'GET /cloud/eligibility',
    'GET /me/payment/method',
    `POST ${CART}/checkout`,
  ],
};

/** The calls of a run as the fakes have recorded them, all that were answered. */
export function timed(ovh: readonly RecordedCall[], slack: readonly Call[]): TimedCall[] {
  const took = ({ from, to }: { from: number; to: number | null }) => (to ?? from) - from;
  return [
    ...ovh.map((call) => ({ name: nameOf(call), ms: took(call) })),
    ...slack.map((call) => {
      const inThread = call.args.thread_ts === undefined ? '' : ' in a thread';
      return { name: `Slack ${call.method}${inThread}`, ms: took(call) };
    }),
  ];
}

/** Such as `GET /me/order`; a configuration with its label. */
function nameOf({ method, template, body }: RecordedCall): string {
  const { label } = Object(body) as { label?: string };
  return `${method} ${template}${label ? ` (${label})` : ''}`;
}

/** How long the chain of calls up to `last` is that no app can make shorter: each needs the one before (ms). */
export function longestChain(calls: readonly TimedCall[], last: string): { ms: number; names: string[] } {
  const slowest = Math.max(...calls.filter(({ name }) => name === last).map(({ ms }) => ms));
  if (slowest === Number.NEGATIVE_INFINITY) return { ms: 0, names: [] };
  const before = (NEEDS[last] ?? []).map((name) => longestChain(calls, name));
  const longest = before.reduce((a, b) => (b.ms > a.ms ? b : a), { ms: 0, names: [] });
  return { ms: longest.ms + slowest, names: [...longest.names, last] };
}
