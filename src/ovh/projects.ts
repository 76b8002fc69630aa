import type { OvhClient } from './client.ts';
import { nullOn404 } from './errors.ts';
import { OvhProject } from './schemas.ts';

/** How OVHcloud writes the id of a Public Cloud project. */
const PROJECT_ID = /^[0-9a-f]{12}4[0-9a-f]{19}$/;

/** Whether a text is the id of a project: an order's details hold placeholders such as `*001`, too. */
export function isProjectId(text: string): boolean {
  return PROJECT_ID.test(text);
}

/** GET /cloud/project/{serviceName}; null where it is not there, as for minutes after its order was delivered. */
export function getProject(ovh: OvhClient, projectId: string): Promise<OvhProject | null> {
  return ovh
    .call({ method: 'GET', path: '/cloud/project/{projectId}', params: { projectId } }, OvhProject)
    .catch(nullOn404);
}
