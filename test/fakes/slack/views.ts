import { randomBytes } from 'node:crypto';
import { type BlockKitPayload, blockKitProblems, blockKitWarnings } from '../../block-kit.ts';
import { type Block, type Text, withIds } from './blocks.ts';
import { type FormState, formState } from './form.ts';
import { newId, SlackRefusalError, type State } from './state.ts';
import { APP, TEAM } from './workspace.ts';

/** A view as Slack sends it to the app. */
export type View = {
  id: string;
  type: 'modal' | 'home';
  blocks: Block[];
  title: Text;
  submit: Text | null;
  close: Text | null;
  private_metadata: string;
  callback_id: string;
  external_id: string;
  hash: string;
  state: { values: FormState };
  notify_on_close: boolean;
  clear_on_close: boolean;
  root_view_id: string;
  previous_view_id: string | null;
  [field: string]: unknown;
};

/** A view that a person has before them. `seen`: the test was handed it already. */
export type OpenView = { view: View; user: string; seen: boolean };

const DEEPEST_STACK = 3;

/** A new trigger_id for something that a person did: good for one view, and not for long. */
export function issueTrigger(state: State, user: string): string {
  const id = `${randomBytes(4).readUInt32BE()}.${randomBytes(4).readUInt32BE()}.${randomBytes(16).toString('hex')}`;
  state.triggers.set(id, { user, issuedAt: state.workspace.now(), used: false });
  return id;
}

/**
 * Opens a modal: views.open.
 * @throws SlackRefusalError expired_trigger_id, exchanged_trigger_id, invalid_trigger_id, invalid_arguments
 */
export function openView(state: State, triggerId: unknown, given: unknown): View {
  const checked = checkedView(state, 'modal', given);
  const user = exchangeTrigger(state, triggerId);
  state.modals.set(user, []);
  return placeModal(state, user, checked);
}

/**
 * Opens a modal on top of another: views.push.
 * @throws SlackRefusalError push_limit_reached, not_found, and those of views.open
 */
export function pushView(state: State, triggerId: unknown, given: unknown): View {
  const checked = checkedView(state, 'modal', given);
  const user = exchangeTrigger(state, triggerId);
  if (!state.modals.get(user)?.length) throw new SlackRefusalError('not_found');
  return placeModal(state, user, checked);
}

/** Puts a modal on top of what a person has open, as `response_action: 'push'` does. */
export function showModal(state: State, user: string, given: unknown): View {
  return placeModal(state, user, checkedView(state, 'modal', given));
}

/**
 * Changes a view: views.update.
 * @throws SlackRefusalError not_found, hash_conflict, invalid_arguments
 */
export function updateView(state: State, args: Record<string, unknown>): View {
  const open = [...[...state.modals.values()].flat(), ...state.homes.values()].find(({ view }) =>
    args.view_id === undefined ? view.external_id === args.external_id : view.id === args.view_id,
  );
  if (!open) throw new SlackRefusalError('not_found');
  if (args.hash !== undefined && args.hash !== open.view.hash) throw new SlackRefusalError('hash_conflict');
  return replaceView(state, open, args.view);
}

/** Shows something else in a view: what was typed in fields that are still there stays. */
export function replaceView(state: State, open: OpenView, given: unknown): View {
  const { id, type, root_view_id: root, previous_view_id: previous, state: form } = open.view;
  const checked = checkedView(state, type, given, id);
  open.view = completeView(type, id, checked, { root, previous }, form.values);
  return open.view;
}

/**
 * Shows a person's App Home: views.publish.
 * @throws SlackRefusalError user_not_found, hash_conflict, invalid_arguments
 */
export function publishHome(state: State, args: Record<string, unknown>): View {
  const user = String(args.user_id);
  if (!state.workspace.users.has(user)) throw new SlackRefusalError('user_not_found');
  const before = state.homes.get(user)?.view;
  if (args.hash !== undefined && args.hash !== before?.hash) throw new SlackRefusalError('hash_conflict');
  const id = before?.id ?? newId('V');
  const checked = checkedView(state, 'home', args.view, id);
  const view = completeView('home', id, checked, { root: id, previous: null });
  state.homes.set(user, { view, user, seen: true });
  return view;
}

function placeModal(state: State, user: string, checked: BlockKitPayload): View {
  const stack = state.modals.get(user) ?? [];
  if (stack.length >= DEEPEST_STACK) throw new SlackRefusalError('push_limit_reached');
  const id = newId('V');
  const root = stack[0]?.view.id ?? id;
  const view = completeView('modal', id, checked, { root, previous: stack.at(-1)?.view.id ?? null });
  state.modals.set(user, [...stack, { view, user, seen: false }]);
  return view;
}

function exchangeTrigger(state: State, id: unknown): string {
  const trigger = state.triggers.get(String(id));
  const refuse = (error: string, what: string): never => {
    state.problems.push(`${error}: ${what}`);
    throw new SlackRefusalError(error);
  };
  if (!trigger) return refuse('invalid_trigger_id', `${id} was never given out`);
  if (trigger.used) return refuse('exchanged_trigger_id', 'a trigger_id opens one view only');
  const age = state.workspace.now() - trigger.issuedAt;
  if (age > state.workspace.triggerLifeMs) return refuse('expired_trigger_id', `used after ${age} ms`);
  trigger.used = true;
  return trigger.user;
}

function checkedView(state: State, type: 'modal' | 'home', given: unknown, id?: string): BlockKitPayload {
  const { type: givenType, ...payload } = Object(given) as BlockKitPayload;
  state.warnings.push(...blockKitWarnings(payload));
  const problems =
    givenType === type ? blockKitProblems(type, payload) : [`type: "${givenType}", not "${type}"`];
  const others = [...state.modals.values()].flat().filter(({ view }) => view.id !== id);
  const external = payload.external_id;
  if (external && others.some(({ view }) => view.external_id === external)) {
    throw new SlackRefusalError('duplicate_external_id');
  }
  if (JSON.stringify(payload).length > 250_000) throw new SlackRefusalError('view_too_large');
  if (problems.length === 0) return payload;
  state.problems.push(...problems.map((problem) => `${type} ${payload.callback_id ?? ''}: ${problem}`));
  throw new SlackRefusalError('invalid_arguments', {
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}

function completeView(
  type: 'modal' | 'home',
  id: string,
  payload: BlockKitPayload,
  place: { root: string; previous: string | null },
  typed?: FormState,
): View {
  const blocks = withIds(payload.blocks, () => newId('b'));
  const defaults = {
    title: { type: 'plain_text', text: 'View Title' },
    submit: null,
    close: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    notify_on_close: false,
    clear_on_close: false,
  };
  return {
    id,
    team_id: TEAM.id,
    type,
    ...defaults,
    ...payload,
    blocks,
    state: { values: formState(blocks, typed) },
    hash: `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`,
    previous_view_id: place.previous,
    root_view_id: place.root,
    app_id: APP.id,
    app_installed_team_id: TEAM.id,
    bot_id: APP.botId,
  };
}
