import { isAboutChannel, wantsInvitation } from '../client/errors.ts';
import type { Language, LocalizedText } from '../i18n/catalogue.ts';
import { isDirectMessage } from '../id-kinds.ts';

/** Slack takes no message of an order for a channel: its error code, and whether the form asked for the channel. */
export type ChannelRefusal = { channel: string; errorCode: string; isChosen: boolean };

/** Says in the form why the app cannot post in a channel, or at all, with what helps there. */
export function channelRefusalText({ channel, errorCode, isChosen }: ChannelRefusal): LocalizedText {
  return ({ messages: { channelRefusals, requestProblems }, app }) => {
    if (!isAboutChannel(errorCode)) return channelRefusals.appRefused({ errorCode });
    if (isDirectMessage(channel)) return channelRefusals.directMessage(app);
    if (wantsInvitation(errorCode)) return requestProblems.channelUnavailable({ errorCode, ...app });
    return isChosen
      ? channelRefusals.chooseAnother({ errorCode })
      : channelRefusals.typeElsewhere({ errorCode, ...app });
  };
}

/** What to do about it, once the form has closed. */
export function channelRefusalAdvice(errorCode: string, { messages, app }: Language): string {
  const { channelRefusals, failures } = messages;
  if (!isAboutChannel(errorCode)) return channelRefusals.tellOperator;
  return wantsInvitation(errorCode) ? failures.channel_unavailable.toDo(app) : channelRefusals.orderElsewhere;
}
