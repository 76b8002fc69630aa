import type { Order } from '../../orders/order.ts';
import { MINUTE_MS } from '../../orders/time.ts';
import { addCredit, getCredit, listCredits } from '../../ovh/credits.ts';
import type { StoredOrder } from '../../store/rows.ts';
import { forgetLastVoucherCheck } from '../../store/voucher-checks.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { VoucherUnresolvedError } from '../errors.ts';
import { errorFields, isTransient, toFailure } from '../failures.ts';

/** How long to retry before the requester is notified that OVHcloud does not answer. */
const FAIL_AFTER_MS = 10 * MINUTE_MS;

/**
 * `ready`, with a voucher that its requester entered: adds it to the project. A voucher works only once, so after an
 * answer that may be lost the project's credits are read first. Throws VoucherUnresolvedError, to be run again.
 */
export async function addVoucherStep(
  { order, attempts }: StoredOrder,
  ctx: Pick<StepContext, 'change' | 'db' | 'keyOf' | 'log' | 'now' | 'ovh'>,
): Promise<void> {
  const { project, projectVoucher } = order;
  if (!project || projectVoucher?.outcome !== 'pending') return;
  const { code, at } = projectVoucher;
  try {
    const isThere = attempts > 1 && (await hasCredit(project.id, code, ctx));
    if (!isThere) await addCredit(ctx.ovh, project.id, code);
  } catch (error) {
    const about = withVoucher(order, code);
    ctx.log.warn(errorFields(error, about), 'failed to add voucher to project');
    // If it was dated by a clock that was ahead, it is over too.
    const isOver = Math.abs(ctx.now() - at) >= FAIL_AFTER_MS;
    // Without the error itself, whose words may hold the code.
    const throwIfTransient = (failed: unknown): false => {
      if (!isTransient(failed) || isOver) return false;
      throw new VoucherUnresolvedError('Not known yet whether the voucher was added');
    };
    throwIfTransient(error);
    // A gateway may have sent it twice: then this refusal is about the second request.
    const wasAdded = await hasCredit(project.id, code, ctx).catch(throwIfTransient);
    if (!wasAdded) {
      await ctx.change({ type: 'voucher_refused', failure: toFailure(error, about) });
      return;
    }
  }
  await ctx.change({ type: 'voucher_added' });
  await forgetLastVoucherCheck(ctx.db, await ctx.keyOf(order.requester), at);
}

async function hasCredit(
  projectId: string,
  code: string,
  { ovh }: Pick<WorkerContext, 'ovh'>,
): Promise<boolean> {
  for (const creditId of await listCredits(ovh, projectId)) {
    const { voucher } = await getCredit(ovh, projectId, creditId);
    if (voucher?.toLowerCase() === code.toLowerCase()) return true;
  }
  return false;
}

/** The order with this voucher as its own, so that the code is masked in OVHcloud's messages. */
function withVoucher(order: Order, code: string): Order {
  return { ...order, request: { ...order.request, voucher: code } };
}
