import { createHash } from 'node:crypto';
import {
  OvhClientError,
  OvhConnectionLostError,
  OvhInvalidResponseError,
  OvhServerError,
  OvhTimeoutError,
  OvhUnreachableError,
} from '../../src/ovh/errors.ts';
import type { OvhCall } from '../../src/ovh/request.ts';

/** What Public Cloud sells here. */
export const PLAN = 'project.2018';

/** The calls that a fault waits for. `build`: those that put something into a cart. */
export type FaultTarget = 'any' | 'checkout' | 'delete' | 'build';

/**
 * What goes wrong with a call. `after`: it has its effect anyway; `twice`: a gateway sends it again, and hands on
 * the second answer; `late`: a checkout that lands later, even in a cart that was deleted meanwhile (`despiteDeletion`).
 */
export type OvhFault =
  | { on: FaultTarget; kind: 'unreachable' | 'garbled after' | 'lost before' | 'lost after' | 'twice' }
  | { on: FaultTarget; kind: '503 before' | '503 after' }
  | { on: FaultTarget; kind: 'refused' | 'refused after'; status: RefusalStatus }
  | { on: 'checkout'; kind: 'late'; byMs: number; despiteDeletion: boolean };

const REFUSALS = {
  400: 'This cart is read-only',
  403: "This order can't be paid with 'bankAccount'",
  404: 'This service does not exist',
  408: 'Request timeout',
  409: 'This cart was already checked out',
  429: 'Too many requests',
} as const;
export type RefusalStatus = keyof typeof REFUSALS;

/** An item of a cart. */
export type Item = {
  itemId: number;
  quantity: number;
  configurations: { id: number; label: string; value: string }[];
};
export type Cart = {
  cartId: string;
  description: string;
  expire: number;
  assigned: boolean;
  readOnly: boolean;
  /** When it was checked out. */
  soldAt: number | null;
  items: Item[];
  previewed: { at: number; offer: Offer } | null;
};
export type Offer = { ucents: number; contract: string };

/** Stands for a contract's whole text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function itemAnswer({ itemId, quantity }: Item) {
  return { itemId, duration: 'P1M', settings: { planCode: PLAN, pricingMode: 'default', quantity } };
}

export function priceOf(ucents: number) {
  return { currencyCode: 'EUR', value: ucents / 1e8, priceInUcents: ucents };
}

export function pricesOf(ucents: number) {
  return { withTax: priceOf(ucents), withoutTax: priceOf(ucents), tax: priceOf(0), reduction: null };
}

export function refusal({ method, path }: OvhCall, status: number, message: string): OvhClientError {
  return new OvhClientError(
    `${method} ${path}`,
    { status, queryId: null, retryAfter: null },
    { errorClass: null, apiMessage: message },
  );
}

/** What the app gets to see of a fault. */
export function troubleOf(call: OvhCall, fault: OvhFault): Error {
  const name = `${call.method} ${call.path}`;
  const answered = (status: number) => ({ status, queryId: null, retryAfter: null });
  switch (fault.kind) {
    case 'unreachable':
      return new OvhUnreachableError(name, { why: 'no route', cause: new Error('EHOSTUNREACH') });
    case 'refused':
    case 'refused after':
      return refusal(call, fault.status, REFUSALS[fault.status]);
    case 'garbled after':
      return new OvhInvalidResponseError(name, answered(200), ['prices: missing']);
    case '503 before':
    case '503 after':
      return new OvhServerError(name, answered(503), { body: 'HTML' });
    case 'late':
      return new OvhTimeoutError(name, 30);
    default:
      return new OvhConnectionLostError(name, new Error('ECONNRESET'));
  }
}
