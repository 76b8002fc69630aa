import { z } from 'zod';
import type { OvhClient } from './client.ts';
import { OvhProject } from './schemas/project.ts';

/** The format of a Public Cloud project's ID. */
const PROJECT_ID = /^[0-9a-f]{12}4[0-9a-f]{19}$/;

/** Whether a text is the id of a project: an order's details hold placeholders such as `*001`, too. */
export function isProjectId(text: string): boolean {
  return PROJECT_ID.test(text);
}

/**
 * GET /cloud/project/{serviceName}. A project that exists may be a 404 for minutes after its order was delivered, and
 * a 403 (IAM) or 460 for good.
 */
export function getProject(ovh: OvhClient, projectId: string): Promise<OvhProject> {
  return ovh.call({ method: 'GET', path: '/cloud/project/{projectId}', params: { projectId } }, OvhProject);
}

/** The ids of the account's projects: GET /cloud/project. */
export function listProjects(ovh: OvhClient): Promise<string[]> {
  return ovh.call({ method: 'GET', path: '/cloud/project' }, z.array(z.string()));
}
