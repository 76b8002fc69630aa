import type { ViewOutput } from '@slack/bolt';
import { context, type ModalView } from './blocks.ts';

/** The block with a note under a form's field. */
const NOTE = 'form_note';

/** A submitted form with a note under one of its fields, replacing any earlier note. Typed values stay. */
export function notedModal(view: ViewOutput, { field, note }: { field: string; note: string }): ModalView {
  const shown = withoutNote(view);
  const block = { ...context(note), block_id: NOTE };
  const at = shown.blocks.findIndex(({ block_id: id }) => id === field) + 1;
  return { ...shown, blocks: [...shown.blocks.slice(0, at), block, ...shown.blocks.slice(at)] };
}

/** Whether a form has a note. */
export function hasNote({ blocks }: ViewOutput): boolean {
  return blocks.some(({ block_id: id }) => id === NOTE);
}

/** The same form without its note, reduced to what of a view can be sent back to Slack. */
export function withoutNote(view: ViewOutput): ModalView {
  const { callback_id, private_metadata, title, submit, close, blocks } = view;
  return {
    ...{ type: 'modal', callback_id, private_metadata },
    title: title as ModalView['title'],
    ...(submit && { submit: submit as ModalView['title'] }),
    ...(close && { close: close as ModalView['title'] }),
    blocks: blocks.filter(({ block_id: id }) => id !== NOTE) as ModalView['blocks'],
  };
}
