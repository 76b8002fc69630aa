import { visibleText } from './blocks.ts';
import type { FakeEphemeral, FakeMessage, State } from './state.ts';

/** Waits until `what` gives something; `label` says what was waited for when it never does. */
export type Until = <T>(what: () => T | undefined | false | null, label: string) => Promise<T>;

const LOOK_AGAIN_MS = 100;

/** Looks after everything that happens in the fake, and every now and then for what happens elsewhere. */
export function createUntil(state: State, patienceMs: number): Until {
  const waiting = new Set<() => void>();
  state.changed = () => {
    for (const look of waiting) look();
  };
  return async <T>(what: () => T | undefined | false | null, label: string) => {
    // Made here and not in the timer, so that its stack names the line that waits.
    const cause = new Error(`waiting for ${label}`);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = () => {
      try {
        const found = what();
        if (found) resolve(found);
        else if (state.closing.signal.aborted)
          reject(new Error(`Closed while waiting for ${label}`, { cause }));
      } catch (error) {
        reject(error);
      }
    };
    const giveUp = () => reject(new Error(`Waited ${patienceMs} ms for ${label}\n${dump(state)}`, { cause }));
    const patience = setTimeout(giveUp, patienceMs);
    const polls = setInterval(look, LOOK_AGAIN_MS);
    waiting.add(look);
    look();
    try {
      return await promise;
    } finally {
      waiting.delete(look);
      clearInterval(polls);
      clearTimeout(patience);
    }
  };
}

/** All that can be seen in the fake, for a person who reads a failed test. */
export function dump(state: State): string {
  const shown = state.messages.filter(({ thread_ts: thread }) => thread === undefined);
  const replies = (root: FakeMessage) =>
    state.messages.filter(({ channel, thread_ts: thread }) => channel === root.channel && thread === root.ts);
  const modals = [...state.modals.values()].flat().map(({ user, view }) => `${user}: ${view.title.text}`);
  const calls = state.calls
    .slice(-12)
    .map(({ method, answer }) => `${method}: ${JSON.stringify(answer)?.slice(0, 160)}`);
  const acks = state.acks
    .slice(-6)
    .map(({ kind, ms, body }) => `${kind} after ${ms} ms: ${JSON.stringify(body) ?? ''}`);
  return [
    ...part(
      'Messages',
      shown.flatMap((root) => [line(root), ...replies(root).map((reply) => `  ↳ ${line(reply)}`)]),
    ),
    ...part(
      'Ephemeral',
      state.ephemerals.map((one) => `to ${one.user} ${line(one)}`),
    ),
    ...part('Open modals', modals),
    ...part('Last calls', calls),
    ...part('Last acks', acks),
    ...part('Not taken by the app', state.lost),
    ...part('Problems', state.problems),
  ].join('\n');
}

function part(title: string, lines: string[]): string[] {
  return [`${title}:${lines.length === 0 ? ' none' : ''}`, ...lines.map((one) => `  ${one}`)];
}

function line(message: FakeMessage | FakeEphemeral): string {
  const gone = 'deleted' in message && message.deleted ? ' (deleted)' : '';
  const blocks = visibleText(message.blocks).replaceAll('\n', ' | ');
  return `[${message.channel}]${gone} ${message.text}${blocks ? ` — ${blocks}` : ''}`;
}
