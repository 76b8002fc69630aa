import type { Logger } from '../../observability/log.ts';
import { TamperedOrderError } from '../../store/tampering.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import { LookupRefusedError } from '../lookup-errors.ts';
import type { UserDirectory } from '../user-directory.ts';

/**
 * What to say to a person whose rights cannot be checked, because Slack hides them or a user group from the app, or whose
 * order is on hold; it is logged for the operator. Null for other errors.
 */
export function explainLookup(
  ctx: { log: Logger; people: UserDirectory },
  error: unknown,
): LocalizedText | null {
  if (error instanceof TamperedOrderError) return ({ messages }) => messages.replies.orderOnHold;
  if (!(error instanceof LookupRefusedError)) return null;
  const { subject, code } = error;
  ctx.log.error(
    { err: error, subject, code },
    'Slack hides a person or user group from the app: run the doctor',
  );
  return ({ messages: { lookups } }) =>
    ctx.people.isGroup(subject)
      ? lookups.groupRefused({ group: subject, code })
      : lookups.personRefused({ code });
}
