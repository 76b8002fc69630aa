import { type Args, addEphemeral, addMessage, changeMessage } from './messages.ts';
import { type FakeEphemeral, isLasting, SlackRefusalError, type State } from './state.ts';

const MOST_USES = 5;
const LIFE_MS = 30 * 60 * 1000;

/**
 * Answers an interaction where it happened: a POST to its response_url. Only the person sees it, unless
 * `response_type` is in_channel; `replace_original` and `delete_original` change the message that was clicked.
 * @throws SlackRefusalError expired_url, used_url, no_text, invalid_blocks
 */
export function answerInteraction(state: State, id: string, args: Args): Record<string, unknown> {
  const url = state.responseUrls.get(id);
  if (!url) throw new SlackRefusalError('no_such_response_url');
  if (state.workspace.now() - url.issuedAt > LIFE_MS) throw new SlackRefusalError('expired_url');
  if (url.uses >= MOST_USES) throw new SlackRefusalError('used_url');
  url.uses += 1;
  const { message } = url;
  if (message && args.delete_original === true) {
    if (isLasting(message)) message.deleted = true;
    else state.ephemerals.splice(state.ephemerals.indexOf(message), 1);
  } else if (message && args.replace_original === true) {
    if (isLasting(message)) changeMessage(state, message, args);
    else replaceEphemeral(state, message, args);
  } else {
    showAnswer(state, url.channel, url.user, args);
  }
  return {};
}

/** Shows what the app answered to a slash command in its ack, or through a response_url. */
export function showAnswer(state: State, channel: string, user: string, args: Args): void {
  if (args.response_type === 'in_channel') addMessage(state, channel, args);
  else addEphemeral(state, channel, user, args);
}

function replaceEphemeral(state: State, message: FakeEphemeral, args: Args): void {
  const { text, blocks } = addEphemeral(state, message.channel, message.user, args);
  state.ephemerals.pop();
  Object.assign(message, { text, blocks });
}
