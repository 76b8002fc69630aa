import type { ApiPermission } from '../../config/regions.ts';
import { covers, type KeyPermission } from '../../ovh/permissions.ts';

/** The needed permissions that a key with the `held` ones lacks, in order. */
export function missingPermissions(
  needed: readonly ApiPermission[],
  held: readonly KeyPermission[],
): ApiPermission[] {
  return needed.filter((permission) => !held.some((one) => covers(one, permission)));
}

/** The held permissions that cover none of those needed: they can be left out. */
export function unneededPermissions(
  needed: readonly ApiPermission[],
  held: readonly KeyPermission[],
): KeyPermission[] {
  return held.filter((one) => !needed.some((permission) => covers(permission, one)));
}
