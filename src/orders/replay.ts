import { Denial } from './denial.ts';
import type { OrderEvent } from './events.ts';
import { newOrder, type Order } from './order.ts';
import { redact } from './redaction.ts';
import type { OrderRequest } from './request.ts';
import { transition } from './state-machine.ts';
import type { Time } from './time.ts';
import { maskVoucher } from './voucher.ts';

/** An event as the audit log keeps it. */
export type RecordedEvent = {
  type: string;
  at: Time;
  actor: string | null;
  payload: Record<string, unknown>;
};

/** Parts of an order that are compared one level deeper, so that a difference names the exact field. */
const NESTED = ['request', 'quote', 'ovhOrder'];

/**
 * The fields in which an order differs from what its events lead to, such as `approvals` or `request.reason`. Secrets
 * are compared as events record them: vouchers masked, payment links not at all. Null if the events lead to no order:
 * some are missing or changed, or the rules were different at the time.
 */
export function differencesFromEvents(order: Order, events: readonly RecordedEvent[]): string[] | null {
  const replayed = replay(order, events);
  return replayed && differingFields(comparable(order), comparable(replayed));
}

function replay({ id, fingerprint }: Order, [first, ...others]: readonly RecordedEvent[]): Order | null {
  if (first?.type !== 'requested' || first.actor === null) return null;
  const { channel, request } = first.payload as { channel: string; request: OrderRequest };
  let order = newOrder({ id, requester: first.actor, channel, request, now: first.at });
  // The fingerprint covers the voucher, which is masked here: take the one that people approved.
  const known = new Map<string, string>();
  for (const { type, at, payload } of others) {
    const own = order.fingerprint;
    if (own !== null && typeof payload.fingerprint === 'string') known.set(own, payload.fingerprint);
    // Secrets are already redacted here.
    const isRedaction = type === 'secrets_redacted';
    const next = isRedaction ? redact(order, at) : transition(order, eventOf(type, payload, own), at);
    if (next instanceof Denial) return null;
    order = next;
  }
  if (order.fingerprint !== null && fingerprint !== null && order.request.voucher !== null)
    known.set(order.fingerprint, known.get(order.fingerprint) ?? fingerprint);
  const right = (masked: string) => known.get(masked) ?? masked;
  return {
    ...order,
    fingerprint: order.fingerprint && right(order.fingerprint),
    approvals: order.approvals.map((approval) => ({ ...approval, fingerprint: right(approval.fingerprint) })),
  };
}

/** An event as it happened, without the secrets that the log omits; `fingerprint`: that of the quote it was about. */
function eventOf(type: string, payload: RecordedEvent['payload'], fingerprint: string | null): OrderEvent {
  const about = typeof payload.fingerprint === 'string' ? { fingerprint } : {};
  const placed = type === 'placed' ? { ovhOrder: { ...Object(payload.placed), url: '' } } : {};
  const refreshed = type === 'checkout_url_refreshed' ? { url: '' } : {};
  return { ...payload, ...about, ...placed, ...refreshed, type } as unknown as OrderEvent;
}

/** The part of an order that its events determine, as JSON. */
function comparable(order: Order): Record<string, unknown> {
  const { request, projectVoucher, ovhOrder, timeline } = order;
  const known = {
    ...order,
    request: { ...request, voucher: request.voucher && maskVoucher(request.voucher) },
    projectVoucher: projectVoucher && { ...projectVoucher, code: maskVoucher(projectVoucher.code) },
    ovhOrder: ovhOrder && { ...ovhOrder, url: '' },
    timeline: timeline.map((entry) => ('fingerprint' in entry ? { ...entry, fingerprint: '' } : entry)),
  };
  return JSON.parse(JSON.stringify(known)) as Record<string, unknown>;
}

function differingFields(one: Record<string, unknown>, other: Record<string, unknown>): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) => {
    const [a, b] = [one[name], other[name]];
    if (isSame(a, b)) return [];
    if (!NESTED.includes(name) || !isObject(a) || !isObject(b)) return [name];
    return differingFields(a, b).map((field) => `${name}.${field}`);
  });
}

/** The same value with its properties sorted. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
