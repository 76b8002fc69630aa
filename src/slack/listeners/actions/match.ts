import { decideAndReply, onClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `It is …` and `None of these`: an approver says which OVHcloud order a lost checkout became. */
export function confirmMatch(ctx: ListenerContext) {
  return onClick(ctx, (click) => {
    const { fingerprint: orderId } = click;
    return decideAndReply(
      ctx,
      click,
      orderId === '' ? { type: 'matches_rejected' } : { type: 'match_confirmed', orderId: Number(orderId) },
    );
  });
}
