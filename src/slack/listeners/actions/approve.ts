import { countedApprovers } from '../../../orders/approval-policy.ts';
import { actorFor, type Click, clickedOrder, decide, onClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Approve`: counts for the quote that the person saw, if they are an approver at this moment. */
export function approve(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { rules } = ctx.config;
    const [actor, lost] = await Promise.all([actorFor(ctx, click), formerApprovers(ctx, click)]);
    await decide(ctx, click, { type: 'approved', actor, fingerprint: click.fingerprint, rules, lost });
  });
}

/** Who approved before and is an approver no more: what they said no longer counts. */
async function formerApprovers(ctx: ListenerContext, click: Click): Promise<string[]> {
  const order = await clickedOrder(ctx, click);
  const given = order ? countedApprovers(order) : [];
  const isStill = await Promise.all(given.map((id) => ctx.people.matches(id, ctx.config.approvers)));
  return given.filter((_, index) => !isStill[index]);
}
