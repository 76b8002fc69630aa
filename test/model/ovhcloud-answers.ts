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

/** What goes wrong with a call. `after`: it has its effect all the same; `late`: a checkout that lands later. */
export type OvhFault =
  | { on: 'any' | 'checkout' | 'delete'; kind: 'unreachable' | 'busy' | 'refused' | 'garbled after' }
  | { on: 'any' | 'checkout' | 'delete'; kind: 'lost before' | 'lost after' | '503 before' | '503 after' }
  | { on: 'checkout'; kind: 'late'; byMs: number };

export type Cart = {
  cartId: string;
  description: string;
  expire: number;
  assigned: boolean;
  readOnly: boolean;
  hasItem: boolean;
  configurations: { id: number; label: string; value: string }[];
  previewed: { at: number; offer: Offer } | null;
};
export type Offer = { ucents: number; contract: string };

/** Stands for a contract's whole text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function configurationOf(call: OvhCall, cart: Cart) {
  const found = cart.configurations.find(({ id }) => id === call.params?.configurationId);
  if (!found) throw refusal(call, 404, 'This configuration does not exist');
  return found;
}

export const itemAnswer = {
  itemId: 1,
  duration: 'P1M',
  settings: { planCode: PLAN, pricingMode: 'default', quantity: 1 },
};

export function cartAnswer({ cartId, description, expire, readOnly, hasItem }: Cart) {
  const items = hasItem ? [1] : [];
  return { cartId, description, expire: new Date(expire).toISOString(), readOnly, items };
}

export function priceOf(ucents: number) {
  return { currencyCode: 'EUR', value: ucents / 1e8, priceInUcents: ucents };
}

export function pricesOf(ucents: number) {
  return { withTax: priceOf(ucents), withoutTax: priceOf(ucents), tax: priceOf(0), reduction: null };
}

export function refusal({ method, path }: OvhCall, status: number, message: string): OvhClientError {
  return new OvhClientError(`${method} ${path}`, { status, queryId: null, retryAfter: null }, null, message);
}

export function troubleOf(call: OvhCall, kind: OvhFault['kind']): Error {
  const name = `${call.method} ${call.path}`;
  const answered = (status: number) => ({ status, queryId: null, retryAfter: null });
  if (kind === 'unreachable') return new OvhUnreachableError(name, 'no route', new Error('EHOSTUNREACH'));
  if (kind === 'busy') return refusal(call, 429, 'Too many requests');
  if (kind === 'refused') return refusal(call, 403, 'You are not allowed');
  if (kind === 'garbled after') return new OvhInvalidResponseError(name, answered(200), ['prices: missing']);
  if (kind.startsWith('503')) return new OvhServerError(name, answered(503), 'HTML');
  return kind === 'late'
    ? new OvhTimeoutError(name, 30)
    : new OvhConnectionLostError(name, new Error('ECONNRESET'));
}
