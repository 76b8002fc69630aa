/** What local-slack's page and its server say to each other, as far as the patches look at it. */
export type Frame = { t: string; [key: string]: unknown };
export type Element = {
  type: string;
  action_id: string;
  url?: string;
  confirm?: Dialog;
  initial_value?: string;
  initial_options?: { value: string }[];
  options?: { value: string }[];
};
/** The dialog that asks before a button counts. */
export type Dialog = Record<'title' | 'text' | 'confirm' | 'deny', { text: string }>;
export type Block = {
  type: string;
  block_id?: string;
  optional?: boolean;
  label?: { text: string };
  element?: Element;
  elements?: Element[];
  accessory?: Element;
};
export type View = { callback_id?: string; blocks: Block[] };
export type Message = { ts: string; thread_ts?: string; blocks?: Block[]; ephemeral_to?: string };
export type Values = Record<
  string,
  Record<string, { type: string; value?: string | null; selected_options?: { value: string }[] | null }>
>;
export type Errors = Record<string, string>;

/** The browser's own, of which Node's types know nothing. */
type PageNode = {
  value: string;
  checked: boolean;
  hidden: boolean;
  className: string;
  textContent: string | null;
  options: ArrayLike<PageNode> & Iterable<PageNode>;
  selectedIndex: number;
  click(): void;
  focus(): void;
  remove(): void;
  append(...nodes: PageNode[]): void;
  closest(selector: string): PageNode | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  addEventListener(type: string, listener: () => void): void;
};
export type PageDocument = {
  documentElement: object;
  head: PageNode;
  body: PageNode;
  createElement(tag: string): PageNode;
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): ArrayLike<PageNode> & Iterable<PageNode>;
  addEventListener(type: string, listener: () => void): void;
};
