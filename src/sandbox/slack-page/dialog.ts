import type { Dialog, PageDocument } from './browser.ts';

declare const document: PageDocument;

/** Asks before a button counts, with the words and the labels that Slack would show. */
export function askFirst(dialog: Dialog, onConfirmed: () => void): void {
  const make = (tag: string, className: string, text = '') => {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = text;
    return node;
  };
  const shade = make('div', 'modal-overlay');
  const box = make('div', 'modal confirm');
  const head = make('div', 'modal-head');
  head.append(make('span', 'modal-title', dialog.title.text));
  const body = make('div', 'modal-body', dialog.text.text);
  const foot = make('div', 'modal-foot');
  const no = make('button', 'modal-btn', dialog.deny.text);
  const yes = make('button', 'modal-btn primary', dialog.confirm.text);
  no.addEventListener('click', () => shade.remove());
  yes.addEventListener('click', () => {
    shade.remove();
    onConfirmed();
  });
  foot.append(no, yes);
  box.append(head, body, foot);
  shade.append(box);
  document.body.append(shade);
  yes.focus();
}
