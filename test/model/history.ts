import fc from 'fast-check';
import type { OrderRequest } from '../../src/orders/request.ts';
import type { SlackFault } from './memory-slack.ts';
import type { OvhFault } from './ovhcloud-answers.ts';

export const REQUESTERS = ['U0REQ1', 'U0REQ2'] as const;
/** Requesters are approvers too, so that only the rule about their own orders holds them back. */
export const APPROVERS_AT_FIRST = ['U0REQ1', 'U0REQ2', 'U0APP1', 'U0APP2'] as const;
const EVERYBODY = [...APPROVERS_AT_FIRST, 'U0APP3', 'U0OUT'] as const;

const SECOND = 1_000;
const HOUR = 3_600_000;
/** From here on, time passes only after everything that was under way has ended: no call takes hours. */
export const LONG = HOUR;

/** One of the two processes that work on the same store. */
export type Slot = 0 | 1;

export type Request = { name: string; voucher: string | null; waiver: boolean };

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
  | { type: 'order something else' | 'lose carts' | 'archive or not' | 'delete messages' };

/** A history with the rules that hold in it. */
export type History = { required: number; autoPay: boolean; events: HistoryEvent[] };

const slot = fc.constantFrom<Slot>(0, 1);
const order = fc.constantFrom(0, 0, 0, 1, 2);
const anybody = fc.constantFrom(...EVERYBODY, 'U0APP1', 'U0APP2', 'U0APP1', 'U0APP2', 'U0APP1', 'U0APP2');
const request = fc.record({
  name: fc.constantFrom('alpha', 'beta', 'gamma'),
  voucher: fc.constantFrom(null, null, 'FREE-42'),
  waiver: fc.boolean(),
});
const on = fc.constantFrom<'any' | 'checkout' | 'delete'>('any', 'checkout', 'checkout', 'delete');
const ovhFault: fc.Arbitrary<OvhFault> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ on, kind: fc.constantFrom('unreachable', 'busy', 'refused', 'garbled after') }),
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
      on: fc.constant('checkout' as const),
      kind: fc.constant('late' as const),
      byMs: fc.constantFrom(SECOND, SECOND, 20 * SECOND, 90 * SECOND, 400 * SECOND),
    }),
  },
);

function event<T extends HistoryEvent['type'], R>(type: T, rest: { [K in keyof R]: fc.Arbitrary<R[K]> }) {
  return fc.record({ type: fc.constant(type), ...rest }) as unknown as fc.Arbitrary<HistoryEvent>;
}

const events: fc.Arbitrary<HistoryEvent> = fc.oneof(
  { weight: 10, arbitrary: event('ask', { slot, by: fc.constantFrom(...REQUESTERS), request }) },
  {
    weight: 40,
    arbitrary: event('approve', { slot, by: anybody, order, stale: fc.constantFrom(0, 0, 0, 1, 2, 4) }),
  },
  { weight: 3, arbitrary: event('reject', { slot, by: anybody, order }) },
  { weight: 3, arbitrary: event('cancel', { slot, by: fc.constantFrom(...REQUESTERS, 'U0OUT'), order }) },
  { weight: 4, arbitrary: event('take back', { slot, by: anybody, order }) },
  {
    weight: 5,
    arbitrary: event('edit', { slot, by: fc.constantFrom(...REQUESTERS), order, change: request }),
  },
  { weight: 6, arbitrary: event('pay', { order }) },
  { weight: 2, arbitrary: event('cancel at OVHcloud', { order }) },
  { weight: 2, arbitrary: event('vouchers refused or not', {}) },
  { weight: 2, arbitrary: event('give up', { slot, by: anybody, order }) },
  { weight: 3, arbitrary: event('choose', { slot, by: anybody, order }) },
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
  { weight: 4, arbitrary: event('join or leave', { who: anybody }) },
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
      afterMs: fc.constantFrom(0, 30 * SECOND, 500 * SECOND, Number.MAX_SAFE_INTEGER / 2),
      hasExtension: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: event('order something else', {}) },
  { weight: 2, arbitrary: event('lose carts', {}) },
  { weight: 1, arbitrary: event('archive or not', {}) },
  { weight: 1, arbitrary: event('delete messages', {}) },
);

/** Any history of up to sixty events. */
export const histories: fc.Arbitrary<History> = fc.record({
  required: fc.constantFrom(1, 2),
  autoPay: fc.boolean(),
  events: fc.array(events, { maxLength: 60, size: 'max' }),
});

/** The request, as the form would send it. */
export function requestOf({ name, voucher, waiver }: Request): OrderRequest {
  return { projectName: name, voucher, reason: null, waiveWithdrawal: waiver };
}
