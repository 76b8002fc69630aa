import { gatewayRefusal } from './errors.ts';
import { NON_US_REGIONS, type Region } from './regions.ts';
import type { OvhState, Permission } from './state.ts';
import { matchTemplate } from './templates.ts';

/** The smallest set of permissions that order-cloud needs on its key. */
export function smallestPermissions(region: Region): Permission[] {
  return SMALLEST_PERMISSIONS.filter(
    ({ path }) => path !== '/cloud/eligibility' || NON_US_REGIONS.includes(region),
  );
}

/** The permissions for what order-cloud does only where it is switched on, or where it may. */
export const OPTIONAL_PERMISSIONS: readonly Permission[] = [
  { method: 'POST', path: '/me/order/*/payWithRegisteredPaymentMean' },
  { method: 'POST', path: '/cloud/project/*/credit' },
];

const SMALLEST_PERMISSIONS: readonly Permission[] = [
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

/** The permissions the key holds now, as GET /auth/currentCredential shows them. */
export function heldPermissions(state: OvhState): Permission[] {
  return state.permissions.filter(
    (permission) =>
      !state.denied.some((taken) => taken.method === permission.method && taken.path === permission.path),
  );
}

/** Throws 403 INVALID_CREDENTIAL if the key has expired, and NOT_GRANTED_CALL unless it holds a permission for the call. */
export function assertGranted(state: OvhState, method: string, path: string): void {
  const { expiration } = state.key;
  if (expiration && expiration <= state.now()) {
    throw gatewayRefusal(403, 'INVALID_CREDENTIAL', 'This credential is not valid');
  }
  const covers = (permission: Permission) =>
    permission.method === method && pathCovers(permission.path, path);
  if (state.permissions.some(covers) && !state.denied.some(covers)) return;
  throw gatewayRefusal(403, 'NOT_GRANTED_CALL', 'This call has not been granted');
}

function pathCovers(pattern: string, path: string): boolean {
  if (matchTemplate(pattern, path)) return true;
  const pieces = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`).test(path);
}
