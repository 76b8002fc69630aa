import type { Actor } from '../../orders/approval-policy.ts';
import { countedApprovers } from '../../orders/approval-policy.ts';
import type { UserCommand } from '../../orders/events.ts';
import type { Order } from '../../orders/order.ts';
import type { ListenerContext } from './context.ts';

/** Someone's approval of the quote that they saw, with what they accept by it. */
export async function approvalOf(
  ctx: ListenerContext,
  order: Order | null,
  given: { actor: Actor; fingerprint: string; clauses?: boolean },
): Promise<UserCommand> {
  const { actor, fingerprint, clauses = false } = given;
  const contracts = order?.fingerprint === fingerprint ? (order.quote?.contracts ?? []) : [];
  return {
    ...{ type: 'approved', actor, fingerprint, rules: ctx.config.rules },
    lost: await formerApprovers(ctx, order),
    accepted: { contracts: contracts.map(({ name, digest }) => ({ name, digest })), clauses },
  };
}

/** Who approved before and is an approver no more: what they said no longer counts. */
async function formerApprovers(ctx: ListenerContext, order: Order | null): Promise<string[]> {
  const given = order ? countedApprovers(order) : [];
  const isStill = await Promise.all(given.map((id) => ctx.people.matches(id, ctx.config.approvers)));
  return given.filter((_, index) => !isStill[index]);
}
