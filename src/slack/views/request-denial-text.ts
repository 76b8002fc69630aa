import type { RequestDenial } from '../../orders/request-policy.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';

const TEXTS: Record<Extract<RequestDenial, string>, LocalizedText> = {
  channel_closed: ({ messages }) => messages.requestDenied.channelClosed,
  channel_shared: ({ messages, app }) => messages.requestDenied.channelShared(app),
  not_a_requester: ({ messages }) => messages.requestDenied.notARequester,
  not_a_member: ({ messages }) => messages.requestDenied.notAMember,
  no_quorum: ({ messages }) => messages.requestProblems.noQuorum,
};

/** Why a person may not order, in words. */
export function requestDenialText(denial: RequestDenial): LocalizedText {
  if (typeof denial === 'string') return TEXTS[denial];
  return ({ messages }) => messages.lookups.noApprovers(denial);
}
