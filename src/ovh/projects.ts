import { z } from 'zod';
import type { OvhClient } from './client.ts';
import { OvhProject } from './schemas/project.ts';

/** The format of a Public Cloud project's ID. */
const PROJECT_ID = /^[0-9a-f]{12}4[0-9a-f]{19}$/;

/**
 * The id of a project in a text, in whatever case, with dashes or as the end of a URN; null in placeholders such as `*001`,
 * which an order's details hold, too.
 */
export function projectIdIn(text: string): string | null {
  const id = text.trim().split(':').at(-1)?.replaceAll('-', '').toLowerCase() ?? '';
  return PROJECT_ID.test(id) ? id : null;
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
