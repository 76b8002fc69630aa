import { actorFor, decide, onClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `It is …` and `None of these`: an approver says which OVHcloud order a lost checkout became. */
export function confirmMatch(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const actor = await actorFor(ctx, click);
    const orderId = click.fingerprint === '' ? null : Number(click.fingerprint);
    await decide(ctx, click, { type: 'match_confirmed', actor, orderId });
  });
}

/** `Stop looking`: an approver ends an order whose OVHcloud order cannot be found. */
export function abandonSearch(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const actor = await actorFor(ctx, click);
    await decide(ctx, click, { type: 'search_abandoned', actor });
  });
}
