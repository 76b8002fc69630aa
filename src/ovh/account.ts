import type { OvhClient } from './client.ts';
import { Account, Ids } from './schemas.ts';

/** The account that the keys act for, with the subsidiary it buys from: GET /me. */
export function getAccount(ovh: OvhClient): Promise<Account> {
  return ovh.call({ method: 'GET', path: '/me' }, Account);
}

/** The ids of what an automatic payment would charge (one, or none): GET /me/payment/method?default=true. */
export function listPreferredPaymentMethods(ovh: OvhClient): Promise<number[]> {
  return ovh.call({ method: 'GET', path: '/me/payment/method', query: { default: 'true' } }, Ids);
}
