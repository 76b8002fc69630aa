import { type Content, message, paragraph } from './blocks.ts';
import type { RenderContext } from './render-context.ts';

/** The key of that message, which renderOrder does not know: the row that it renders from is not trusted. */
export const ON_HOLD = 'on_hold';

/** Says in the thread of an order that nothing is done with it, because its row was changed outside the app. */
export function onHoldMessage({ messages }: RenderContext): Content {
  const text = messages.thread.onHold;
  return message(text, [paragraph(text)]);
}
