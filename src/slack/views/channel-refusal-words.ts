import { wantsInvitation } from '../client/errors.ts';
import type { Language, LocalizedText } from '../i18n/catalogue.ts';

/** A channel whose order Slack takes no message of, by its error code, and whether the form asked for the channel. */
export type ChannelRefusal = { channel: string; errorCode: string; isChosen: boolean };

/** Says in the form why the app cannot post in a channel, with what helps there. */
export function channelRefusalWords({ channel, errorCode, isChosen }: ChannelRefusal): LocalizedText {
  return ({ messages: { channelRefusals, requestProblems }, app }) => {
    if (isDirectMessage(channel)) return channelRefusals.directMessage(app);
    if (wantsInvitation(errorCode)) return requestProblems.channelUnavailable({ errorCode, ...app });
    return isChosen
      ? channelRefusals.chooseAnother({ errorCode })
      : channelRefusals.typeElsewhere({ errorCode, command: app.command });
  };
}

/** What to do about it, once the form has closed. */
export function channelRefusalAdvice(errorCode: string, { messages, app }: Language): string {
  const { channelRefusals, failures } = messages;
  return wantsInvitation(errorCode) ? failures.channel_unavailable.toDo(app) : channelRefusals.orderElsewhere;
}

function isDirectMessage(channel: string): boolean {
  return channel.startsWith('D');
}
