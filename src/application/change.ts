import { withOrderId } from '../observability/log.ts';
import { Denial } from '../orders/denial.ts';
import type { Order } from '../orders/order.ts';
import type { OrderRequest } from '../orders/request.ts';
import { findOpenByName } from '../store/order-queries.ts';
import type { StoredOrder } from '../store/rows.ts';
import type { ApplicationContext } from './context.ts';
import { decide, personFor } from './decide.ts';

/** The outcome of changing a request: another open order may have its name; `channel` is that of the changed order. */
export type ChangeOutcome =
  | { outcome: 'changed' }
  | { outcome: 'name_taken'; other: Order; channel: string }
  | { outcome: 'denied'; denial: Denial };

/**
 * Edits an order's request, or retries an order with another one; `row` is what was last read. `keepsBudget`: the form
 * did not ask for a budget, so the order keeps the one it has. Throws like People, or the database's error.
 */
export async function changeRequest(
  ctx: Pick<ApplicationContext, 'db' | 'now' | 'people' | 'config' | 'onDenied' | 'nudge'>,
  row: StoredOrder,
  change: {
    type: 'edited' | 'retried';
    user: string;
    request: OrderRequest;
    keepsBudget?: boolean;
  },
): Promise<ChangeOutcome> {
  const { type, user, keepsBudget } = change;
  const { order } = row;
  const budget = keepsBudget ? (order.request.budget ?? null) : change.request.budget;
  const request = { ...change.request, budget };
  const outcome = await withOrderId(order.id, async () =>
    decide(ctx, row, { person: await personFor(ctx, order, user), command: { type, request } }),
  );
  if (!(outcome instanceof Denial)) return { outcome: 'changed' };
  const other =
    outcome.reason.kind === 'name_taken' ? await findOpenByName(ctx.db, request.projectName) : null;
  return other
    ? { outcome: 'name_taken', other, channel: outcome.order.channel }
    : { outcome: 'denied', denial: outcome };
}
