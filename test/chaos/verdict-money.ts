import type { LocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import type { LocalOrder } from '../../src/sandbox/ovhcloud/state.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import { QUICK_CHECKOUTS } from '../journeys/quick-checkouts.ts';
import type { Violation } from './invariants.ts';
import type { Restore } from './restores.ts';

const CHECKOUT = /^\/order\/cart\/([^/]+)\/checkout$/;
/** OVHcloud says its time in whole seconds. */
export const ROUNDING_MS = 1_200;

/** What is wrong with the orders that OVHcloud has of one project. `said` is all that is in the threads. */
export function judgePlaced(
  name: string,
  placed: LocalOrder[],
  { ovh, said, rows }: { ovh: LocalOvhcloud; said: string; rows: StoredOrder[] },
): Violation[] {
  const violations: Violation[] = [];
  const found = (kind: Violation['kind'], why: string) => violations.push({ kind, name, why });
  const known = rows.flatMap(({ order }) => [
    order.ovhOrder?.orderId,
    ...order.unexpectedOrders.map(({ orderId }) => orderId),
  ]);
  const inTime = placed.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  for (const [index, order] of inTime.entries()) {
    const { orderId, orderPassword, lines } = order;
    // One that OVHcloud was still working on when another was sent, nobody could know of.
    const isSecond = inTime.slice(0, index).some((earlier) => sentAt(ovh, order) >= sentAt(ovh, earlier));
    if (isSecond) found('doubled', `${placed.length} OVHcloud orders`);
    if (!known.includes(orderId)) found('untold', `no row knows OVHcloud order ${orderId}`);
    const isLinked = rows.some((row) => row.order.ovhOrder?.orderId === orderId);
    if (!said.includes(isLinked ? orderPassword : String(orderId)))
      found('untold', `no thread names OVHcloud order ${orderId}`);
    const items = new Set(lines.map(({ item }) => item.itemId));
    if (items.size !== 1 || lines.some(({ item }) => item.quantity !== 1) || rows.length === 0)
      found('not approved', `OVHcloud order ${orderId} has ${items.size} items`);
  }
  return violations;
}

/** Checkouts that were sent while the one before could still land. */
export function judgeCheckouts(
  { calls }: LocalOvhcloud,
  rows: StoredOrder[],
  restores: readonly Restore[],
): Violation[] {
  const owners = new Map(
    calls.flatMap(({ method, path, body, answer }) => {
      const isCreation = method === 'POST' && path === '/order/cart';
      return isCreation ? [[String(Object(answer).cartId), String(Object(body).description)] as const] : [];
    }),
  );
  const sent = calls.flatMap(({ method, path, at }) => {
    const cartId = method === 'POST' ? CHECKOUT.exec(path)?.[1] : undefined;
    return cartId ? [{ id: owners.get(cartId) ?? cartId, at: at.getTime() }] : [];
  });
  return [...Map.groupBy(sent, ({ id }) => id)].flatMap(([id, checkouts]) =>
    checkouts.slice(1).flatMap(({ at }, index) => {
      const before = checkouts[index]?.at ?? 0;
      const isSoon = at - before < QUICK_CHECKOUTS.inFlightMs - ROUNDING_MS;
      if (!isSoon || restores.some(({ to }) => to >= before && to <= at)) return [];
      const name = rows.find(({ order }) => order.id === id)?.order.request.projectName ?? id;
      return [{ kind: 'too soon', name, why: `a second checkout after ${at - before} ms` } as const];
    }),
  );
}

/** When the checkout that made an order was sent. */
function sentAt({ calls }: LocalOvhcloud, { cartId, placedAt }: LocalOrder): number {
  const sent = calls.find(({ method, path }) => method === 'POST' && CHECKOUT.exec(path)?.[1] === cartId);
  return (sent?.at ?? placedAt).getTime();
}
