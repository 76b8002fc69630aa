import type { OvhClient } from './client.ts';
import { Account } from './schemas/account.ts';
import { Ids } from './schemas/field-types.ts';
import { OvhEligibility } from './schemas/project.ts';

/** The account that the keys act for, with the subsidiary it buys from: GET /me. */
export function getAccount(ovh: OvhClient): Promise<Account> {
  return ovh.call({ method: 'GET', path: '/me' }, Account);
}

/** The ids of what an automatic payment would charge (one, or none): GET /me/payment/method?default=true. */
export function listPreferredPaymentMethods(ovh: OvhClient): Promise<number[]> {
  return ovh.call({ method: 'GET', path: '/me/payment/method', query: { default: 'true' } }, Ids);
}

/** Those of them that can be charged: GET /me/payment/method?default=true&status=VALID. */
export function listValidPreferredPaymentMethods(ovh: OvhClient): Promise<number[]> {
  const query = { default: 'true', status: 'VALID' };
  return ovh.call({ method: 'GET', path: '/me/payment/method', query }, Ids);
}

/**
 * Whether the account may order a Public Cloud project, with this voucher if there is one:
 * GET /cloud/eligibility?voucher=. BETA, and not on ovh-us. Each try of a voucher counts against OVHcloud's limit.
 */
export function getEligibility(ovh: OvhClient, voucher: string | null): Promise<OvhEligibility> {
  const query = voucher === null ? {} : { voucher };
  return ovh.call({ method: 'GET', path: '/cloud/eligibility', query, once: true }, OvhEligibility);
}
