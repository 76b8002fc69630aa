import { getFollowUp } from '../../ovh/orders.ts';
import type { FollowUp } from '../../ovh/schemas/order.ts';
import type { WorkerContext } from '../context.ts';
import { isTransient } from '../failures.ts';

/** Empty if the details cannot be read: the status alone says enough. */
export async function followUpOf(
  orderId: number,
  ctx: Pick<WorkerContext, 'log' | 'ovh'>,
): Promise<FollowUp> {
  try {
    return await getFollowUp(ctx.ovh, orderId);
  } catch (error) {
    if (isTransient(error)) throw error;
    ctx.log.warn(
      { err: error, ovhOrderId: orderId },
      'OVHcloud did not return the details of the order’s progress',
    );
    return [];
  }
}

/** Whether someone at OVHcloud is reviewing an order. */
export function isUnderReview(followUp: FollowUp): boolean {
  return newest(followUp)?.label === 'FRAUD_MANUAL_REVIEW';
}

/** Why an order was cancelled, in OVHcloud's words: the latest ones in the step that failed. */
export function whyCancelled(followUp: FollowUp): string | null {
  const refused = historyMessage(followUp, 'FRAUD_REFUSED');
  const failed = followUp.filter(({ status }) => status === 'ERROR');
  return refused ?? newest(failed)?.description ?? null;
}

/** What OVHcloud last said with this label; null where it said nothing. */
export function historyMessage(followUp: FollowUp, label: string): string | null {
  return historyOf(followUp).findLast((entry) => entry.label === label)?.description || null;
}

function newest(followUp: FollowUp) {
  return historyOf(followUp).at(-1);
}

/** Everything that happened, oldest first. */
function historyOf(followUp: FollowUp) {
  const entries = followUp.flatMap(({ history }) => history ?? []);
  return entries.toSorted((a, b) => (a.date?.getTime() ?? 0) - (b.date?.getTime() ?? 0));
}
