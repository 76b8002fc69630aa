import { gatewayRefusal } from './errors.ts';
import { ALL_BUT_US, type Flavour } from './flavours.ts';
import { matchTemplate } from './templates.ts';
import type { World } from './world.ts';

/** A right of an application key: a method and a path where `*` stands for anything, slashes included. */
export type Right = { method: string; path: string };

/** The smallest set of rights that order-cloud needs on its key. */
export function smallestRights(flavour: Flavour): Right[] {
  return SMALLEST_RIGHTS.filter(({ path }) => path !== '/cloud/eligibility' || ALL_BUT_US.includes(flavour));
}

const SMALLEST_RIGHTS: readonly Right[] = [
  ...[
    '/me',
    '/me/payment/method',
    '/me/order',
    '/me/order/*',
    '/order/cart',
    '/order/cart/*',
    '/cloud/eligibility',
    '/cloud/project',
    '/cloud/project/*',
    '/auth/currentCredential',
  ].map((path) => ({ method: 'GET', path })),
  { method: 'POST', path: '/order/cart' },
  { method: 'POST', path: '/order/cart/*' },
  { method: 'PUT', path: '/order/cart/*' },
  { method: 'DELETE', path: '/order/cart/*' },
];

/** The rights the key holds now, as GET /auth/currentCredential shows them. */
export function rightsHeld(world: World): Right[] {
  return world.rights.filter(
    (right) => !world.denied.some((taken) => taken.method === right.method && taken.path === right.path),
  );
}

/** Throws 403 INVALID_CREDENTIAL if the key has expired, and NOT_GRANTED_CALL unless it holds a right for the call. */
export function assertGranted(world: World, method: string, path: string): void {
  const { expiration } = world.key;
  if (expiration && expiration <= world.now()) {
    throw gatewayRefusal(403, 'INVALID_CREDENTIAL', 'This credential is not valid');
  }
  const covers = (right: Right) => right.method === method && pathCovers(right.path, path);
  if (world.rights.some(covers) && !world.denied.some(covers)) return;
  throw gatewayRefusal(403, 'NOT_GRANTED_CALL', 'This call has not been granted');
}

function pathCovers(pattern: string, path: string): boolean {
  if (matchTemplate(pattern, path)) return true;
  const pieces = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`).test(path);
}
