import type { ViewOutput } from '@slack/bolt';
import type { Messages } from '../i18n/catalogue.ts';
import { context, type ModalView } from './blocks.ts';

/** The block under a form's field that says what the form waits for. */
const ASKING = 'asking_ovhcloud';

/** A submitted form, with `Asking OVHcloud…` under the field that is checked. What was typed in it stays. */
export function askingModal(view: ViewOutput, field: string, { requestForm }: Messages): ModalView {
  const shown = readForm(view);
  const asking = { ...context(requestForm.asking), block_id: ASKING };
  const at = shown.blocks.findIndex(({ block_id: id }) => id === field) + 1;
  return { ...shown, blocks: [...shown.blocks.slice(0, at), asking, ...shown.blocks.slice(at)] };
}

/** The same form as it was before. */
export function askedModal(view: ViewOutput): ModalView {
  return readForm(view);
}

/** What of a view that Slack sent can be sent back. A form that was submitted twice may hold the block already. */
function readForm(view: ViewOutput): ModalView {
  const { callback_id, private_metadata, title, submit, close, blocks } = view;
  return {
    ...{ type: 'modal', callback_id, private_metadata },
    title: title as ModalView['title'],
    ...(submit && { submit: submit as ModalView['title'] }),
    ...(close && { close: close as ModalView['title'] }),
    blocks: blocks.filter(({ block_id: id }) => id !== ASKING) as ModalView['blocks'],
  };
}
