import { findButton } from './blocks.ts';
import type { Delivery } from './delivery.ts';
import { type OpenModal, openModal } from './modal.ts';
import {
  commandPayload,
  homeOpenedPayload,
  messageActionPayload,
  shortcutPayload,
  viewActionPayload,
} from './payloads.ts';
import { showAnswer } from './response-urls.ts';
import { type Ack, type FakeEphemeral, type FakeMessage, SlackRefusalError, type State } from './state.ts';
import type { View } from './views.ts';
import type { Until } from './waiting.ts';
import { directMessageOf, type FakeChannel, type FakeUser, isMember } from './workspace.ts';

/** How a button is pressed. */
export type ClickOptions = {
  /** Says no in the dialog that asks: the app hears nothing. */
  deny?: boolean;
  /** Sends the click without the dialog's part in the payload, as no honest client does. */
  skipConfirm?: boolean;
  /** Which one, counted from 0, where several buttons have the text. */
  nth?: number;
};

/** Someone in Slack, and what they can do there. */
export type Person = {
  readonly id: string;
  /** Types a slash command; what the app answers in the ack is shown to them. */
  command: (text: string, where?: string, command?: string) => Promise<Ack>;
  /** Chooses one of the app's global shortcuts. */
  shortcut: (callbackId: string) => Promise<Ack>;
  /** The next modal that is opened before them, or was opened and not been asked for yet. */
  modal: () => Promise<OpenModal>;
  /** Presses a button or chooses in a ⋯ menu, as the message is now, and says yes to the dialog that may ask. */
  click: (message: FakeMessage | FakeEphemeral, label: string, options?: ClickOptions) => Promise<Ack>;
  /** Presses a button of the message as it was before its last update: their screen had not caught up. */
  clickStale: (message: FakeMessage, label: string) => Promise<Ack>;
  /** What the dialog of a button asks: title and text. */
  confirmOf: (message: FakeMessage | FakeEphemeral, label: string) => string;
  /** Looks at the app's Home. */
  openHome: () => Promise<Ack>;
  /** What stands on their Home, if the app has published one. */
  home: () => View | undefined;
  /** Presses a button on their Home. */
  clickHome: (label: string, options?: Pick<ClickOptions, 'nth'>) => Promise<Ack>;
};

/** Lets a test act as someone. */
export function createPerson(state: State, delivery: Delivery, until: Until, user: FakeUser): Person {
  const ownDirectMessage = () => directMessageOf(state.workspace, user.id);

  function channelBefore(id: string): FakeChannel {
    const channel = [ownDirectMessage(), ...state.workspace.channels.values()].find((one) => one.id === id);
    if (channel && isMember(channel, user.id)) return channel;
    throw new Error(`${user.name} (${user.id}) is in no channel ${id}`);
  }

  async function press(
    message: FakeMessage | FakeEphemeral,
    label: string,
    options: ClickOptions,
  ): Promise<Ack> {
    if ('deleted' in message && message.deleted) throw new Error(`The message of "${label}" was deleted`);
    const channel = channelBefore(message.channel);
    const placed = findButton(message.blocks, label, options.nth);
    if (options.deny && placed.element.confirm)
      return { acked: false, status: 0, body: undefined, ms: 0, error: 'denied' };
    if (options.deny) throw new Error(`"${label}" asks nothing that could be denied`);
    return delivery.deliver(
      messageActionPayload(state, user, channel, message, placed, !options.skipConfirm),
    );
  }

  const home = () => state.homes.get(user.id)?.view;

  return {
    id: user.id,
    async command(text, where = 'C0CLOUD', command = '/order-cloud') {
      // Who types a command again has no eyes for the forms that came before.
      for (const open of state.modals.get(user.id) ?? []) open.seen = true;
      const ack = await delivery.deliver(commandPayload(state, user, channelBefore(where), command, text));
      if (ack.acked && ack.body !== undefined) showAck(state, where, user.id, ack.body);
      state.changed();
      return ack;
    },
    shortcut: (callbackId) => delivery.deliver(shortcutPayload(state, user, callbackId)),
    async modal() {
      const next = await until(
        () => state.modals.get(user.id)?.findLast(({ seen }) => !seen),
        `a modal for ${user.name} (${user.id})`,
      );
      next.seen = true;
      return openModal(state, delivery, user, next);
    },
    click: (message, label, options = {}) => press(message, label, options),
    async clickStale(message, label) {
      const before = message.history.at(-1);
      if (!before) throw new Error('The message was never updated: there is nothing stale to click');
      return press({ ...message, ...before }, label, {});
    },
    confirmOf(message, label) {
      const { confirm } = findButton(message.blocks, label).element;
      if (!confirm) throw new Error(`"${label}" asks nothing before it counts`);
      return `${confirm.title.text}\n${confirm.text.text}`;
    },
    openHome: () => delivery.deliver(homeOpenedPayload(state, user, ownDirectMessage())),
    home,
    async clickHome(label, { nth } = {}) {
      const view = home();
      if (!view) throw new Error(`${user.name} has no Home yet`);
      return delivery.deliver(viewActionPayload(state, user, view, findButton(view.blocks, label, nth)));
    },
  };
}

function showAck(state: State, channel: string, user: string, body: unknown): void {
  try {
    showAnswer(state, channel, user, Object(body) as Record<string, unknown>);
  } catch (error) {
    if (!(error instanceof SlackRefusalError)) throw error;
    state.problems.push(`slash_commands: the ack's message is refused: ${error.error}`);
  }
}
