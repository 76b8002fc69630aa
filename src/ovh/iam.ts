import type { OvhClient } from './client.ts';
import { IamAuthorization } from './schemas/account.ts';

/**
 * Which of the IAM actions the app may do on a resource, and which it may not: POST
 * /v2/iam/resource/{resourceURN}/authorization/check. It needs no action itself, and changes nothing.
 */
export function checkAuthorization(
  ovh: OvhClient,
  resourceURN: string,
  actions: readonly string[],
): Promise<IamAuthorization> {
  const path = '/v2/iam/resource/{resourceURN}/authorization/check';
  return ovh.call({ method: 'POST', path, params: { resourceURN }, body: { actions } }, IamAuthorization);
}
