import { decide, onClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Cancel order`: for the requester alone. */
export function cancel(ctx: ListenerContext) {
  return onClick(ctx, (click) => decide(ctx, click, { type: 'cancelled', by: click.user }));
}
