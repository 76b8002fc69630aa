import { webApi } from '@slack/bolt';

/** Codes that say that the app cannot post in this channel. */
const CANNOT_POST = new Set([
  'not_in_channel',
  'channel_not_found',
  'channel_type_not_supported',
  'is_archived',
  // The channel is frozen.
  'is_inactive',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'no_permission',
  'ekm_access_denied',
  'cannot_reply_to_message',
]);

/** Patterns of unlisted codes about the channel, or the thread in it. */
const LOOKS_LIKE_CHANNEL =
  /^restricted_action(_|$)|^posting_to_|(^|_)channel_(is|not|has|was)_|^thread_locked$/;

/** Those of them that inviting the app to the channel fixes. */
const WANTS_INVITATION = new Set(['not_in_channel', 'channel_not_found', 'no_permission']);

/** Codes of messages that cannot be changed any more. */
const MESSAGE_IS_FINAL = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  // The channel is frozen, or the workspace's messages are.
  'is_inactive',
]);

/** Codes about one person whom no direct message reaches. */
const CANNOT_REACH = new Set([
  ...CANNOT_POST,
  'access_denied',
  'cannot_dm_bot',
  'invalid_user_combination',
  'method_not_supported_for_channel_type',
  'not_enough_users',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);
// Workspace settings that its administrators may change again.
for (const code of ['ekm_access_denied', 'no_permission']) CANNOT_REACH.delete(code);

/** Codes about the content of a message: it would be refused every time. */
const CANNOT_SAY = new Set([
  'attachment_payload_limit_exceeded',
  'block_mismatch',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'markdown_text_conflict',
  'metadata_must_be_sent_from_app',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
  'too_many_contact_cards',
]);

/** Codes after which the call may have taken effect nevertheless. */
const MAYBE_DONE = new Set([
  'no_answer',
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
]);

/** Patterns of unlisted codes for when Slack is failing: transient, and the call may have taken effect. */
const LOOKS_LIKE_FAILURE =
  /(^|_)(timeout|timed_out|unavailable|overloaded|over_capacity|busy)(_|$)|(^|_)(internal|fatal|server|rollup|unknown)_error$/;
/** The same for rate limiting. */
const LOOKS_LIKE_LIMIT = /rate_?limit|too_many_requests|(^|_)(try_again|temporar(y|ily))(_|$)/;

/** Codes that say that Slack is failing or rate limiting. */
const PASSING = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'external_channel_migrating',
  'update_failed',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  // The workspace moves into an organization.
  'team_added_to_org',
  'org_login_required',
]);

/** Whether inviting the app to the channel fixes an error. */
export function wantsInvitation(code: string): boolean {
  return WANTS_INVITATION.has(code);
}

/** Whether an error is about the channel: another one may work. */
export function isAboutChannel(code: string): boolean {
  return isPostRefused(code) || code === 'team_access_not_granted';
}

function isPostRefused(code: string): boolean {
  return CANNOT_POST.has(code) || LOOKS_LIKE_CHANNEL.test(code);
}

/** Whether an error says that a person cannot get direct messages, now or later. */
export function isUnreachable(code: string): boolean {
  return CANNOT_REACH.has(code);
}

/** Whether an error lasts until someone changes something. */
export function isLastingCode(code: string): boolean {
  return !isTransientCode(code) && code !== 'no_answer';
}

function isTransientCode(code: string): boolean {
  return PASSING.has(code) || LOOKS_LIKE_FAILURE.test(code) || LOOKS_LIKE_LIMIT.test(code);
}

/** The format of Slack's error codes. */
const SLACK_CODE = /^[a-z][a-z0-9_-]{1,80}$/i;

/** A failed call to Slack: which, why, and what that means for the caller. */
export class SlackApiError extends Error {
  override readonly name = 'SlackApiError';
  readonly method: string;
  /** Slack's error code, `ratelimited`, or `no_answer` when it is unknown whether the call had its effect. */
  readonly code: string;
  /** How long Slack asked to wait. */
  readonly retryAfterSeconds: number | null;

  constructor(
    method: string,
    code: string,
    options: { retryAfterSeconds?: number; cause?: unknown; at?: string[] } = {},
  ) {
    const at = options.at?.length ? ` at ${options.at.join(', ')}` : '';
    super(`Slack's ${method} failed: ${code}${at}`, { cause: options.cause });
    this.method = method;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  /** Slack accepts no messages in that channel: someone has to invite the app, or choose another channel. */
  get cannotPost(): boolean {
    return isPostRefused(this.code);
  }

  /** The same call may work in a moment. */
  get isTransient(): boolean {
    return isTransientCode(this.code);
  }

  /** Slack refuses until someone changes something: a scope, a setting, a person's account. */
  get isLasting(): boolean {
    return isLastingCode(this.code);
  }

  /** The call may have taken effect: a post is looked for before it is sent again. */
  get mayHaveWorked(): boolean {
    return MAYBE_DONE.has(this.code) || LOOKS_LIKE_FAILURE.test(this.code);
  }

  /** No message reaches that person directly, now or later. */
  get cannotReach(): boolean {
    return isUnreachable(this.code);
  }

  /** Slack does not accept that content in any channel. */
  get cannotSay(): boolean {
    return CANNOT_SAY.has(this.code);
  }

  /** The message belongs to another installation of this app, from before it was reinstalled. */
  get messageIsForeign(): boolean {
    return this.code === 'cant_update_message';
  }

  /** The message was deleted, or can no longer be edited. */
  get messageIsFinal(): boolean {
    return MESSAGE_IS_FINAL.has(this.code);
  }

  /** The message was deleted. */
  get messageIsGone(): boolean {
    return this.code === 'message_not_found';
  }

  /** Converts what the Web API client threw. */
  static from(method: string, error: unknown): SlackApiError {
    if (error instanceof webApi.WebAPIRateLimitedError) {
      return new SlackApiError(method, 'ratelimited', { retryAfterSeconds: error.retryAfter, cause: error });
    }
    if (error instanceof webApi.WebAPIPlatformError) {
      const { error: code } = error.data;
      // If a proxy answers with a page, the client takes that for Slack's code; and some answers have no code.
      if (typeof code !== 'string' || !SLACK_CODE.test(code)) return new SlackApiError(method, 'no_answer');
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
