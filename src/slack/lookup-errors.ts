import { SlackApiError } from './client/errors.ts';

/**
 * Slack refuses to show a person or the members of a user group, and will until the operator fixes something: retrying
 * does not help.
 */
export class LookupRefusedError extends Error {
  override readonly name = 'LookupRefusedError';
  /** The id of the person or user group. */
  readonly subject: string;
  /** Slack's error code. */
  readonly code: string;

  constructor(subject: string, trouble: SlackApiError) {
    super(`Slack hides ${subject} from the app: ${trouble.code}`, { cause: trouble });
    this.subject = subject;
    this.code = trouble.code;
  }
}

/**
 * For `.catch()` of a lookup of `subject`: calls `onRefused` and throws LookupRefusedError if Slack's refusal lasts until
 * someone fixes the cause; else throws the error itself.
 */
export function refusedFor(
  subject: string,
  onRefused: (refusal: LookupRefusedError) => void,
): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof SlackApiError && error.isLasting)) throw error;
    const refusal = new LookupRefusedError(subject, error);
    onRefused(refusal);
    throw refusal;
  };
}
