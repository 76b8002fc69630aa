import { schemaProblems } from './block-kit-schema.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

/** What is sent: a message's `text` and `blocks`, or a whole view. */
export type BlockKitPayload = { text?: string | undefined; blocks?: unknown; [field: string]: unknown };

type Json = Record<string, unknown>;
type Visit = (node: Json, kind: string, path: string) => void;
type Rule =
  | { text: number; plain?: true }
  | { string: number; mayBeEmpty?: true }
  | { list: number; texts?: number };

const plain = (text: number): Rule => ({ text, plain: true });
const name = (string: number): Rule => ({ string, mayBeEmpty: true });
const VIEW = { private_metadata: name(3000), callback_id: name(255) };
const OPTION: Record<string, Rule> = { text: { text: 75 }, description: { text: 75 }, value: { string: 75 } };
const PLAIN_OPTION = { ...OPTION, text: plain(75), description: plain(75) };

/** Slack's limits, by kind of thing and field: longest text or string, longest list. Every list here needs one entry. */
const LIMITS: Record<string, Record<string, Rule>> = {
  modal: { ...VIEW, title: plain(24), submit: plain(24), close: plain(24) },
  home: VIEW,
  header: { text: plain(150) },
  section: { fields: { list: 10, texts: 2000 } },
  context: { elements: { list: 10 } },
  actions: { elements: { list: 25 } },
  input: { label: plain(2000), hint: plain(2000) },
  button: {
    text: plain(75),
    value: { string: 2000 },
    url: { string: 3000 },
  },
  checkboxes: { options: { list: 10 }, initial_options: { list: 10 } },
  radio_buttons: { options: { list: 10 } },
  overflow: { options: { list: 5 } },
  static_select: { options: { list: 100 }, option_groups: { list: 100 } },
  multi_static_select: {
    options: { list: 100 },
    option_groups: { list: 100 },
    initial_options: { list: 100 },
  },
  option_group: { label: plain(75), options: { list: 100 } },
  option: OPTION,
  plain_option: PLAIN_OPTION,
  confirm: { title: plain(100), text: { text: 300 }, confirm: plain(30), deny: plain(30) },
  mrkdwn: { text: { string: 3000 } },
  plain_text: { text: { string: 3000 } },
};
const EVERYWHERE: Record<string, Rule> = {
  block_id: { string: 255 },
  action_id: { string: 255 },
  placeholder: plain(150),
};
const TWO_WAY_OPTIONS = ['checkboxes', 'radio_buttons', 'option'];

/**
 * What Slack would refuse in a message, modal or Home, one line each; empty when it is good.
 * The JSON Schema where it is at hand, and always Slack's documented limits and the rules that a schema cannot see.
 */
export function blockKitProblems(surface: Surface, payload: BlockKitPayload): string[] {
  const problems: string[] = [];
  const blocks = Array.isArray(payload.blocks) ? (payload.blocks as Json[]) : [];
  if (payload.blocks !== undefined && !Array.isArray(payload.blocks)) problems.push('blocks: not a list');
  problems.push(
    ...(surface === 'message' ? messageRules(payload, blocks) : viewRules(surface, payload, blocks)),
  );
  visitAll({ ...payload, type: surface }, surface, '', (node, kind, path) => {
    problems.push(...limitProblems(node, kind, path), ...initialOptionProblems(node, path));
  });
  const blockIds = blocks.map((block) => block.block_id);
  problems.push(...repeated(blockIds).map((id) => `block_id ${id}: used twice`));
  for (const block of blocks) {
    problems.push(...repeated(actionIds(block)).map((id) => `action_id ${id}: used twice in a block`));
  }
  return [...new Set([...problems, ...schemaProblems(surface, payload)])];
}

/** What Slack accepts and an app regrets: inputs whose block_id would be random, an action_id in several blocks. */
export function blockKitWarnings(payload: BlockKitPayload): string[] {
  const blocks = Array.isArray(payload.blocks) ? (payload.blocks as Json[]) : [];
  const nameless = blocks.filter((block) => block.type === 'input' && block.block_id === undefined);
  const shared = repeated(blocks.flatMap((block) => [...new Set(actionIds(block))]));
  return [
    ...nameless.map((block) => `input without block_id: ${JSON.stringify(block.label)}`),
    ...shared.map((id) => `action_id ${id}: used in several blocks`),
  ];
}

function messageRules({ text }: BlockKitPayload, blocks: Json[]): string[] {
  const problems: string[] = [];
  if (blocks.length > 0 && !text?.trim())
    problems.push('text: empty, and it is all that a screen reader gets');
  if (blocks.length > 50) problems.push(`blocks: ${blocks.length} of them, at most 50 in a message`);
  if (blocks.some(({ type }) => type === 'alert')) problems.push('blocks: an alert may stand in modals only');
  if (blocks.filter(({ type }) => type === 'table').length > 1) problems.push('blocks: more than one table');
  return problems;
}

function viewRules(surface: Surface, payload: BlockKitPayload, blocks: Json[]): string[] {
  const problems: string[] = [];
  if (blocks.length === 0) problems.push('blocks: a view needs at least one');
  if (blocks.length > 100) problems.push(`blocks: ${blocks.length} of them, at most 100 in a view`);
  if (surface === 'home') {
    if (blocks.some(({ type }) => type === 'alert'))
      problems.push('blocks: an alert may stand in modals only');
    return problems;
  }
  if (payload.title === undefined) problems.push('title: missing');
  if (blocks.some(({ type }) => type === 'input') && payload.submit === undefined) {
    problems.push('submit: missing, and there is an input');
  }
  if (blocks.some(({ type }) => type === 'table')) problems.push('blocks: a table may not stand in a modal');
  return problems;
}

/** Calls `visit` for every object in a payload, naming options, groups and confirms, which carry no type. */
function visitAll(node: Json, kind: string, path: string, visit: Visit): void {
  visit(node, kind, path);
  for (const [key, value] of Object.entries(node)) {
    const children: [unknown, string][] = Array.isArray(value)
      ? value.map((child, index) => [child, `${path}${key}[${index}]`])
      : [[value, `${path}${key}`]];
    for (const [child, childPath] of children) {
      if (isObject(child)) visitAll(child, kindOf(child, key, kind), `${childPath}.`, visit);
    }
  }
}

function kindOf(node: Json, key: string, parent: string): string {
  if (typeof node.type === 'string') return node.type;
  if (key === 'option_groups') return 'option_group';
  if (key === 'confirm' && parent !== 'confirm') return 'confirm';
  if (!/^(initial_)?options?$/.test(key)) return key;
  return TWO_WAY_OPTIONS.includes(parent) ? 'option' : 'plain_option';
}

function limitProblems(node: Json, kind: string, path: string): string[] {
  const rules = { ...LIMITS[kind], ...EVERYWHERE };
  return Object.entries(rules).flatMap(([field, rule]) => {
    const value = node[field];
    if (value === undefined || value === null) return [];
    return ruleProblems(value, rule).map((problem) => `${path}${field}: ${problem}`);
  });
}

function ruleProblems(value: unknown, rule: Rule): string[] {
  if ('string' in rule) return value === '' && rule.mayBeEmpty ? [] : lengthProblems(value, rule.string);
  if ('list' in rule) {
    const list = Array.isArray(value) ? (value as unknown[]) : [];
    if (list.length === 0) return ['an empty list'];
    if (list.length > rule.list) return [`${list.length} entries, at most ${rule.list}`];
    const { texts } = rule;
    return texts === undefined ? [] : list.flatMap((entry) => ruleProblems(entry, { text: texts }));
  }
  if (!isObject(value)) return ['not a text object'];
  if (rule.plain && value.type !== 'plain_text') return ['must be plain_text'];
  return lengthProblems(value.text, rule.text);
}

function lengthProblems(value: unknown, most: number): string[] {
  if (typeof value !== 'string' || value === '') return ['empty'];
  return value.length > most ? [`${value.length} characters, at most ${most}`] : [];
}

function initialOptionProblems(node: Json, path: string): string[] {
  const listed = [node, ...list(node.option_groups)].flatMap((holder) => list(holder.options));
  const known = new Set(listed.map((option) => JSON.stringify([textOf(option.text), option.value])));
  const initial = [
    ...list(node.initial_options),
    ...(isObject(node.initial_option) ? [node.initial_option] : []),
  ];
  return initial
    .filter((option) => !known.has(JSON.stringify([textOf(option.text), option.value])))
    .map((option) => `${path}initial_option: ${JSON.stringify(option.value)} is none of the options`);
}

function actionIds(block: Json): unknown[] {
  const elements = [...list(block.elements), block.accessory, block.element].filter(isObject);
  return elements.map((element) => element.action_id);
}

function repeated(ids: unknown[]): unknown[] {
  const given = ids.filter((id) => id !== undefined);
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(text: unknown): unknown {
  return isObject(text) ? text.text : text;
}
