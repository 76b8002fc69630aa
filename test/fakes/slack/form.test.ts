import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Block } from './blocks.ts';
import { answer, answers, formState, missingAnswers } from './form.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const options = ['Small', 'Large'].map((text) => ({ text: plain(text), value: text.toLowerCase() }));
const input = (label: string, type: string, more: object = {}): Block => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element: { type, action_id: 'a', ...more },
});

const blocks: Block[] = [
  input('Name', 'plain_text_input', { initial_value: 'demo', min_length: 3 }),
  input('Size', 'static_select', { options, initial_option: options[1] }),
  input('Also', 'multi_static_select', { option_groups: [{ options }] }),
  input('Day', 'datepicker', { initial_date: '2026-11-23' }),
  { ...input('Boxes', 'checkboxes', { options }), optional: true },
];

it('a form starts with its initial values', () => {
  const form = formState(blocks);
  assert.deepEqual(answers(blocks, form), {
    Name: 'demo',
    Size: 'Large',
    Also: [],
    Day: '2026-11-23',
    Boxes: [],
  });
  assert.deepEqual(form.Size?.a, { type: 'static_select', selected_option: options[1] });
});

it('a form accepts texts, options, lists of options and checkboxes', () => {
  const form = formState(blocks);
  answer(blocks, form, 'Name', '');
  answer(blocks, form, 'Size', 'Small');
  answer(blocks, form, 'Also', ['Small', 'Large']);
  answer(blocks, form, 'Boxes', true);
  assert.deepEqual(answers(blocks, form), {
    Name: null,
    Size: 'Small',
    Also: ['Small', 'Large'],
    Day: '2026-11-23',
    Boxes: ['Small', 'Large'],
  });
  assert.throws(() => answer(blocks, form, 'Size', 'Huge'), /No option "Huge"; there are: Small, Large/);
  assert.throws(() => answer(blocks, form, 'a', 'x'), /"a" may mean: Name, Also, Day/);
});

it('a form reports required fields that are empty, and values that are too short', () => {
  const form = formState(blocks);
  answer(blocks, form, 'Name', 'ab');
  assert.deepEqual(missingAnswers(blocks, form), {
    Name: 'Please enter at least 3 characters.',
    Also: 'Please complete this required field.',
  });
});

it('a form keeps typed values for fields that an update leaves in place', () => {
  const form = formState(blocks);
  answer(blocks, form, 'Name', 'typed');
  const next = formState(
    [input('Name', 'plain_text_input'), input('Size', 'radio_buttons', { options })],
    form,
  );
  assert.deepEqual([next.Name?.a?.value, next.Size?.a?.selected_option], ['typed', null]);
});
