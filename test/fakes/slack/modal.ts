import { findButton } from './blocks.ts';
import type { Delivery } from './delivery.ts';
import { type Answer, answer, answers, labelOfBlock, missingAnswers } from './form.ts';
import { closedPayload, submissionPayload, viewActionPayload } from './payloads.ts';
import { type Ack, SlackRefusalError, type State } from './state.ts';
import { type OpenView, replaceView, showModal, type View } from './views.ts';
import type { FakeUser } from './workspace.ts';

/** What a person sees after pressing a modal's submit button. */
export type Submission =
  | { closed: true }
  /** By the field's label. The modal stays, with all that was typed. */
  | { errors: Record<string, string> }
  /** The modal shows something else now, or another one lies on top. */
  | { view: View }
  /** Slack's own words when the app did not answer, or not in a way that Slack understands. The modal stays. */
  | { trouble: string };

/** A modal before a person. */
export type OpenModal = {
  readonly id: string;
  /** As it is now: views.update changes it. */
  readonly view: View;
  /** Types and chooses, by label; boxes also by their own text, with true or false. Part of a label will do. */
  fill: (given: Record<string, Answer>) => void;
  /** What stands in the fields, by label. */
  values: () => Record<string, unknown>;
  /** Presses the submit button. A required field that is empty never reaches the app. */
  submit: () => Promise<Submission>;
  /** Presses a button inside the modal. */
  click: (label: string) => Promise<Ack>;
  /** Closes it without submitting. */
  close: () => Promise<void>;
};

const TROUBLE = { trouble: 'We had some trouble connecting. Try again?' };

/** Puts a modal into the hands of a test. */
export function openModal(state: State, delivery: Delivery, user: FakeUser, open: OpenView): OpenModal {
  const form = () => open.view.state.values;
  return {
    id: open.view.id,
    get view() {
      return open.view;
    },
    fill(given) {
      for (const [label, value] of Object.entries(given)) answer(open.view.blocks, form(), label, value);
    },
    values: () => answers(open.view.blocks, form()),
    async submit() {
      const missing = missingAnswers(open.view.blocks, form());
      if (Object.keys(missing).length > 0) return { errors: byLabel(open, missing) };
      const ack = await delivery.deliver(submissionPayload(state, user, structuredClone(open.view)));
      const submission = ack.acked ? afterSubmission(state, open, ack.body) : TROUBLE;
      state.changed();
      return submission;
    },
    async click(label) {
      const placed = findButton(open.view.blocks, label);
      return delivery.deliver(viewActionPayload(state, user, open.view, placed));
    },
    async close() {
      takeAway(state, open);
      if (open.view.notify_on_close) await delivery.deliver(closedPayload(state, user, open.view));
    },
  };
}

function afterSubmission(state: State, open: OpenView, body: unknown): Submission {
  const { response_action: action, errors, view } = Object(body) as Record<string, unknown>;
  try {
    if (body === undefined) return takeAway(state, open);
    if (action === 'clear') {
      state.modals.delete(open.user);
      return { closed: true };
    }
    if (action === 'update') return { view: replaceView(state, open, view) };
    if (action === 'push') return { view: showModal(state, open.user, view) };
    if (action === 'errors') return { errors: byLabel(open, checkedErrors(open, errors)) };
    throw new SlackRefusalError(`no such response_action: ${JSON.stringify(body)}`);
  } catch (error) {
    if (!(error instanceof SlackRefusalError)) throw error;
    state.problems.push(`view_submission: ${error.error}`);
    return TROUBLE;
  }
}

function checkedErrors(open: OpenView, errors: unknown): Record<string, string> {
  const entries = Object.entries(Object(errors) as Record<string, unknown>);
  if (entries.length === 0) throw new SlackRefusalError('response_action errors without errors');
  for (const [blockId, message] of entries) {
    const isInput = open.view.blocks.some(({ block_id, type }) => block_id === blockId && type === 'input');
    if (!isInput) throw new SlackRefusalError(`an error for "${blockId}", which is the block_id of no input`);
    if (typeof message !== 'string' || message === '')
      throw new SlackRefusalError(`an empty error for "${blockId}"`);
  }
  return errors as Record<string, string>;
}

function byLabel(open: OpenView, errors: Record<string, string>): Record<string, string> {
  const entries = Object.entries(errors);
  return Object.fromEntries(entries.map(([id, error]) => [labelOfBlock(open.view.blocks, id), error]));
}

function takeAway(state: State, open: OpenView): { closed: true } {
  const stack = state.modals.get(open.user) ?? [];
  state.modals.set(
    open.user,
    stack.filter((one) => one !== open),
  );
  return { closed: true };
}
