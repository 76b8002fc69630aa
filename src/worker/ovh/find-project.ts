import type { Project, Unverified } from '../../orders/fulfilment.ts';
import type { Order } from '../../orders/order.ts';
import { isTransient, nullIfRefused, OvhClientError, OvhError } from '../../ovh/errors.ts';
import {
  getOrderDetail,
  getOrderOperation,
  listOrderDetails,
  listOrderOperations,
} from '../../ovh/orders.ts';
import { getProject, projectIdIn } from '../../ovh/projects.ts';
import { meaningOf } from '../../ovh/refusals.ts';
import type { OvhProject } from '../../ovh/schemas/project.ts';
import type { WorkerContext } from '../context.ts';
import { quotable } from '../failures.ts';

/** `error`: what kept the app from looking everywhere, or from reading the project. */
export type ProjectSearch = { project: Project | null; error: OvhError | null };

/**
 * Looks for the project of a delivered order: its id is the `domain` of one of the order's details, or (on
 * ovh-us) the resource of an operation of one; where neither says it, the account has a project that names the order.
 * OVHcloud may not know a project for minutes after that, or may never show it: then it is `unverified`. Throws only
 * what is not OVHcloud's.
 */
export async function findProject(
  order: Order,
  orderId: number,
  ctx: Pick<WorkerContext, 'ovh' | 'projectIndex'>,
): Promise<ProjectSearch> {
  const { ids, error } = await namedProjects(orderId, ctx);
  let unverified: ProjectSearch | null = null;
  for (const id of ids) {
    const seen = await readProject(id, order, ctx);
    if (!seen.project?.unverified) return seen;
    unverified ??= seen;
  }
  if (unverified) return unverified;
  try {
    const found = await ctx.projectIndex.findByOrder(orderId);
    return { project: found && projectOf(found), error };
  } catch (failed) {
    return { project: null, error: error ?? asOvhError(failed) };
  }
}

/**
 * The ids that the order's details hold: in `domain`, else in their operations. Other texts there are placeholders, and
 * one that cannot be read hides no other; `error` is the first of these.
 */
async function namedProjects(
  orderId: number,
  { ovh }: Pick<WorkerContext, 'ovh'>,
): Promise<{ ids: Set<string>; error: OvhError | null }> {
  const ids = new Set<string>();
  let error: OvhError | null = null;
  const noneIfFailed = (failed: unknown): [] => {
    error ??= asOvhError(failed);
    return [];
  };
  const details = await listOrderDetails(ovh, orderId).catch(noneIfFailed);
  for (const orderDetailId of details) {
    const read = getOrderDetail(ovh, { orderId, orderDetailId });
    const [detail] = await read.then((one) => [one], noneIfFailed);
    const id = detail && projectIdIn(detail.domain);
    if (id) ids.add(id);
  }
  for (const orderDetailId of ids.size === 0 ? details : []) {
    const detail = { orderId, orderDetailId };
    // Only ovh-us has operations: another refusal says nothing.
    const operations = await listOrderOperations(ovh, detail).catch(nullIfRefused).catch(noneIfFailed);
    for (const operationId of operations ?? []) {
      const { resourceNames } = await getOrderOperation(ovh, detail, operationId).catch(
        (failed: unknown) => ({
          resourceNames: noneIfFailed(failed),
        }),
      );
      for (const id of resourceNames.map(projectIdIn)) if (id) ids.add(id);
    }
  }
  return { ids, error };
}

async function readProject(
  id: string,
  order: Order,
  { ovh }: Pick<WorkerContext, 'ovh'>,
): Promise<ProjectSearch> {
  try {
    return { project: projectOf(await getProject(ovh, id)), error: null };
  } catch (failed) {
    const error = asOvhError(failed);
    return { project: { id, description: null, unverified: whyUnverified(error, order) }, error };
  }
}

function projectOf({ project_id: id, description, status }: OvhProject): Project {
  const creating: Unverified = { reason: 'creating', status: null, message: null };
  return { id, description, ...(status === 'creating' && { unverified: creating }) };
}

/** What an operator or the account's administrator has to put right at OVHcloud. */
const NEEDS_ACCESS = ['key_invalid', 'service_account_refused', 'right_missing', 'account_not_allowed'];

function whyUnverified(error: OvhError, order: Order): Unverified {
  const { status } = error;
  if (!(error instanceof OvhClientError)) return { reason: 'no_answer', status, message: null };
  const message = quotable(error.apiMessage, order);
  const isForbidden = status === 401 || status === 403 || NEEDS_ACCESS.includes(meaningOf(error).kind);
  if (isTransient(error)) return { reason: 'no_answer', status, message };
  return { reason: isForbidden ? 'forbidden' : 'not_shown', status, message };
}

function asOvhError(error: unknown): OvhError {
  if (error instanceof OvhError) return error;
  throw error;
}
