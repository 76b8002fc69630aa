import type { RequestDenial } from '../../orders/request-policy.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';

const TEXTS: Record<RequestDenial, LocalizedText> = {
  channel_closed: ({ messages }) => messages.requestDenied.channelClosed,
  channel_shared: ({ messages, app }) => messages.requestDenied.channelShared(app),
  not_a_requester: ({ messages }) => messages.requestDenied.notARequester,
  not_a_member: ({ messages }) => messages.requestDenied.notAMember,
  no_quorum: ({ messages }) => messages.requestProblems.noQuorum,
};

/** Why a person may not order, in words. */
export function requestDenialText(denial: RequestDenial): LocalizedText {
  return TEXTS[denial];
}
