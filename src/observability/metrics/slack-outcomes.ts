/** The outcomes of Slack calls that have a name of their own in metrics: those that need attention. */
const OUTCOMES = new Set([
  'ok',
  // It is unknown whether the call had its effect: a timeout, a reset, a page from a proxy.
  'no_answer',
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
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
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  // The channel does not accept messages.
  'channel_not_found',
  'ekm_access_denied',
  'is_archived',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'user_not_in_channel',
  // The message cannot be changed, or its thread is gone.
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
  'message_not_found',
  'thread_not_found',
  // The modal or Home came too late.
  'exchanged_trigger_id',
  'expired_trigger_id',
  'hash_conflict',
  'invalid_trigger_id',
  'not_found',
  // People and groups.
  'access_denied',
  'cannot_dm_bot',
  'messages_tab_disabled',
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

/** An outcome as a label from a closed list, regardless of Slack's answer. */
export function slackOutcome(code: string): string {
  return OUTCOMES.has(code) ? code : 'other';
}
