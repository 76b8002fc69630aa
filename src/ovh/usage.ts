import type { OvhClient } from './client.ts';
import { ProjectUsage } from './schemas/project.ts';

/** What a project has cost this month so far: GET /cloud/project/{serviceName}/usage/current. */
export function getCurrentUsage(ovh: OvhClient, projectId: string): Promise<ProjectUsage> {
  return ovh.call({ method: 'GET', path: CURRENT_USAGE, params: { projectId } }, ProjectUsage);
}

/** What OVHcloud expects it to have cost by the month's end: GET /cloud/project/{serviceName}/usage/forecast. */
export function getUsageForecast(ovh: OvhClient, projectId: string): Promise<ProjectUsage> {
  const path = '/cloud/project/{projectId}/usage/forecast';
  return ovh.call({ method: 'GET', path, params: { projectId } }, ProjectUsage);
}

export const CURRENT_USAGE = '/cloud/project/{projectId}/usage/current';
