/** A text object of Block Kit. */
export type Text = { type: string; text: string };

/** An option of checkboxes, radio buttons or a menu. */
export type Option = { text: Text; value: string };

/** The texts of the dialog that asks before a click counts. */
export type Confirm = { title: Text; text: Text; confirm: Text; deny: Text };

/** Something to press, fill in or choose from. */
export type Element = {
  type: string;
  action_id: string;
  text?: Text;
  value?: string;
  url?: string;
  confirm?: Confirm;
  options?: Option[];
  option_groups?: { options: Option[] }[];
  [field: string]: unknown;
};

/** A block, as far as people look at it. */
export type Block = {
  type: string;
  block_id: string;
  text?: Text;
  label?: Text;
  optional?: boolean;
  element?: Element;
  elements?: Element[];
  accessory?: Element;
  fields?: Text[];
  [field: string]: unknown;
};

/** An element and the block that it stands in. */
export type Placed = { block: Block; element: Element };

/** Names blocks and elements that the app left nameless, as Slack does, and leaves the given ones alone. */
export function withIds(blocks: unknown, nextId: () => string): Block[] {
  const copies = structuredClone((blocks ?? []) as Block[]);
  for (const block of copies) {
    block.block_id ??= nextId();
    for (const { element } of elementsOf([block])) {
      if (isInteractive(element)) element.action_id ??= nextId();
    }
  }
  return copies;
}

/** Every element of the blocks: in actions, beside sections, in inputs. */
export function elementsOf(blocks: Block[]): Placed[] {
  return blocks.flatMap((block) =>
    [...(block.elements ?? []), block.accessory, block.element]
      .filter((element) => element !== undefined)
      .map((element) => ({ block, element })),
  );
}

/**
 * The button with this text; `nth` says which, counted from 0, where several have it.
 * @throws Error naming the buttons that are there when it is not, or when several are meant
 */
export function findButton(blocks: Block[], label: string, nth?: number): Placed {
  const buttons = elementsOf(blocks).filter(({ element }) => element.type === 'button');
  const found = buttons.filter(({ element }) => element.text?.text === label);
  const button = found[nth ?? 0];
  if (button && (found.length === 1 || nth !== undefined)) return button;
  const present = buttons.map(({ element }) => `"${element.text?.text}"`).join(', ') || 'none';
  throw new Error(
    `${found.length > 1 ? 'More than one' : 'No'} button "${label}"; the buttons there: ${present}`,
  );
}

/** All that a person can read in the blocks, confirms left out, one text a line. */
export function visibleText(blocks: Block[]): string {
  const lines: string[] = [];
  const read = (thing: unknown): void => {
    if (typeof thing !== 'object' || thing === null) return;
    if (isText(thing)) lines.push(thing.text);
    for (const [key, child] of Object.entries(thing)) {
      if (key !== 'confirm') read(child);
    }
  };
  read(blocks);
  return lines.join('\n');
}

function isText(thing: object): thing is Text {
  return 'type' in thing && ['mrkdwn', 'plain_text'].includes(String(thing.type)) && 'text' in thing;
}

function isInteractive({ type }: Element): boolean {
  return !['image', 'mrkdwn', 'plain_text'].includes(type) && !type.startsWith('rich_text');
}
