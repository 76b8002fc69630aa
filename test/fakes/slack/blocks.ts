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

/** An element and the block that it stands in; `option`: what was chosen in it, where it is a menu. */
export type Placed = { block: Block; element: Element; option?: Option };

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
 * The button with this text, or the entry of a ⋯ menu; `nth` says which, counted from 0, where several have it.
 * @throws Error naming the buttons that are there when it is not, or when several are meant
 */
export function findButton(blocks: Block[], label: string, nth?: number): Placed {
  const buttons = elementsOf(blocks).flatMap((placed): Placed[] => {
    if (placed.element.type !== 'overflow') return placed.element.type === 'button' ? [placed] : [];
    return (placed.element.options ?? []).map((option) => ({ ...placed, option }));
  });
  const labelOf = ({ element, option }: Placed) => (option ?? element).text?.text;
  const found = buttons.filter((placed) => labelOf(placed) === label);
  const button = found[nth ?? 0];
  if (button && (found.length === 1 || nth !== undefined)) return button;
  const present = buttons.map((placed) => `"${labelOf(placed)}"`).join(', ') || 'none';
  throw new Error(
    `${found.length > 1 ? 'More than one' : 'No'} button "${label}"; the buttons there: ${present}`,
  );
}

/** All that a person can read in the blocks, confirms left out, one text a line; mentions and links as in mrkdwn. */
export function visibleText(blocks: Block[]): string {
  const lines: string[] = [];
  const read = (thing: unknown): void => {
    if (typeof thing !== 'object' || thing === null) return;
    if (isRichText(thing)) return void lines.push(richTextOf(thing.elements));
    if (isText(thing)) lines.push(thing.text);
    for (const [key, child] of Object.entries(thing)) {
      if (key !== 'confirm') read(child);
    }
  };
  read(blocks);
  return lines.join('\n');
}

type RichText = { type: 'rich_text'; elements: RichElement[] };
type RichElement = { type: string; text?: string; elements?: RichElement[]; [field: string]: unknown };

function isRichText(thing: object): thing is RichText {
  return 'type' in thing && thing.type === 'rich_text';
}

function richTextOf(elements: RichElement[]): string {
  return elements
    .map((element) => {
      if (element.elements) return `${richTextOf(element.elements)}\n`;
      switch (element.type) {
        case 'user':
          return `<@${String(element.user_id)}>`;
        case 'usergroup':
          return `<!subteam^${String(element.usergroup_id)}>`;
        case 'channel':
          return `<#${String(element.channel_id)}>`;
        case 'emoji':
          return `:${String(element.name)}:`;
        case 'date':
          return `<!date^${String(element.timestamp)}^${String(element.format)}|${String(element.fallback)}>`;
        case 'link':
          return `<${String(element.url)}|${element.text ?? ''}>`;
        default:
          return element.text ?? '';
      }
    })
    .join('')
    .trimEnd();
}

function isText(thing: object): thing is Text {
  return 'type' in thing && ['mrkdwn', 'plain_text'].includes(String(thing.type)) && 'text' in thing;
}

function isInteractive({ type }: Element): boolean {
  return !['image', 'mrkdwn', 'plain_text'].includes(type) && !type.startsWith('rich_text');
}
