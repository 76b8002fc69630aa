/** The outcomes of Slack calls that have a name of their own in metrics: those that ask for somebody's attention. */
const OUTCOMES = new Set([
  'ok',
  // Nobody knows whether the call had its effect: a time-out, a reset, a page of something on the way.
  'no_answer',
  'ratelimited',
  // Slack is in trouble.
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  // The token, or what it may do.
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_authed',
  'token_expired',
  'token_revoked',
  // The channel does not take messages.
  'channel_not_found',
  'ekm_access_denied',
  'is_archived',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'user_not_in_channel',
  // The message cannot be changed.
  'cant_update_message',
  'edit_window_closed',
  'message_not_found',
  // The modal or Home came too late.
  'exchanged_trigger_id',
  'expired_trigger_id',
  'hash_conflict',
  'invalid_trigger_id',
  'not_found',
  // People and groups.
  'cannot_dm_bot',
  'no_such_subteam',
  'subteam_disabled',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  // The app's own mistake.
  'invalid_arguments',
  'invalid_blocks',
  'msg_too_long',
]);

/** An outcome as a label: one of a closed list, whatever Slack answers. */
export function slackOutcome(code: string): string {
  return OUTCOMES.has(code) ? code : 'other';
}
