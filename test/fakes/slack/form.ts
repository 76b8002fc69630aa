import { type Block, type Element, elementsOf, type Option, type Placed } from './blocks.ts';

/** What stands in one field, in the shape of `view.state.values`. */
export type FieldState = { type: string; [field: string]: unknown };

/** `view.state.values`: by block_id, then by action_id. */
export type FormState = Record<string, Record<string, FieldState>>;

/** What a person types or chooses: a text, an option's text, or for checkboxes yes or no or the ticked ones' texts. */
export type Answer = string | boolean | string[];

/** Per type of element: where its state holds the value, and where the element holds the value to start with. */
const FIELDS: Record<string, { value: string; initial: string; many?: true }> = {
  plain_text_input: { value: 'value', initial: 'initial_value' },
  email_text_input: { value: 'value', initial: 'initial_value' },
  url_text_input: { value: 'value', initial: 'initial_value' },
  number_input: { value: 'value', initial: 'initial_value' },
  static_select: { value: 'selected_option', initial: 'initial_option' },
  radio_buttons: { value: 'selected_option', initial: 'initial_option' },
  checkboxes: { value: 'selected_options', initial: 'initial_options', many: true },
  multi_static_select: { value: 'selected_options', initial: 'initial_options', many: true },
  datepicker: { value: 'selected_date', initial: 'initial_date' },
  timepicker: { value: 'selected_time', initial: 'initial_time' },
  users_select: { value: 'selected_user', initial: 'initial_user' },
  multi_users_select: { value: 'selected_users', initial: 'initial_users', many: true },
  conversations_select: { value: 'selected_conversation', initial: 'initial_conversation' },
};

/** The state of a form that was just shown; `before` is what stands in fields that were there already. */
export function formState(blocks: Block[], before: FormState = {}): FormState {
  const state: FormState = {};
  for (const { block, element } of elementsOf(blocks)) {
    const field = FIELDS[element.type];
    if (!field) continue;
    const kept = before[block.block_id]?.[element.action_id];
    const initial = element[field.initial] ?? (field.many ? [] : null);
    state[block.block_id] = {
      ...state[block.block_id],
      [element.action_id]:
        kept?.type === element.type ? kept : { type: element.type, [field.value]: structuredClone(initial) },
    };
  }
  return state;
}

/**
 * Types or chooses something in the field with this label, or ticks the box with this text. Part of a label will do.
 * @throws Error naming what is there, when no field or more than one is meant, or the option does not exist
 */
export function answer(blocks: Block[], form: FormState, label: string, given: Answer): void {
  const inputs = elementsOf(blocks).filter(({ element }) => FIELDS[element.type]);
  const field = pick(inputs, ({ block }) => block.label?.text ?? '', label);
  if (field) {
    put(field, form, chosenFrom(field.element, given));
    return;
  }
  const boxes = inputs.flatMap((place) => optionsOf(place.element).map((option) => ({ place, option })));
  const box = pick(boxes, ({ option }) => option.text.text, label);
  if (!box) throw new Error(`No field or box "${label}"; there are: ${labels(blocks).join(', ')}`);
  const { place, option } = box;
  const others = chosen(place, form).filter(({ value }) => value !== option.value);
  put(place, form, given === true ? [...others, option] : others);
}

/** What stands in the form, by label: texts, or the texts of the chosen options. */
export function answers(blocks: Block[], form: FormState): Record<string, unknown> {
  return Object.fromEntries(
    elementsOf(blocks)
      .filter(({ element }) => FIELDS[element.type])
      .map((place) => [labelOf(place), readable(valueIn(place, form))]),
  );
}

/** What Slack itself says of the form before the app hears of it, by block_id. */
export function missingAnswers(blocks: Block[], form: FormState): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const place of elementsOf(blocks)) {
    const { block, element } = place;
    if (block.type !== 'input') continue;
    const value = valueIn(place, form);
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (empty && !block.optional) errors[block.block_id] = 'Please complete this required field.';
    if (empty || typeof value !== 'string') continue;
    const { min_length: least = 0, max_length: most = 3000 } = element as {
      min_length?: number;
      max_length?: number;
    };
    if (value.length < least) errors[block.block_id] = `Please enter at least ${least} characters.`;
    if (value.length > most) errors[block.block_id] = `Please enter at most ${most} characters.`;
  }
  return errors;
}

/** The label of a block's field, for showing errors by label. */
export function labelOfBlock(blocks: Block[], blockId: string): string {
  const block = blocks.find(({ block_id }) => block_id === blockId);
  return block?.label?.text ?? blockId;
}

function chosenFrom(element: Element, given: Answer): unknown {
  const options = optionsOf(element);
  if (options.length === 0) return given;
  if (!FIELDS[element.type]?.many) return option(options, String(given));
  if (typeof given === 'boolean') return given ? options : [];
  return [given].flat().map((text) => option(options, text));
}

function option(options: Option[], text: string): Option {
  const found = pick(options, (one) => one.text.text, text);
  if (!found)
    throw new Error(`No option "${text}"; there are: ${options.map((one) => one.text.text).join(', ')}`);
  return found;
}

function put({ block, element }: Placed, form: FormState, value: unknown): void {
  const field = form[block.block_id]?.[element.action_id];
  const place = FIELDS[element.type];
  if (field && place) field[place.value] = value === '' ? null : value;
}

function chosen(place: Placed, form: FormState): Option[] {
  return [valueIn(place, form) ?? []].flat() as Option[];
}

function valueIn({ block, element }: Placed, form: FormState): unknown {
  return form[block.block_id]?.[element.action_id]?.[FIELDS[element.type]?.value ?? ''] ?? null;
}

function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  return typeof value === 'object' && value !== null ? (value as Option).text.text : value;
}

function labels(blocks: Block[]): string[] {
  return elementsOf(blocks)
    .filter(({ element }) => FIELDS[element.type])
    .flatMap((place) => [labelOf(place), ...optionsOf(place.element).map((one) => one.text.text)])
    .map((label) => `"${label}"`);
}

function labelOf({ block, element }: Placed): string {
  return block.label?.text ?? element.action_id;
}

function optionsOf({ options = [], option_groups: groups = [] }: Element): Option[] {
  return [...options, ...groups.flatMap((group) => group.options)];
}

/** The one thing of this name: exactly, or else the only one that has it in its name. */
function pick<T>(things: T[], nameOf: (thing: T) => string, name: string): T | undefined {
  const exact = things.find((thing) => nameOf(thing) === name);
  if (exact) return exact;
  const partly = things.filter((thing) => nameOf(thing).toLowerCase().includes(name.toLowerCase()));
  if (partly.length > 1) throw new Error(`"${name}" may mean: ${partly.map(nameOf).join(', ')}`);
  return partly[0];
}
