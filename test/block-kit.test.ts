import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BlockKitPayload, blockKitProblems, blockKitWarnings, type Surface } from './block-kit.ts';
import { schemaPresent } from './block-kit-schema.ts';

type Case = [what: string, payload: BlockKitPayload, expected: RegExp];

const text = (characters: number) => ({ type: 'plain_text', text: 'x'.repeat(characters) });
const mrkdwn = (characters: number) => ({ type: 'mrkdwn', text: 'x'.repeat(characters) });
const times = (count: number, thing: object) => Array.from({ length: count }, () => thing);
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn(5), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({ type: 'button', text: text(5), action_id: 'a', ...more });
const confirm = (more: object = {}) =>
  button({ confirm: { title: text(5), text: mrkdwn(5), confirm: text(3), deny: text(2), ...more } });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'i',
  label: text(5),
  element,
  ...more,
});
const field = { type: 'plain_text_input', action_id: 'f' };
const option = (value: string, label: object = text(5)) => ({ text: label, value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`${index}`));
const boxes = (more: object) => input({ type: 'checkboxes', action_id: 'c', ...more });
const menu = (more: object) => input({ type: 'static_select', action_id: 's', ...more });
const groups = (count: number) => [{ label: text(3), options: options(count) }];
const choice = (type: string, more: object) => input({ type, action_id: 'x', ...more });

const message = (...blocks: object[]) => ({ text: 'said', blocks });
const home = (...blocks: object[]) => ({ blocks });
const modal = (...blocks: object[]) => ({ title: text(5), submit: text(5), blocks });
const untitled = { submit: text(5), blocks: [section()] };

const messageCases: Case[] = [
  ['needs a text beside blocks', { text: ' ', blocks: [section()] }, /^text: empty/],
  ['has blocks in a list', { text: 'said', blocks: '[]' }, /^blocks: not a list/],
  ['has 50 blocks', message(...times(51, section())), /at most 50/],
  ['has a block_id once', message(...times(2, section({ block_id: 'b' }))), /^block_id b/],
  ['has an action_id once in a block', message(actions(button(), button())), /^action_id a/],
  ['has ids of 255', message(section({ block_id: 'b'.repeat(256) })), /block_id: 256/],
  ['has action_ids of 255', message(actions(button({ action_id: 'a'.repeat(256) }))), /action_id: 256/],
  ['has sections of 3000', message(section({ text: mrkdwn(3001) })), /at most 3000/],
  ['has 10 fields', message(section({ fields: times(11, mrkdwn(1)) })), /fields: 11 entries/],
  ['has fields of 2000', message(section({ fields: [mrkdwn(2001)] })), /at most 2000/],
  ['has no empty text', message(section({ text: mrkdwn(0) })), /text: empty/],
  ['has headers of 150', message({ type: 'header', text: text(151) }), /at most 150/],
  ['has plain headers', message({ type: 'header', text: mrkdwn(5) }), /must be plain_text/],
  [
    'has contexts of 10',
    message({ type: 'context', elements: times(11, mrkdwn(1)) }),
    /elements: 11 entries/,
  ],
  ['has no empty actions', message(actions()), /elements: an empty list/],
  ['has actions of 25', message(actions(...times(26, button()))), /elements: 26 entries/],
  ['has buttons of 75', message(actions(button({ text: text(76) }))), /at most 75/],
  ['has plain buttons', message(actions(button({ text: mrkdwn(5) }))), /must be plain_text/],
  ['has values of 2000', message(actions(button({ value: 'v'.repeat(2001) }))), /at most 2000/],
  ['has urls of 3000', message(actions(button({ url: `https://x/${'u'.repeat(3000)}` }))), /at most 3000/],
  ['has confirm titles of 100', message(actions(confirm({ title: text(101) }))), /title: 101/],
  ['has confirm texts of 300', message(actions(confirm({ text: mrkdwn(301) }))), /text: 301/],
  ['has confirm buttons of 30', message(actions(confirm({ confirm: text(31) }))), /confirm: 31/],
  ['has deny buttons of 30', message(actions(confirm({ deny: text(31) }))), /deny: 31/],
  ['has no alert', message({ type: 'alert', text: text(5) }), /alert/],
  ['has one table', message(...times(2, { type: 'table', rows: [] })), /more than one table/],
];

const modalCases: Case[] = [
  ['needs a block', modal(), /^blocks: a view needs/],
  ['has 100 blocks', modal(...times(101, section())), /at most 100/],
  ['has a title', untitled, /^title: missing/],
  ['has a title of 24', { ...modal(section()), title: text(25) }, /title: 25/],
  ['has a submit button of 24', { ...modal(section()), submit: text(25) }, /submit: 25/],
  ['has a close button of 24', { ...modal(section()), close: text(25) }, /close: 25/],
  [
    'has a submit button when it has an input',
    { title: text(5), blocks: [input(field)] },
    /^submit: missing/,
  ],
  ['has private_metadata of 3000', { ...modal(section()), private_metadata: 'p'.repeat(3001) }, /most 3000/],
  ['has a callback_id of 255', { ...modal(section()), callback_id: 'c'.repeat(256) }, /at most 255/],
  ['has no table', modal({ type: 'table', rows: [] }), /table/],
  ['has labels of 2000', modal(input(field, { label: text(2001) })), /label: 2001/],
  ['has hints of 2000', modal(input(field, { hint: text(2001) })), /hint: 2001/],
  ['has placeholders of 150', modal(input({ ...field, placeholder: text(151) })), /at most 150/],
  ['has groups of 100 options', modal(menu({ option_groups: groups(101) })), /options: 101/],
  ['has 100 groups', modal(menu({ option_groups: times(101, groups(1)[0] ?? {}) })), /option_groups: 101/],
  [
    'has groups with labels of 75',
    modal(menu({ option_groups: [{ label: text(76), options: options(1) }] })),
    /75/,
  ],
  ['has 10 radio buttons', modal(choice('radio_buttons', { options: options(11) })), /options: 11/],
  ['has 5 in an overflow menu', modal(actions({ type: 'overflow', options: options(6) })), /options: 6/],
  [
    'has menus of 100 to choose many from',
    modal(choice('multi_static_select', { options: options(101) })),
    /101/,
  ],
  ['has plain options of 75', modal(menu({ options: [option('v', text(76))] })), /text: 76/],
  ['has no empty menu', modal(menu({ options: [] })), /options: an empty list/],
  ['has menus of 100', modal(menu({ options: options(101) })), /options: 101/],
  ['has menus with plain options', modal(menu({ options: [option('v', mrkdwn(5))] })), /must be plain_text/],
  ['has 10 checkboxes', modal(boxes({ options: options(11) })), /options: 11/],
  ['has options of 75', modal(boxes({ options: [option('v', mrkdwn(76))] })), /at most 75/],
  ['has option values of 75', modal(boxes({ options: [option('v'.repeat(76))] })), /at most 75/],
  [
    'ticks something or nothing',
    modal(boxes({ options: options(1), initial_options: [] })),
    /initial_options: an/,
  ],
  [
    'ticks what is there',
    modal(boxes({ options: options(1), initial_options: [option('1')] })),
    /none of the/,
  ],
  [
    'selects what is there',
    modal(menu({ option_groups: groups(2), initial_option: option('2') })),
    /none of the/,
  ],
];

const homeCases: Case[] = [
  ['needs a block', home(), /^blocks: a view needs/],
  ['has 100 blocks', home(...times(101, section())), /at most 100/],
  ['has no alert', home({ type: 'alert', text: text(5) }), /alert/],
];

const schemaCases: Case[] = [
  ['a block of an unknown type', message({ type: 'sektion' }), /type/],
  ['a field that does not exist', message(section({ colour: 'red' })), /colour/],
  ['a style that does not exist', message(actions(button({ style: 'green' }))), /style/],
  ['a url that is none', message(actions(button({ url: 'not a url' }))), /uri/],
  ['a button without a text', message(actions({ type: 'button', action_id: 'a' })), /'text'/],
];

function refuses(surface: Surface, [what, payload, expected]: Case, skip: string | false = false): void {
  it(what, { skip }, () => {
    const problems = blockKitProblems(surface, payload);
    assert.ok(
      problems.some((problem) => expected.test(problem)),
      `only said: ${problems.join('; ') || 'nothing'}`,
    );
  });
}

describe('a message', () => messageCases.forEach((row) => void refuses('message', row)));
describe('a modal', () => modalCases.forEach((row) => void refuses('modal', row)));
describe('a Home', () => homeCases.forEach((row) => void refuses('home', row)));

describe('the JSON Schema of Block Kit', () => {
  const skip = schemaPresent ? false : 'skipped: ../shared/slack/block-kit.schema.json is not there';
  for (const row of schemaCases) refuses('message', row, skip);

  it('reports only the errors of the block type that was meant', { skip }, () => {
    assert.equal(blockKitProblems('message', message(actions(button({ style: 'green' })))).length, 1);
  });
});

describe('the Block Kit checker', () => {
  const everything = [
    { type: 'header', text: text(150) },
    section({ fields: [mrkdwn(2000)], accessory: { ...confirm(), url: 'https://example.com' } }),
    { type: 'context', elements: [mrkdwn(10), text(10)] },
    { type: 'divider' },
    actions(button(), button({ action_id: 'b', style: 'primary', value: 'v' })),
  ];
  const ticked = [option('v', mrkdwn(75))];
  const form = [
    input({ ...field, placeholder: text(150), max_length: 100 }),
    { ...boxes({ options: ticked, initial_options: ticked }), block_id: 'waive', optional: true },
    { ...menu({ option_groups: groups(2), initial_option: option('1') }), block_id: 'menu' },
  ];

  it('reports nothing for valid messages, modals and Homes', () => {
    assert.deepEqual(blockKitProblems('message', message(...everything)), []);
    assert.deepEqual(blockKitProblems('message', { text: 'words only' }), []);
    assert.deepEqual(blockKitProblems('message', { text: 'blocks taken away', blocks: [] }), []);
    assert.deepEqual(blockKitProblems('modal', { ...modal(...form), private_metadata: '' }), []);
    assert.deepEqual(blockKitProblems('home', home(...everything)), []);
  });

  it('warns about inputs without a block_id and an action_id used in two blocks', () => {
    const { block_id: _none, ...nameless } = input(field);
    assert.deepEqual(blockKitWarnings(modal(nameless, input(field))), [
      'input without block_id: {"type":"plain_text","text":"xxxxx"}',
      'action_id f: used in several blocks',
    ]);
  });
});
