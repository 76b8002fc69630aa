import { z } from 'zod';
import { getAuthDetails, getCredential } from './auth.ts';
import type { OvhClient } from './client.ts';
import { checkAuthorization } from './iam.ts';
import { covers } from './permissions.ts';
import { Ids } from './schemas/field-types.ts';
import { Credit } from './schemas/project.ts';

/** Gives a project the credit of a voucher: POST /cloud/project/{projectId}/credit. A voucher works once only. */
export async function addCredit(ovh: OvhClient, projectId: string, code: string): Promise<void> {
  await ovh.call({ method: 'POST', path: CREDIT, params: { projectId }, body: { code } }, z.unknown());
}

/** The ids of a project's credits: GET /cloud/project/{projectId}/credit. */
export function listCredits(ovh: OvhClient, projectId: string): Promise<number[]> {
  return ovh.call({ method: 'GET', path: CREDIT, params: { projectId } }, Ids);
}

/** GET /cloud/project/{projectId}/credit/{creditId} */
export function getCredit(ovh: OvhClient, projectId: string, creditId: number): Promise<Credit> {
  return ovh.call({ method: 'GET', path: `${CREDIT}/{creditId}`, params: { projectId, creditId } }, Credit);
}

/** Whether an application key may add credit to a project: GET /auth/currentCredential. */
export async function keyMayAddCredit(ovh: OvhClient, projectId: string): Promise<boolean> {
  const { rules } = await getCredential(ovh);
  const calls = [
    { method: 'POST', path: `/cloud/project/${projectId}/credit` },
    { method: 'GET', path: `/cloud/project/${projectId}/credit` },
  ];
  return calls.every((call) => rules.some((rule) => covers(rule, call)));
}

/** Whether a service account may add credit to a project: GET /auth/details, and IAM's word on it. */
export async function serviceAccountMayAddCredit(ovh: OvhClient, projectId: string): Promise<boolean> {
  const { identities } = await getAuthDetails(ovh);
  const prefix = /^urn:v1:[a-z]+/.exec(identities[0] ?? '')?.[0] ?? 'urn:v1:eu';
  const resource = `${prefix}:resource:publicCloudProject:${projectId}`;
  const { unauthorizedActions } = await checkAuthorization(ovh, resource, CREDIT_ACTIONS);
  return unauthorizedActions.length === 0;
}

const CREDIT = '/cloud/project/{projectId}/credit';
const CREDIT_ACTIONS = ['publicCloudProject:apiovh:credit/create', 'publicCloudProject:apiovh:credit/get'];
