import { decide, onClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Withdraw approval`: for those who gave one, until the checkout begins. */
export function withdrawApproval(ctx: ListenerContext) {
  return onClick(ctx, (click) => decide(ctx, click, { type: 'approval_withdrawn', by: click.by }));
}
