import { CONSENT_FIELD, readConsent, readConsentContext } from '../../views/consent-modal.ts';
import type { ListenerContext } from '../context.ts';
import { onDecisionForm } from './decision-form.ts';

/** The approval with both boxes ticked. */
export function submitConsent(ctx: ListenerContext) {
  return onDecisionForm(ctx, {
    field: CONSENT_FIELD,
    read({ private_metadata: context, state }) {
      const about = readConsentContext(context);
      if (!about) return { problem: ({ messages }) => messages.consent.damaged };
      if (!readConsent(state.values)) return { problem: ({ messages }) => messages.consent.bothNeeded };
      const { orderId, fingerprint } = about;
      return { orderId, command: { type: 'approved', fingerprint, clauses: true } };
    },
    failed: ({ messages }) => messages.rejection.failed,
    takesLong: ({ messages }) => messages.rejection.takesLong,
  });
}
