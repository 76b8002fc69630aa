import { type FakeMessage, type FakeSlack, visibleText } from '../fakes/slack/server.ts';
import { CHANNEL } from './environment.ts';

/** How an order stands, for whoever reads its root message. */
export type ObservedStatus = 'unseen' | 'open' | 'ordered' | 'ready' | 'rejected' | 'cancelled' | 'failed';

/** What people see of one order in Slack. */
export type Observation = {
  /** Its root messages: one, unless a post's answer was lost. */
  roots: () => FakeMessage[];
  /** Everything that hangs on them, oldest first. */
  replies: () => FakeMessage[];
  status: () => ObservedStatus;
  /** The newest message that has this button. */
  withButton: (label: RegExp) => { message: FakeMessage; label: string } | undefined;
};

const GLANCE_MS = 50;

const ENDINGS: readonly [ObservedStatus, RegExp][] = [
  ['ordered', /\*(Ordered|Paid)\*/],
  ['ready', /\*Ready\*/],
  ['rejected', /\*Rejected\*/],
  ['cancelled', /\*Cancelled\*/],
  ['failed', /\*Not ordered\*/],
];

/** Looks at the order of the project `name`. */
export function observe(slack: FakeSlack, name: string): Observation {
  // There are thousands of messages: one look has to do for all questions of a moment.
  let lookedAt = 0;
  let seen: FakeMessage[] = [];
  let hanging: FakeMessage[] = [];
  const lookAgain = () => {
    if (Date.now() - lookedAt < GLANCE_MS) return;
    seen = slack.messages(CHANNEL).filter(({ text }) => text.includes(`“${name}”`));
    hanging = seen.flatMap((root) => slack.thread(root));
    lookedAt = Date.now();
  };
  const roots = () => {
    lookAgain();
    return seen;
  };
  const replies = () => {
    lookAgain();
    return hanging;
  };
  return {
    roots,
    replies,
    status() {
      // A restored copy does not know of the ones that were posted after it.
      const newest = roots().at(-1);
      if (!newest) return 'unseen';
      return ENDINGS.find(([, words]) => words.test(newest.text))?.[0] ?? 'open';
    },
    withButton(label) {
      for (const message of replies().toReversed()) {
        const text = buttonsOf(message).find((button) => label.test(button));
        if (text !== undefined) return { message, label: text };
      }
      return undefined;
    },
  };
}

/** All that a message says, for a timeline that is told. */
export function wordsOf(message: FakeMessage): string {
  return [message.text, visibleText(message.blocks)].join(' | ').replaceAll('\n', ' | ');
}

function buttonsOf({ blocks }: FakeMessage): string[] {
  return blocks.flatMap(({ elements = [] }) =>
    elements.filter(({ type }) => type === 'button').map(({ text }) => text?.text ?? ''),
  );
}
