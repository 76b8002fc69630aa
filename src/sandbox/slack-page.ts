/**
 * What runs in the browser, in local-slack's page and before its own script. It does what Slack does and
 * local-slack 0.1.8 does not, by changing what crosses the WebSocket between page and server: each function below
 * says what. The functions are sent as text (patchScript), so they can use each other and the browser, and
 * nothing else of this file or its imports.
 */

type RichElement = {
  type: string;
  text?: string;
  elements?: RichElement[];
  style?: { bold?: boolean; code?: boolean };
  [field: string]: unknown;
};
type Frame = { t: string; [key: string]: unknown };
type Element = {
  type: string;
  action_id: string;
  url?: string;
  confirm?: { title: { text: string }; text: { text: string } };
  initial_value?: string;
  initial_options?: { value: string }[];
  options?: { value: string }[];
};
type Block = {
  type: string;
  block_id?: string;
  optional?: boolean;
  label?: { text: string };
  element?: Element;
  elements?: Element[];
  accessory?: Element;
};
type View = { blocks: Block[] };
type Message = { ts: string; blocks?: Block[]; ephemeral_to?: string };
type Values = Record<string, Record<string, { type: string; value?: string | null }>>;
type Errors = Record<string, string>;

// The browser's own, of which Node's types know nothing.
type PageNode = { value: string; checked: boolean; textContent: string | null; click(): void };
declare const document: {
  documentElement: object;
  head: { append(node: PageNode): void };
  createElement(tag: string): PageNode;
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): ArrayLike<PageNode>;
  addEventListener(type: string, listener: () => void): void;
};
declare const MutationObserver: new (
  listener: () => void,
) => { observe(node: object, options: { childList: boolean; subtree: boolean }): void };
declare const confirm: (question: string) => boolean;
declare const open: (url: string, target: string) => void;

/** The script for the page, as text. */
export function patchScript(): string {
  const parts = [
    readable,
    literal,
    asMrkdwn,
    patchTexts,
    findElement,
    allow,
    complete,
    nameFields,
    tickBoxes,
    styleFor,
    patchPage,
  ];
  return `${parts.map(String).join('\n')}\n${patchPage.name}();`;
}

/** Dates, mentions of groups and escaped characters become what a person reads in Slack. */
function readable(text: string): string {
  const showDate = (_: string, seconds: string, format: string) => {
    const at = new Date(Number(seconds) * 1000);
    const time = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    return format.replace(/\{time[^}]*\}/g, time).replace(/\{date[^}]*\}/g, at.toLocaleDateString());
  };
  return (
    text
      .replace(/<!date\^(\d+)\^([^^|>]+)[^|>]*\|[^>]*>/g, showDate)
      .replace(/<!(?:subteam\^)?(\w+)(?:\|@?([^>]*))?>/g, (_, id, name) => `@${name ?? id}`)
      // The word joiner keeps &lt;@U1&gt; from turning into the mention it was kept from being.
      .replaceAll('&lt;', '<\u2060')
      .replaceAll('&gt;', '\u2060>')
      .replaceAll('&amp;', '&')
  );
}

/** Text in which mrkdwn finds nothing: its signs are others that look like them. */
function literal(text: string): string {
  const alike: Record<string, string> = { '*': '∗', '`': 'ˋ', '~': '∼', _: 'ˍ', ':': '꞉', '|': '¦' };
  const shown = text.replace(/[*`~_|]|:(?=[\w+-]+:)/g, (sign) => alike[sign] ?? sign);
  return shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An element of a rich_text block, and what is in it, as mrkdwn: local-slack knows no rich_text. */
function asMrkdwn(element: RichElement): string {
  const { type, text = '', elements = [], style } = element;
  const inside = () => elements.map(asMrkdwn).join('');
  switch (type) {
    case 'rich_text_quote':
      return inside().replace(/^/gm, '>');
    case 'rich_text_section':
      return inside();
    case 'text': {
      if (style?.code) return `\`${literal(text)}\``;
      const [, before = '', word = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(literal(text)) ?? [];
      return style?.bold && word ? `${before}*${word}*${after}` : literal(text);
    }
    case 'link':
      return `<${element.url}|${literal(text)}>`;
    case 'user':
      return `<@${element.user_id}>`;
    case 'usergroup':
      return `<!subteam^${element.usergroup_id}>`;
    case 'channel':
      return `<#${element.channel_id}>`;
    case 'emoji':
      return `:${element.name}:`;
    case 'date':
      return `<!date^${element.timestamp}^${element.format}|${element.fallback}>`;
    default:
      return literal(text);
  }
}

/** Makes every `text` in blocks, messages or views readable, in place; plain text is shown as it is. */
function patchTexts(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const fields = node as Record<string, unknown>;
  if (fields.type === 'rich_text') {
    const parts = (fields.elements as RichElement[]).map(asMrkdwn);
    Object.assign(fields, { type: 'section', text: { type: 'mrkdwn', text: parts.join('\n') } });
    delete fields.elements;
  }
  if (fields.type === 'plain_text') return;
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'text' && typeof value === 'string') fields[key] = readable(value);
    else patchTexts(value);
  }
}

/** The element that was clicked; local-slack names a block without an id `b` and its place. */
function findElement(blocks: Block[], clicked: { block_id: string; action_id: string }): Element | undefined {
  const block = blocks.find(({ block_id }, place) => (block_id ?? `b${place}`) === clicked.block_id);
  return [...(block?.elements ?? []), block?.accessory].find((it) => it?.action_id === clicked.action_id);
}

/** Asks first where a button has a confirm dialog, and opens the link of one that has a URL. */
function allow(element: Element | undefined): boolean {
  const dialog = element?.confirm;
  if (dialog && !confirm(`${dialog.title.text}\n\n${dialog.text.text}`)) return false;
  if (element?.url) open(element.url, '_blank');
  return true;
}

/** Fills in the values of fields that were prefilled and left alone; returns what required fields lack. */
function complete(view: View, values: Values): Errors {
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

/** Errors by the label of their field instead of its block_id, which is what local-slack shows. */
function nameFields(view: View | undefined, errors: Errors): Errors {
  const label = (id: string) => view?.blocks.find(({ block_id }) => block_id === id)?.label?.text ?? id;
  return Object.fromEntries(Object.entries(errors).map(([id, error]) => [label(id), error]));
}

/** Ticks the boxes of a modal that are ticked from the start. */
function tickBoxes(view: View): void {
  for (const { block_id, element } of view.blocks) {
    const boxes = document.querySelectorAll(`input[name="${block_id}.${element?.action_id}"]`);
    for (const { value } of element?.initial_options ?? []) {
      const box = boxes[element?.options?.findIndex((option) => option.value === value) ?? -1];
      if (box?.checked === false) box.click();
    }
  }
}

/** The style that hides the ephemeral messages that are not for `reader`, and keeps long words in their column. */
function styleFor(reader: string, messages: Iterable<Message>): string {
  const others = [...messages].filter(({ ephemeral_to }) => ephemeral_to && ephemeral_to !== reader);
  const hidden = others.map(({ ts }) => `.msg[data-ts="${ts}"] { display: none }`);
  return ['.msg-body { overflow-wrap: anywhere }', ...hidden].join('\n');
}

/** Sits between the page and its WebSocket, and remembers what went by: messages, home tabs, the open modal. */
function patchPage(): void {
  const messages = new Map<string, Message>();
  const homes = new Map<string, View>();
  let modal: View | undefined;
  let isModalNew = false;

  function incoming(frame: Frame): Frame {
    const { state, message, stack, view, user } = frame as Frame & {
      state?: { messages: Record<string, Message[]>; modalStack: View[]; homeViews: Record<string, object> };
      message?: Message;
      stack?: View[];
      view?: View;
      user?: string;
    };
    for (const shown of [state?.messages, state?.modalStack, state?.homeViews, message, stack, view]) {
      patchTexts(shown);
    }
    for (const it of [...Object.values(state?.messages ?? {}).flat(), message])
      if (it) messages.set(it.ts, it);
    for (const [who, home] of Object.entries(state?.homeViews ?? {})) homes.set(who, Object.values(home)[0]);
    if (view && user) homes.set(user, view);
    if (state || stack) {
      modal = (stack ?? state?.modalStack)?.at(-1);
      isModalNew = true;
    }
    return frame.t === 'view_errors'
      ? { ...frame, errors: nameFields(modal, frame.errors as Errors) }
      : frame;
  }

  /** Whether a frame may go out; `deliver` is for what the page must be told if it may not. */
  function outgoing(frame: Frame, deliver: (frame: Frame) => void): boolean {
    if (frame.t === 'block_action') {
      const place = messages.get(frame.messageTs as string) ?? homes.get(frame.user as string);
      return allow(findElement(place?.blocks ?? [], frame.action as Element & { block_id: string }));
    }
    if (frame.t !== 'view_submit' || !modal) return true;
    const errors = complete(modal, frame.values as Values);
    const isComplete = Object.keys(errors).length === 0;
    if (!isComplete) deliver({ t: 'view_errors', errors });
    return isComplete;
  }

  globalThis.WebSocket = class extends WebSocket {
    #deliver: (frame: Frame) => void = () => {};

    override set onmessage(listener: (event: MessageEvent) => void) {
      this.#deliver = (frame) => listener({ data: JSON.stringify(incoming(frame)) } as MessageEvent);
      super.onmessage = (event) => this.#deliver(JSON.parse(String(event.data)));
    }

    override send(data: string): void {
      const frame = JSON.parse(data) as Frame;
      if (outgoing(frame, this.#deliver)) super.send(JSON.stringify(frame));
    }
  };

  const style = document.createElement('style');
  function tidy() {
    const css = styleFor(document.querySelector('.actas select')?.value ?? '', messages.values());
    if (style.textContent !== css) style.textContent = css;
    if (!isModalNew || !document.querySelector('.modal')) return;
    isModalNew = false;
    // A moment later, for the page clears its form when a modal opens.
    setTimeout(() => modal && tickBoxes(modal), 100);
  }
  document.head.append(style);
  document.addEventListener('change', tidy);
  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true });
}
