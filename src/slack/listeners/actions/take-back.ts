import { decide, onClick } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `Take back approval`: for whoever gave one, until the checkout begins. */
export function takeBack(desk: Desk) {
  return onClick(desk, (click) => decide(desk, click, { type: 'take_back', by: click.user }));
}
