import type { Project } from '../../orders/fulfilment.ts';
import { getOrderDetail, listOrderDetails } from '../../ovh/orders.ts';
import { getProject, isProjectId } from '../../ovh/projects.ts';
import type { WorkerContext } from '../context.ts';

/**
 * The project that came of a delivered order; null while there is none. Its id is the `domain` of one of the order's
 * details (the others hold placeholders), and OVHcloud may not know a project for minutes after that: not an error.
 */
export async function findProject(orderId: number, { ovh }: WorkerContext): Promise<Project | null> {
  for (const detailId of await listOrderDetails(ovh, orderId)) {
    const { domain } = await getOrderDetail(ovh, orderId, detailId);
    if (!isProjectId(domain)) continue;
    const project = await getProject(ovh, domain);
    if (project && project.status !== 'creating') return { id: domain, description: project.description };
  }
  return null;
}
