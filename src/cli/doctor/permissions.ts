import type { ApiPermission } from '../../config/regions.ts';

/** A right as OVHcloud lists it. */
type Held = { method: string; path: string };

/** The rights that a key with the `held` ones lacks, in their order. */
export function missingPermissions(needed: readonly ApiPermission[], held: readonly Held[]): ApiPermission[] {
  return needed.filter((right) => !held.some((one) => covers(one, right)));
}

/** The rights held that cover none of those needed: they could be left out. */
export function unneededPermissions(needed: readonly ApiPermission[], held: readonly Held[]): Held[] {
  return held.filter((one) => !needed.some((right) => covers(right, one)));
}

/**
 * Whether all calls that `narrow` allows are allowed by `wide`. A `*` stands for anything, slashes included: so
 * `/order/*` covers `/order/cart/*` and `/order/cart`, but `/me/*` does not cover `/me`.
 */
function covers(wide: Held, narrow: Held): boolean {
  if (wide.method !== narrow.method) return false;
  const pieces = wide.path.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`).test(narrow.path);
}
