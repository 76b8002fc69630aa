import type { Message, PageDocument } from './browser.ts';

declare const document: PageDocument;

/**
 * The style that hides the ephemeral messages that are not for `reader`, keeps long words in their column and ⋯ menus
 * small, shows errors at their fields, and puts one thing at a time on a phone's screen, as Slack does.
 */
export function styleFor(reader: string, messages: Iterable<Message>): string {
  const others = [...messages].filter(({ ephemeral_to }) => ephemeral_to && ephemeral_to !== reader);
  const hidden = others.map(({ ts }) => `.msg[data-ts="${ts}"] { display: none }`);
  const atFields = [
    '.modal-error, .sidebar-item[hidden] { display: none }',
    '.bk-input[data-error]::after { content: attr(data-error); color: var(--red); font-size: 13px }',
  ];
  const onPhones = `@media (max-width: 600px) {
    .body { flex-direction: column; position: relative }
    .sidebar { display: flex; flex: none !important; width: 100% !important; overflow-x: auto; padding: 4px !important }
    .sidebar-item { width: auto !important; padding: 4px 8px !important; white-space: nowrap }
    .sidebar > *:not(.sidebar-item), .topbar .brand, .topbar-right > *:not(.actas) { display: none }
    .main { min-height: 0; flex: 1 }
    .thread-pane { position: absolute !important; inset: 0; width: auto !important; z-index: 1 }
  }`;
  // As wide as its dots, and in the row of its buttons.
  const menus =
    '.bk-overflow { appearance: none; width: 2.6em !important; min-width: 0 !important; text-align: center }';
  return ['.msg-body { overflow-wrap: anywhere }', menus, ...atFields, onPhones, ...hidden].join('\n');
}

/** Direct messages are private: those of others go from the list, and out of sight if they were open. */
export function hideOthersDirectMessages(): void {
  const chosen = document.querySelector('.actas select');
  const people = [...(chosen?.options ?? [])].map(({ textContent }) => textContent ?? '');
  const reader = people[chosen?.selectedIndex ?? -1] ?? '';
  const items = [...document.querySelectorAll('.sidebar-item')];
  for (const item of items) {
    const name = item.textContent?.trim() ?? '';
    const isOthers = name !== reader && people.includes(name);
    if (item.hidden !== isOthers) item.hidden = isOthers;
    if (isOthers && item.className.includes('active')) items[0]?.click();
  }
}

/** What only one person sees is no reply: local-slack counts it as one. */
export function countReplies(messages: Iterable<Message>): void {
  const all = [...messages];
  const repliesTo = (root: string) =>
    all.filter(({ thread_ts, ts, ephemeral_to }) => thread_ts === root && ts !== root && !ephemeral_to)
      .length;
  const shown = [
    ...document.querySelectorAll('.msg[data-ts] .thread-summary-count'),
    ...document.querySelectorAll('.thread-divider'),
  ];
  for (const counter of shown) {
    const root = counter.closest('.msg') ?? document.querySelector('.thread-body .msg');
    const count = repliesTo(root?.getAttribute('data-ts') ?? '');
    const text = count === 1 ? '1 reply' : `${count} replies`;
    if (count > 0 && counter.textContent !== text) counter.textContent = text;
  }
}
