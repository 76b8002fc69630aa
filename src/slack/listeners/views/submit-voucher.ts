import { forgetVoucherCheck, startVoucherCheck } from '../../../store/voucher-checks.ts';
import { readVoucher, readVoucherContext, VOUCHER_FIELD } from '../../views/voucher-modal.ts';
import type { ListenerContext } from '../context.ts';
import { onDecisionForm } from './decision-form.ts';

/** The voucher for a project that is ready: it is saved, and the worker sends it to OVHcloud. */
export function submitVoucher(ctx: ListenerContext) {
  return onDecisionForm(ctx, {
    field: VOUCHER_FIELD,
    // OVHcloud locks the account after too many wrong ones: they count against the same limit as those of new orders.
    async guard(user, decide) {
      const check = await startVoucherCheck(ctx.db, await ctx.people.keyOf(user), ctx.now());
      if (!check) return ({ messages }) => messages.requestProblems.tooManyVouchers;
      const whyNot = await decide();
      if (whyNot) await forgetVoucherCheck(ctx.db, check);
      return whyNot;
    },
    read({ private_metadata: context, state }) {
      const orderId = readVoucherContext(context);
      const code = readVoucher(state.values);
      if (!orderId) return { problem: ({ messages }) => messages.projectStart.damaged };
      if (!code) return { problem: ({ messages }) => messages.requestProblems.voucher };
      return { orderId, command: { type: 'voucher_entered', code } };
    },
    failed: ({ messages }) => messages.projectStart.failed,
    takesLong: ({ messages }) => messages.projectStart.takesLong,
  });
}
