import { withOrderId } from '../observability/log.ts';
import type { Actor } from '../orders/approval-policy.ts';
import { Denial } from '../orders/denial.ts';
import type { UserCommand } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import type { OrderRequest } from '../orders/request.ts';
import { changeOrder } from '../store/change-order.ts';
import { loadOrder } from '../store/orders.ts';
import type { StoredOrder } from '../store/rows.ts';
import { formerApprovers } from './approvers.ts';
import type { ApplicationContext } from './context.ts';

/** What a person wants to do with an order. Who they are and what they may do is looked up at that moment. */
export type Command =
  /** For the quote that they saw; `clauses`: they ticked what the law wants ticked. */
  | { type: 'approved'; fingerprint: string; clauses?: boolean }
  | { type: 'rejected'; reason: string }
  | { type: 'match_confirmed'; orderId: number }
  | { type: 'matches_rejected' }
  | { type: 'search_abandoned' }
  | { type: 'approval_withdrawn' }
  | { type: 'cancelled' }
  | { type: 'pay_clicked' }
  | { type: 'voucher_entered'; code: string }
  | { type: 'edited' | 'retried'; request: OrderRequest };

/** A person: `user` as the directory names them now, `by` as the order knows them. */
export type Person = { user: string; by: string };

type DecisionContext = Pick<ApplicationContext, 'db' | 'now' | 'people' | 'config' | 'onDenied' | 'nudge'>;

/** The person behind a user id, as an order knows them. Never throws. */
export async function personFor(
  { people }: Pick<ApplicationContext, 'people'>,
  order: Order,
  user: string,
): Promise<Person> {
  const named = [order.requester, ...order.approvals.map(({ by }) => by)];
  return { user, by: await people.knownAs(user, named) };
}

/** The person, and whether they are an approver at this moment. Throws like People. */
export async function actorFor(
  { people, config }: Pick<ApplicationContext, 'people' | 'config'>,
  { user, by }: Person,
): Promise<Actor> {
  return { id: by, isApprover: await people.matches(user, config.approvers) };
}

/**
 * Applies a person's command to an order; `row` is what was last read. Returns the row after it, or the reason why it
 * is denied. Throws like People, or the database's error.
 */
export async function decide(
  ctx: DecisionContext,
  row: StoredOrder,
  { person, command }: { person: Person; command: Command },
): Promise<StoredOrder | Denial> {
  const event = await eventOf(ctx, row.order, { person, command });
  const outcome = await changeOrder(ctx, row, event);
  if (outcome instanceof Denial) ctx.onDenied({ type: command.type, by: person.by, denial: outcome });
  else ctx.nudge();
  return outcome;
}

/** The same for a form about an order, which may have been open for long. */
export async function decideOn(
  ctx: DecisionContext,
  orderId: string,
  { user, command }: { user: string; command: Command },
): Promise<StoredOrder | Denial> {
  return withOrderId(orderId, async () => {
    const row = await loadOrder(ctx.db, orderId);
    if (!row) throw new Error(`There is no order ${orderId}: it was never written to this database.`);
    return decide(ctx, row, { person: await personFor(ctx, row.order, user), command });
  });
}

async function eventOf(
  ctx: DecisionContext,
  order: Order,
  { person, command }: { person: Person; command: Command },
): Promise<UserCommand> {
  switch (command.type) {
    case 'approved': {
      const { fingerprint, clauses = false } = command;
      const [actor, lost] = await Promise.all([
        actorFor(ctx, person),
        formerApprovers(order, ctx.people, ctx.config),
      ]);
      const contracts = order.fingerprint === fingerprint ? (order.quote?.contracts ?? []) : [];
      const accepted = { contracts: contracts.map(({ name, digest }) => ({ name, digest })), clauses };
      return { type: 'approved', actor, fingerprint, rules: ctx.config.rules, lost, accepted };
    }
    case 'rejected':
    case 'match_confirmed':
    case 'matches_rejected':
    case 'search_abandoned':
      return { ...command, actor: await actorFor(ctx, person) };
    default:
      return { ...command, by: person.by };
  }
}
