import { isOpen } from '../../src/orders/order.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import type { Environment } from './environment.ts';
import { markOf } from './faults.ts';
import type { AskedOrder } from './people.ts';

/** Something that must not be, and the project whose order it is about. */
export type Violation = { kind: 'doubled' | 'lost' | 'stuck' | 'cart left'; name: string; why: string };

/** A message that stands in Slack more than once, and how that came about. */
export type Duplicate = { mark: string; why: 'its answer was lost' | 'killed while it was posted' | null };

/** How a project's order has to end for each plan. */
const ENDINGS = {
  approve: ['ready'],
  reject: ['rejected'],
  cancel: ['cancelled'],
  'approve or cancel': ['ready', 'cancelled'],
  'approve or reject': ['ready', 'rejected'],
};
const SHOWN = { ready: 'ready', rejected: 'rejected', cancelled: 'cancelled' } as const;

/** Whether the order ended as its people decided, and everybody can see it. */
export function endedWhereDecided(asked: AskedOrder, row: StoredOrder | undefined): boolean {
  const state = row?.order.state;
  return state !== undefined && ENDINGS[asked.plan].includes(state);
}

/** Whether an order still wants the worker's attention or its people's: none does at the end. */
export function isUnderWay({ order, runAt, syncAt }: StoredOrder): boolean {
  // An ended order's carts are looked for once more an hour later: that is rest.
  const isDue = runAt !== null && runAt < Date.now() + 60_000;
  return isOpen(order) || isDue || syncAt !== null;
}

/** Compares what the people did with OVHcloud's orders and carts, the rows, and what Slack shows. */
export function assertInvariants(
  { ovh, slack }: Environment,
  asked: AskedOrder[],
  rows: StoredOrder[],
): Violation[] {
  const violations: Violation[] = [];
  const found = (kind: Violation['kind'], name: string, why: string) => violations.push({ kind, name, why });
  const rowsOf = Map.groupBy(rows, ({ order }) => order.request.projectName);
  const placedOf = Map.groupBy(ovh.orders.values(), ({ description }) => description);
  const said = slack
    .messages()
    .flatMap((root) => [root, ...slack.thread(root)])
    .map(({ blocks }) => JSON.stringify(blocks))
    .join('\n');

  for (const [name, placed] of placedOf) {
    if (placed.length > 1) found('doubled', name, `${placed.length} OVHcloud orders`);
    const linked = rowsOf.get(name)?.filter(({ order }) => order.ovhOrder) ?? [];
    if (linked.length === 0) found('doubled', name, 'an OVHcloud order that no row knows');
    for (const { orderId, orderPassword } of placed) {
      if (!said.includes(orderPassword)) found('lost', name, `no thread knows the URL of ${orderId}`);
    }
  }
  for (const order of asked) {
    const { name, isTaken, isOver, observation } = order;
    const own = rowsOf.get(name) ?? [];
    const [row] = own;
    if (isTaken && !row) found('lost', name, 'Slack took the form, and there is no row');
    if (own.length > 1) found('doubled', name, `${own.length} rows`);
    if (!row) continue;
    const { state } = row.order;
    if (isUnderWay(row)) found('stuck', name, `${state}, due ${row.runAt}, to be shown ${row.syncAt}`);
    else if (!isOver) found('stuck', name, `its people see no end of it (${state}, ${observation.status()})`);
    else if (!endedWhereDecided(order, row)) found('lost', name, `ended ${state}, planned ${order.plan}`);
    if (state === 'ready' && !placedOf.has(name)) found('lost', name, 'ready, but not at OVHcloud');
    const shown = state in SHOWN ? SHOWN[state as keyof typeof SHOWN] : null;
    if (shown && observation.status() !== shown)
      found('lost', name, `${state}, but shown ${observation.status()}`);
  }
  for (const cart of ovh.carts.values()) {
    if (cart.readOnly) continue;
    const row = rows.find(({ order }) => order.id === cart.description);
    found('cart left', row?.order.request.projectName ?? cart.description, `cart ${cart.cartId}`);
  }
  return violations;
}

/** A killed process's orders are taken over when its lease has ended: no repost after a kill comes sooner. */
const TAKEN_OVER_AFTER_S = 2.5;
/** Carried out this long after (or, delayed, before) the kill, a post's answer reached nobody. */
const AROUND_KILL_S = [-1.7, 1] as const;

/** The messages that are there more than once. One that nothing explains is a mistake of the app. */
export function findDuplicates(
  messages: FakeMessage[],
  lostPosts: Set<string>,
  kills: number[],
): Duplicate[] {
  const there = Map.groupBy(
    messages.filter(({ deleted }) => !deleted),
    markOf,
  );
  return [...there].flatMap(([mark, copies]) =>
    copies.slice(1).map((copy, index) => {
      if (lostPosts.has(mark)) return { mark, why: 'its answer was lost' };
      const posted = Number(copies[index]?.ts);
      const wasKilled = kills.some((at) => {
        const since = at / 1000 - posted;
        return since > AROUND_KILL_S[0] && since < AROUND_KILL_S[1];
      });
      const takenOver = Number(copy.ts) - posted > TAKEN_OVER_AFTER_S;
      return { mark, why: wasKilled && takenOver ? 'killed while it was posted' : null };
    }),
  );
}
