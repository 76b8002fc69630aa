import { TamperedOrderError } from '../../store/tampering.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import { LookupRefusedError } from '../lookup-errors.ts';
import type { UserDirectory } from '../user-directory.ts';

/**
 * What to say to a person whose permissions cannot be checked, because Slack hides them or a user group from the app, or whose
 * order is on hold; the operator was told when Slack refused. Null for other errors.
 */
export function explainLookup(ctx: { people: UserDirectory }, error: unknown): LocalizedText | null {
  if (error instanceof TamperedOrderError) return ({ messages }) => messages.replies.orderOnHold;
  if (!(error instanceof LookupRefusedError)) return null;
  const { subject, code } = error;
  return ({ messages: { lookups } }) =>
    ctx.people.isGroup(subject)
      ? lookups.groupRefused({ group: subject, code })
      : lookups.personRefused({ code });
}
