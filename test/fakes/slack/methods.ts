import { type BlockKitPayload, blockKitProblems } from '../../block-kit.ts';
import {
  type Args,
  deleteMessage,
  postEphemeral,
  postMessage,
  updateMessage,
  visibleChannel,
} from './messages.ts';
import { type Method, requireScope, type TokenKind } from './method.ts';
import { conversationMethods } from './methods-conversations.ts';
import { peopleMethods } from './methods-people.ts';
import { messageJson } from './payloads.ts';
import { newId, SlackRefusalError, type State } from './state.ts';
import { openView, publishHome, pushView, updateView } from './views.ts';
import { APP, TEAM } from './workspace.ts';

const chatMethods: Record<string, Method> = {
  'chat.postMessage': {
    scope: 'chat:write',
    needs: ['channel'],
    answer(state, args) {
      const message = postMessage(state, args);
      return { channel: message.channel, ts: message.ts, message: messageJson(state, message) };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    needs: ['channel', 'ts'],
    answer(state, args) {
      const message = updateMessage(state, args);
      const { channel, ts, text } = message;
      return { channel, ts, text, message: messageJson(state, message) };
    },
  },
  'chat.delete': {
    scope: 'chat:write',
    needs: ['channel', 'ts'],
    answer(state, args) {
      const { channel, ts } = deleteMessage(state, args);
      return { channel, ts };
    },
  },
  'chat.getPermalink': {
    needs: ['channel', 'message_ts'],
    answer(state, args) {
      const channel = visibleChannel(state, args.channel);
      const message = state.messages.find(
        (one) => one.channel === channel.id && one.ts === args.message_ts && !one.deleted,
      );
      if (!message) throw new SlackRefusalError('message_not_found');
      const permalink = `https://${TEAM.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
      return { channel: channel.id, permalink };
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    needs: ['channel', 'user'],
    answer: (state, args) => ({ message_ts: postEphemeral(state, args).ts }),
  },
};

const viewMethods: Record<string, Method> = {
  'views.open': {
    needs: ['trigger_id', 'view'],
    answer: (state, args) => ({ view: openView(state, args.trigger_id, args.view) }),
  },
  'views.push': {
    needs: ['trigger_id', 'view'],
    answer: (state, args) => ({ view: pushView(state, args.trigger_id, args.view) }),
  },
  'views.update': { needs: ['view'], answer: (state, args) => ({ view: updateView(state, args) }) },
  'views.publish': {
    needs: ['user_id', 'view'],
    answer: (state, args) => ({ view: publishHome(state, args) }),
  },
};

/** Which error says that what kind of payload is wrong. */
const INVALID = { blocks: 'invalid_blocks', message: 'invalid_message', view: 'invalid_view' } as const;

const blockMethods: Record<string, Method> = {
  'blocks.validate': {
    answer(_state, args) {
      const given = (['blocks', 'message', 'view'] as const).filter((name) => args[name] !== undefined);
      const [kind, ...others] = given;
      if (!kind || others.length > 0) throw new SlackRefusalError('invalid_arguments');
      const payload = (kind === 'blocks' ? { blocks: args.blocks } : args[kind]) as BlockKitPayload;
      const surface = kind === 'view' ? (payload.type as 'modal' | 'home') : 'message';
      // A message is checked without the text beside its blocks.
      const problems = blockKitProblems(surface, surface === 'message' ? { text: '-', ...payload } : payload);
      if (problems.length === 0) return {};
      const errors = problems.map((problem) => ({
        pointer: `/${problem.split(':')[0]?.replaceAll('.', '/')}`,
        code: 'failed_constraint',
        message: problem,
      }));
      throw new SlackRefusalError(INVALID[kind], { errors });
    },
  },
};

const appMethods: Record<string, Method> = {
  'apps.connections.open': {
    token: 'app',
    answer(state) {
      const ticket = newId('');
      state.socketTickets.add(ticket);
      return { url: `${state.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${APP.id}` };
    },
  },
  'api.test': { token: 'none', answer: (_state, args) => ({ args }) },
  'auth.test': {
    token: 'either',
    answer: ({ workspace: { enterpriseId } }, _args, token) =>
      token === 'app'
        ? { app_name: APP.name, app_id: APP.id }
        : {
            url: `https://${TEAM.domain}.slack.com/`,
            team: TEAM.name,
            team_id: TEAM.id,
            user: APP.name,
            user_id: APP.userId,
            bot_id: APP.botId,
            ...(enterpriseId !== undefined && { enterprise_id: enterpriseId }),
            is_enterprise_install: false,
          },
  },
};

const METHODS: Record<string, Method> = {
  ...appMethods,
  ...chatMethods,
  ...viewMethods,
  ...blockMethods,
  ...conversationMethods,
  ...peopleMethods,
};

/**
 * Carries out a call of the Web API.
 * @throws SlackRefusalError not_authed, not_allowed_token_type, missing_scope, invalid_arguments, unknown_method, and the
 * method's own
 */
export function callMethod(
  state: State,
  name: string,
  args: Args,
  token: TokenKind,
): Record<string, unknown> {
  const method = METHODS[name];
  if (!method) {
    state.problems.push(`${name}: the fake has no such method`);
    throw new SlackRefusalError('unknown_method', { req_method: name });
  }
  checkToken(method, token);
  requireScope(state, method.scope);
  const missing = (method.needs ?? []).filter((need) => args[need] === undefined || args[need] === '');
  if (missing.length > 0) {
    throw new SlackRefusalError('invalid_arguments', {
      response_metadata: { messages: missing.map((name) => `[ERROR] missing required field: ${name}`) },
    });
  }
  return method.answer(state, args, token);
}

function checkToken({ token: wanted = 'bot' }: Method, token: TokenKind): void {
  if (wanted === 'none') return;
  if (token === 'none') throw new SlackRefusalError('not_authed');
  if (wanted !== 'either' && wanted !== token) throw new SlackRefusalError('not_allowed_token_type');
}
