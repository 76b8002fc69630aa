import { REASON_FIELD, readRejection, readRejectionContext } from '../../views/rejection-modal.ts';
import type { ListenerContext } from '../context.ts';
import { onDecisionForm } from './decision-form.ts';

/** The rejection with its reason. */
export function submitRejection(ctx: ListenerContext) {
  return onDecisionForm(ctx, {
    field: REASON_FIELD,
    read({ private_metadata: context, state }) {
      const orderId = readRejectionContext(context);
      const reason = readRejection(state.values);
      if (!orderId) return { problem: ({ messages }) => messages.rejection.damaged };
      if (!reason) return { problem: ({ messages }) => messages.rejection.reasonMissing };
      return { orderId, command: { type: 'rejected', reason } };
    },
    failed: ({ messages }) => messages.rejection.failed,
    takesLong: ({ messages }) => messages.rejection.takesLong,
  });
}
