import type { Block, Element, Errors, PageDocument, Values, View } from './browser.ts';

declare const document: PageDocument;

/** The element that was clicked; local-slack names a block without an id `b` and its place. */
export function findElement(
  blocks: Block[],
  clicked: { block_id: string; action_id: string },
): Element | undefined {
  const block = blocks.find(({ block_id }, place) => (block_id ?? `b${place}`) === clicked.block_id);
  return [...(block?.elements ?? []), block?.accessory].find((it) => it?.action_id === clicked.action_id);
}

/** Fills in the values of fields that were prefilled and left alone; returns what required fields lack. */
export function complete(view: View, values: Values): Errors {
  const errors: Errors = {};
  for (const { block_id = '', element, optional } of view.blocks) {
    if (element?.type !== 'plain_text_input') continue;
    const { type, action_id, initial_value } = element;
    const field = values[block_id]?.[action_id] ?? { type, value: initial_value ?? null };
    // An emptied field is null in Slack, not ''.
    values[block_id] = { [action_id]: { type, value: field.value || null } };
    if (!optional && !field.value) errors[block_id] = 'Please complete this required field.';
  }
  return errors;
}

/** Ticks the boxes of a modal that are ticked from the start. */
export function tickBoxes(view: View): void {
  for (const { block_id, element } of view.blocks) {
    const boxes = document.querySelectorAll(`input[name="${block_id}.${element?.action_id}"]`);
    for (const { value } of element?.initial_options ?? []) {
      const box = boxes[element?.options?.findIndex((option) => option.value === value) ?? -1];
      if (box?.checked === false) box.click();
    }
  }
}

/** What was typed stays in a form that the app changes; local-slack begins it again. */
export function keepTyped(view: View, values: Values): void {
  for (const { block_id = '', element } of view.blocks) {
    const typed = values[block_id]?.[element?.action_id ?? ''];
    if (!element || !typed) continue;
    if (typed.value) element.initial_value = typed.value;
    if (typed.selected_options) element.initial_options = typed.selected_options;
  }
}

/** Says which fields may be left empty, as Slack does. */
export function markOptional(view: View): void {
  for (const { label, optional } of view.blocks) {
    const mark = ' (optional)';
    if (optional && label && !label.text.endsWith(mark)) label.text += mark;
  }
}

/** Puts the errors of a form's fields under them; local-slack has them all at its end. */
export function showErrors(view: View | undefined, errors: Errors): void {
  const inputs = view?.blocks.filter(({ type }) => type === 'input') ?? [];
  const shown = document.querySelectorAll('.modal .bk-input');
  for (const [place, { block_id = '' }] of inputs.entries()) {
    const error = errors[block_id] ?? '';
    const field = shown[place];
    if (field && (field.getAttribute('data-error') ?? '') !== error) field.setAttribute('data-error', error);
  }
}
