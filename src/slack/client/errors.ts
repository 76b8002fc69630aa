import { webApi } from '@slack/bolt';

/** Codes with which Slack says that the app cannot write in this channel, now or ever. */
const CANNOT_POST = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'no_permission',
  'ekm_access_denied',
  'cannot_reply_to_message',
]);

/** Codes of messages that cannot be changed any more. */
const MESSAGE_IS_FINAL = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** Codes with which Slack says that it is in trouble itself, or has had enough for now. */
const PASSING = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** What Slack's error codes look like. */
const SLACK_CODE = /^[a-z][a-z0-9_-]{1,80}$/i;

/** A call to Slack that did not work: which, why, and what that means for whoever made it. */
export class SlackApiError extends Error {
  override readonly name = 'SlackTrouble';
  readonly method: string;
  /** Slack's error code, `ratelimited`, or `no_answer` when nobody knows whether the call had its effect. */
  readonly code: string;
  /** How long Slack asked to wait. */
  readonly retryAfterSeconds: number | null;

  constructor(
    method: string,
    code: string,
    options: { retryAfterSeconds?: number; cause?: unknown; at?: string[] } = {},
  ) {
    const at = options.at?.length ? ` at ${options.at.join(', ')}` : '';
    super(`Slack's ${method} did not work: ${code}${at}`, { cause: options.cause });
    this.method = method;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  /** Slack will not take messages in that channel: somebody has to invite the app, or choose another channel. */
  get cannotPost(): boolean {
    return CANNOT_POST.has(this.code);
  }

  /** The same call may work in a while. */
  get isTransient(): boolean {
    return PASSING.has(this.code);
  }

  /** The message was deleted, or can no longer be edited. */
  get messageIsFinal(): boolean {
    return MESSAGE_IS_FINAL.has(this.code);
  }

  /** Somebody deleted the message. */
  get messageIsGone(): boolean {
    return this.code === 'message_not_found';
  }

  /** Makes one of whatever the Web API client threw. */
  static from(method: string, error: unknown): SlackApiError {
    if (error instanceof webApi.WebAPIRateLimitedError) {
      return new SlackApiError(method, 'ratelimited', { retryAfterSeconds: error.retryAfter, cause: error });
    }
    if (error instanceof webApi.WebAPIPlatformError) {
      const code = String(error.data.error);
      // The client takes a page that something on the way answered, instead of Slack, for Slack's code.
      if (!SLACK_CODE.test(code)) return new SlackApiError(method, 'no_answer');
      return new SlackApiError(method, code, {
        cause: error,
        at: pointersIn(error.data.response_metadata?.messages),
      });
    }
    return new SlackApiError(method, 'no_answer', { cause: error });
  }
}

/** Where Slack says that a call's arguments are wrong, such as `/blocks/0/text`; not its words, which may quote them. */
function pointersIn(messages: string[] = []): string[] {
  return messages.flatMap((message) => /json-pointer:(\/[\w/]*)/.exec(message)?.[1] ?? []);
}
