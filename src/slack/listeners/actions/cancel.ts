import { decide, onClick } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `Cancel order`: for the requester alone. */
export function cancel(desk: Desk) {
  return onClick(desk, (click) => decide(desk, click, { type: 'cancel', by: click.user }));
}
