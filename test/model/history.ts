import fc from 'fast-check';
import type { OrderRequest } from '../../src/orders/request.ts';
import type { CartQuirks } from './memory-carts.ts';
import type { SlackFault } from './memory-slack.ts';
import type { OvhFault } from './ovhcloud-answers.ts';

export const REQUESTERS = ['U0REQ1', 'U0REQ2'] as const;
/** Requesters are approvers too, so that only the rule about their own orders holds them back. */
export const APPROVERS_AT_FIRST = ['U0REQ1', 'U0REQ2', 'U0APP1', 'U0APP2'] as const;
const EVERYONE = [...APPROVERS_AT_FIRST, 'U0APP3', 'U0OUT'] as const;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 3_600_000;
/** From here on, time passes only after everything that was under way has ended: no call takes hours. */
export const LONG = HOUR;

/** One of the two processes that work on the same store. */
export type Slot = 0 | 1;

export type Request = { name: string; voucher: string | null; waiver: boolean };

/** What someone may change in a cart without a key. */
export type CartChange = 'name' | 'voucher' | 'quantity' | 'item';

/** One thing that happens. `order` counts back from the last one seen in Slack; `stale`: how many buttons ago was the one clicked. */
export type HistoryEvent =
  | { type: 'ask'; slot: Slot; by: string; request: Request }
  | { type: 'approve'; slot: Slot; by: string; order: number; stale: number }
  | { type: 'reject' | 'cancel' | 'take back' | 'give up' | 'choose'; slot: Slot; by: string; order: number }
  | { type: 'pay' | 'cancel at OVHcloud'; order: number }
  | { type: 'edit'; slot: Slot; by: string; order: number; change: Request }
  | { type: 'try again'; slot: Slot; by: string; order: number; change: Request | null }
  | { type: 'pass'; ms: number }
  | { type: 'offer'; ucents: number; contract: string }
  | { type: 'join or leave'; who: string }
  | { type: 'hold'; slot: Slot; calls: number; what: 'network' | 'everything' }
  | { type: 'resume'; slot: Slot }
  | { type: 'kill'; slot: Slot; calls: number }
  | { type: 'ovh fault'; fault: OvhFault; times: number }
  | { type: 'slack fault'; fault: SlackFault; times: number }
  | { type: 'order visibility'; afterMs: number; hasExtension: boolean }
  | { type: 'vouchers refused or not' }
  /** How carts behave from now on. */
  | { type: 'carts'; quirks: CartQuirks }
  | { type: 'change cart'; order: number; what: CartChange }
  /** How far the app's clock is ahead of OVHcloud's from now on, which is right. */
  | { type: 'clock'; aheadMs: number }
  /** Slack delivers the form of an order again. */
  | { type: 'submit again'; slot: Slot; order: number }
  | { type: 'order elsewhere'; name: string }
  | { type: 'back up' | 'restore' | 'lose carts' | 'archive or not' | 'delete messages' };

/** A history with the rules that hold in it. */
export type History = { required: number; autoPay: boolean; events: HistoryEvent[] };

const slot = fc.constantFrom<Slot>(0, 1);
const order = fc.constantFrom(0, 0, 0, 1, 2);
const anyone = fc.constantFrom(...EVERYONE, 'U0APP1', 'U0APP2', 'U0APP1', 'U0APP2', 'U0APP1', 'U0APP2');
const request = fc.record({
  name: fc.constantFrom('alpha', 'beta', 'gamma'),
  voucher: fc.constantFrom(null, null, 'FREE-42'),
  waiver: fc.boolean(),
});
const on = fc.constantFrom<'any' | 'checkout' | 'delete' | 'build'>(
  ...(['any', 'checkout', 'checkout', 'delete', 'build'] as const),
);
const ovhFault: fc.Arbitrary<OvhFault> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ on, kind: fc.constantFrom('unreachable', 'garbled after', 'twice') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ on, kind: fc.constant<'refused'>('refused') },
      status: fc.constantFrom(403 as const, 429 as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ on: fc.constant<'checkout'>('checkout'), kind: fc.constantFrom('refused', 'refused after') },
      status: fc.constantFrom(...([400, 403, 404, 408, 409, 429] as const)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      on,
      kind: fc.constantFrom('lost before', 'lost after', '503 before', '503 after'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      on: fc.constant<'checkout'>('checkout'),
      kind: fc.constant<'late'>('late'),
      byMs: fc.constantFrom(SECOND, 8 * SECOND, 20 * SECOND, 90 * SECOND, 400 * SECOND),
      despiteDeletion: fc.boolean(),
    }),
  },
);

function event<T extends HistoryEvent['type'], R>(type: T, rest: { [K in keyof R]: fc.Arbitrary<R[K]> }) {
  return fc.record({ type: fc.constant(type), ...rest }) as unknown as fc.Arbitrary<HistoryEvent>;
}

const anyEvent: fc.Arbitrary<HistoryEvent> = fc.oneof(
  { weight: 10, arbitrary: event('ask', { slot, by: fc.constantFrom(...REQUESTERS), request }) },
  {
    weight: 40,
    arbitrary: event('approve', { slot, by: anyone, order, stale: fc.constantFrom(0, 0, 0, 1, 2, 4) }),
  },
  { weight: 3, arbitrary: event('reject', { slot, by: anyone, order }) },
  { weight: 3, arbitrary: event('cancel', { slot, by: fc.constantFrom(...REQUESTERS, 'U0OUT'), order }) },
  { weight: 4, arbitrary: event('take back', { slot, by: anyone, order }) },
  {
    weight: 5,
    arbitrary: event('edit', { slot, by: fc.constantFrom(...REQUESTERS), order, change: request }),
  },
  { weight: 6, arbitrary: event('pay', { order }) },
  { weight: 2, arbitrary: event('cancel at OVHcloud', { order }) },
  { weight: 2, arbitrary: event('vouchers refused or not', {}) },
  { weight: 2, arbitrary: event('give up', { slot, by: anyone, order }) },
  { weight: 3, arbitrary: event('choose', { slot, by: anyone, order }) },
  {
    weight: 4,
    arbitrary: event('try again', {
      ...{ slot, by: fc.constantFrom(...REQUESTERS), order },
      change: fc.option(request),
    }),
  },
  {
    weight: 16,
    arbitrary: event('pass', {
      ms: fc.constantFrom(
        ...[SECOND, SECOND, SECOND, 7 * SECOND, 7 * SECOND, 7 * SECOND, 40 * SECOND, 40 * SECOND],
        ...[400 * SECOND, 400 * SECOND, 5 * HOUR, 71 * HOUR + 59 * 60 * SECOND, 240 * HOUR],
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: event('offer', {
      ucents: fc.constantFrom(0, 1_200_000_000, 2_400_000_000),
      contract: fc.constantFrom('Terms, first edition', 'Terms, second edition'),
    }),
  },
  { weight: 4, arbitrary: event('join or leave', { who: anyone }) },
  {
    weight: 5,
    arbitrary: event('hold', {
      ...{ slot, calls: fc.nat(40) },
      what: fc.constantFrom<'network' | 'everything'>('network', 'everything'),
    }),
  },
  { weight: 7, arbitrary: event('resume', { slot }) },
  { weight: 5, arbitrary: event('kill', { slot, calls: fc.nat(40) }) },
  { weight: 12, arbitrary: event('ovh fault', { fault: ovhFault, times: fc.constantFrom(1, 1, 2, 5) }) },
  {
    weight: 3,
    arbitrary: event('slack fault', {
      fault: fc.constantFrom<SlackFault>('lost before', 'lost after', 'rate limited'),
      times: fc.constantFrom(1, 3),
    }),
  },
  {
    weight: 4,
    arbitrary: event('order visibility', {
      afterMs: fc.constantFrom(0, 0, 30 * SECOND, 90 * SECOND, 500 * SECOND, Number.MAX_SAFE_INTEGER / 2),
      hasExtension: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: event('carts', {
      quirks: fc.record({
        readOnlyAfterMs: fc.constantFrom(0, 0, 8 * SECOND, 30 * SECOND),
        ...{ deletesSpent: fc.boolean(), listLeavesOutSpent: fc.boolean(), listIgnoresFilter: fc.boolean() },
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: event('change cart', {
      ...{ order, what: fc.constantFrom<CartChange>('name', 'voucher', 'quantity', 'item') },
    }),
  },
  {
    weight: 3,
    arbitrary: event('clock', {
      aheadMs: fc.constantFrom(0, 0, 3 * MINUTE, 8 * MINUTE, -8 * MINUTE, -HOUR, 240 * HOUR),
    }),
  },
  { weight: 2, arbitrary: event('submit again', { slot, order }) },
  {
    weight: 3,
    arbitrary: event('order elsewhere', { name: fc.constantFrom('elsewhere', 'alpha', 'beta', 'gamma') }),
  },
  { weight: 3, arbitrary: event('back up', {}) },
  { weight: 2, arbitrary: event('restore', {}) },
  { weight: 2, arbitrary: event('lose carts', {}) },
  { weight: 1, arbitrary: event('archive or not', {}) },
  { weight: 1, arbitrary: event('delete messages', {}) },
);

const short = event('pass', { ms: fc.constantFrom(SECOND, 7 * SECOND, 40 * SECOND) });
const ask = event('ask', { slot, by: fc.constantFrom(...REQUESTERS), request });
const approveAs = (by: string) =>
  event('approve', { slot, by: fc.constant(by), order: fc.constant(0), stale: fc.constant(0) });
/** An order that its approvers agree to at once: chance alone seldom gets so far. */
const approved = fc.tuple(ask, approveAs('U0APP1'), approveAs('U0APP2'));
/** The same, while something goes wrong with its checkout. */
const troubled = fc
  .tuple(ask, event('ovh fault', { fault: ovhFault, times: fc.constant(1) }), approveAs('U0APP1'))
  .chain((events) => fc.tuple(...events.map((each) => fc.constant(each)), approveAs('U0APP2'), short));
const scenes: fc.Arbitrary<HistoryEvent[]> = fc.oneof(
  { weight: 30, arbitrary: anyEvent.map((each) => [each]) },
  { weight: 1, arbitrary: approved },
  { weight: 2, arbitrary: troubled },
);

/** Any history of some sixty events. */
export const histories: fc.Arbitrary<History> = fc.record({
  required: fc.constantFrom(1, 2),
  autoPay: fc.boolean(),
  events: fc.array(scenes, { maxLength: 50, size: 'max' }).map((all) => all.flat()),
});

/** The request, as the form would send it. */
export function requestOf({ name, voucher, waiver }: Request): OrderRequest {
  return { projectName: name, voucher, reason: null, budget: null, waiveWithdrawal: waiver };
}
