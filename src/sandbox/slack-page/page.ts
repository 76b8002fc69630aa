/**
 * What runs in the browser, in local-slack's page and before its own script. It does what Slack does and
 * local-slack 0.1.8 does not, by changing what crosses the WebSocket between page and server: each function says what.
 * The functions are sent as text (patchScript), so they can use each other and the browser, and nothing else of these
 * files or their imports.
 */
import type { Element, Errors, Frame, Message, PageDocument, Values, View } from './browser.ts';
import { askFirst } from './dialog.ts';
import { complete, findElement, keepTyped, markOptional, showErrors, tickBoxes } from './forms.ts';
import { countReplies, hideOthersDirectMessages, styleFor } from './people.ts';
import { asMrkdwn, literal, patchTexts, readable } from './texts.ts';

declare const document: PageDocument;
declare const MutationObserver: new (
  listener: () => void,
) => { observe(node: object, options: { childList: boolean; subtree: boolean }): void };
declare const open: (url: string, target: string) => void;

/** The script for the page, as text. */
export function patchScript(): string {
  const parts = [
    ...[readable, literal, asMrkdwn, patchTexts],
    ...[findElement, complete, keepTyped, markOptional, showErrors, tickBoxes],
    ...[styleFor, hideOthersDirectMessages, countReplies, askFirst, patchPage],
  ];
  return `${parts.map(String).join('\n')}\n${patchPage.name}();`;
}

/** Sits between the page and its WebSocket, and remembers what went by: messages, home tabs, the open modal. */
function patchPage(): void {
  const messages = new Map<string, Message>();
  const homes = new Map<string, View>();
  let modal: View | undefined;
  let isModalNew = false;
  let errors: Errors = {};
  let submitted: { form: string | undefined; values: Values } | undefined;

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
      if (modal) markOptional(modal);
      if (!modal) submitted = undefined;
      else if (submitted?.form === modal.callback_id) keepTyped(modal, submitted?.values ?? {});
      isModalNew = true;
      errors = {};
    }
    if (frame.t === 'view_errors') errors = frame.errors as Errors;
    setTimeout(tidy);
    return frame;
  }

  /** Whether a frame may go out now; `send` is for one that goes later, `deliver` for what the page must be told. */
  function outgoing(frame: Frame, send: () => void, deliver: (frame: Frame) => void): boolean {
    if (frame.t === 'block_action') {
      const place = messages.get(frame.messageTs as string) ?? homes.get(frame.user as string);
      return clicked(findElement(place?.blocks ?? [], frame.action as Element & { block_id: string }), send);
    }
    if (frame.t !== 'view_submit' || !modal) return true;
    const missing = complete(modal, frame.values as Values);
    submitted = { form: modal.callback_id, values: frame.values as Values };
    const isComplete = Object.keys(missing).length === 0;
    if (!isComplete) deliver({ t: 'view_errors', errors: missing });
    return isComplete;
  }

  /** Asks first where a button has a dialog, opens the link of one that has a URL, and has menus forget their choice. */
  function clicked(element: Element | undefined, send: () => void): boolean {
    for (const menu of document.querySelectorAll('select.bk-overflow')) setTimeout(() => (menu.value = ''));
    const follow = () => element?.url && open(element.url, '_blank');
    if (!element?.confirm) {
      follow();
      return true;
    }
    askFirst(element.confirm, () => {
      follow();
      send();
    });
    return false;
  }

  globalThis.WebSocket = class extends WebSocket {
    #deliver: (frame: Frame) => void = () => {};

    override set onmessage(listener: (event: MessageEvent) => void) {
      this.#deliver = (frame) => listener({ data: JSON.stringify(incoming(frame)) } as MessageEvent);
      super.onmessage = (event) => this.#deliver(JSON.parse(String(event.data)));
    }

    override send(data: string): void {
      const frame = JSON.parse(data) as Frame;
      const sendNow = () => super.send(JSON.stringify(frame));
      if (outgoing(frame, sendNow, this.#deliver)) sendNow();
    }
  };

  const style = document.createElement('style');
  function tidy() {
    const css = styleFor(document.querySelector('.actas select')?.value ?? '', messages.values());
    if (style.textContent !== css) style.textContent = css;
    hideOthersDirectMessages();
    countReplies(messages.values());
    showErrors(modal, errors);
    if (!isModalNew || !document.querySelector('.modal')) return;
    isModalNew = false;
    // A moment later, for the page clears its form when a modal opens.
    setTimeout(() => modal && tickBoxes(modal), 100);
  }
  document.head.append(style);
  document.addEventListener('change', () => setTimeout(tidy));
  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true });
}
