/** A permission of an application key, as OVHcloud lists it, or a call that one is needed for. */
export type KeyPermission = { method: string; path: string };

/**
 * Whether all calls that `narrow` allows are allowed by `wide`. A `*` matches anything, slashes included: so
 * `/order/*` covers `/order/cart/*` and `/order/cart`, but `/me/*` does not cover `/me`.
 */
export function covers(wide: KeyPermission, narrow: KeyPermission): boolean {
  if (wide.method !== narrow.method) return false;
  const pieces = wide.path.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`).test(narrow.path);
}
