import { withOrderId } from '../observability/log.ts';
import type { Actor } from '../orders/approval-policy.ts';
import { Denial } from '../orders/denial.ts';
import type { UserCommand } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import { changeOrder } from '../store/change-order.ts';
import { readOrder } from '../store/orders.ts';
import type { StoredOrder } from '../store/rows.ts';
import { formerApprovers } from './approvers.ts';
import type { ApplicationContext } from './context.ts';

/** A command without what is looked up when it is given: who the person is, and what they may do. */
type Wanted<C> = C extends { type: 'approved' }
  ? /** The quote that the person saw; `clauses`: they ticked the clauses that the law requires. */
    { type: 'approved'; fingerprint: string; clauses?: boolean }
  : Omit<C, 'actor' | 'by'>;

/** What a person in Slack wants to do with an order. */
export type Command = Wanted<Exclude<UserCommand, { type: 'sync_requested' }>>;

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
  const { db, now, config } = ctx;
  const outcome = await changeOrder({ db, now, maxOpenOrders: config.openOrdersPerPerson }, row, event);
  if (outcome instanceof Denial) ctx.onDenied({ type: command.type, by: person.by, denial: outcome });
  else ctx.nudge();
  return outcome;
}

/** The same for a form about an order, which may have been open for a long time. */
export async function decideOn(
  ctx: DecisionContext,
  orderId: string,
  { user, command }: { user: string; command: Command },
): Promise<StoredOrder | Denial> {
  return withOrderId(orderId, async () => {
    const row = await readOrder(ctx.db, orderId);
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
      const [actor, lost] = await Promise.all([actorFor(ctx, person), formerApprovers(order, ctx)]);
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
