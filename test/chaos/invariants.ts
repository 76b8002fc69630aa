import { isOpen } from '../../src/orders/order.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import type { Environment } from './environment.ts';
import { markOf } from './faults.ts';
import type { AskedOrder } from './people.ts';
import type { Restore } from './restores.ts';
import { judgeCheckouts, judgePlaced } from './verdict-money.ts';

/** Something that must not be, and the project whose order it is about. */
export type Violation = {
  kind: 'doubled' | 'lost' | 'stuck' | 'cart left' | 'not approved' | 'too soon' | 'untold';
  name: string;
  why: string;
};

/** A message that stands in Slack more than once, and how that came about. */
export type Duplicate = {
  mark: string;
  why:
    | 'its answer was lost'
    | 'killed while it was posted'
    | 'posted after the copy that was restored'
    | null;
};

/** How a project's order has to end for each plan. */
const ENDINGS = {
  approve: ['ready'],
  reject: ['rejected'],
  cancel: ['cancelled'],
  'approve or cancel': ['ready', 'cancelled'],
  'approve or reject': ['ready', 'rejected'],
};
const SHOWN = { ready: 'ready', rejected: 'rejected', cancelled: 'cancelled' } as const;

/** Whether the order ended as its people decided, and everyone can see it. */
export function endedWhereDecided(asked: AskedOrder, row: StoredOrder | undefined): boolean {
  const state = row?.order.state;
  return state !== undefined && ENDINGS[asked.plan].includes(state);
}

/** Whether an order still wants the worker's attention or its people's: none does at the end. */
export function isUnderWay({ order, runAt, syncAt }: StoredOrder, now: number): boolean {
  // An ended order's carts are looked for once more an hour later: that is rest.
  const isDue = runAt !== null && runAt < now + 60_000;
  return isOpen(order) || isDue || syncAt !== null;
}

/** Compares what the people did with OVHcloud's orders and carts, the rows, and what Slack shows. */
export function assertInvariants(
  environment: Environment,
  asked: AskedOrder[],
  { rows, restores, now }: { rows: StoredOrder[]; restores: readonly Restore[]; now: number },
): Violation[] {
  const { ovh, slack } = environment;
  const violations: Violation[] = [];
  const found = (kind: Violation['kind'], name: string, why: string) => violations.push({ kind, name, why });
  const rowsOf = Map.groupBy(rows, ({ order }) => order.request.projectName);
  const placedOf = Map.groupBy(ovh.orders.values(), ({ description }) => description);
  const forgotten = new Set(asked.filter(({ isForgotten }) => isForgotten).map(({ name }) => name));
  const said = slack
    .messages()
    .flatMap((root) => [root, ...slack.thread(root)])
    .map(({ blocks }) => JSON.stringify(blocks))
    .join('\n');

  for (const [name, placed] of placedOf) {
    if (forgotten.has(name)) continue;
    violations.push(...judgePlaced(name, placed, { ovh, said, rows: rowsOf.get(name) ?? [] }));
  }
  violations.push(...judgeCheckouts(ovh, rows, restores));
  for (const order of asked) {
    const { name, isTaken, isOver, isForgotten, lastStep, observation } = order;
    if (isForgotten) continue;
    const own = rowsOf.get(name) ?? [];
    const [row] = own;
    if (isTaken && !row) found('lost', name, 'Slack took the form, and there is no row');
    if (own.length > 1) found('doubled', name, `${own.length} rows`);
    if (!row) continue;
    const { state } = row.order;
    const people = `its people: ${lastStep}`;
    if (isUnderWay(row, now))
      found('stuck', name, `${state}, due ${row.runAt}, to be shown ${row.syncAt}, ${people}`);
    else if (!isOver)
      found('stuck', name, `no end of it is seen (${state}, ${observation.status()}), ${people}`);
    else if (!endedWhereDecided(order, row)) found('lost', name, `ended ${state}, planned ${order.plan}`);
    if (state === 'ready' && !placedOf.has(name)) found('lost', name, 'ready, but not at OVHcloud');
    const shown = state in SHOWN ? SHOWN[state as keyof typeof SHOWN] : null;
    if (shown && observation.status() !== shown)
      found('lost', name, `${state}, but shown ${observation.status()}`);
  }
  for (const cart of ovh.carts.values()) {
    if (cart.readOnly) continue;
    const row = rows.find(({ order }) => order.id === cart.description);
    // No one knows any more whose a cart of before the copy is.
    if (row || restores.length === 0)
      found('cart left', row?.order.request.projectName ?? cart.description, `cart ${cart.cartId}`);
  }
  return violations;
}

/** Carried out this long after (or, delayed, before) the kill, a post's answer reached no one. */
const AROUND_KILL_S = [-1.7, 1] as const;

/** Posted this shortly before a copy was made, a post's answer had not been written down yet. */
const AROUND_COPY_MS = 1_700;

/** The messages that are there more than once. One that nothing explains is a mistake of the app. */
export function findDuplicates(
  messages: FakeMessage[],
  lostPosts: Set<string>,
  { kills, restores }: { kills: number[]; restores: readonly Restore[] },
): Duplicate[] {
  const there = Map.groupBy(
    messages.filter(({ deleted }) => !deleted),
    markOf,
  );
  return [...there].flatMap(([mark, copies]) =>
    copies.slice(1).map((copy, index) => {
      if (lostPosts.has(mark)) return { mark, why: 'its answer was lost' };
      const posted = Number(copies[index]?.ts);
      if (restores.some(({ from, to }) => posted * 1000 > from - AROUND_COPY_MS && posted * 1000 <= to))
        return { mark, why: 'posted after the copy that was restored' };
      const wasKilled = kills.some((at) => {
        const since = at / 1000 - posted;
        const isAround = since > AROUND_KILL_S[0] && since < AROUND_KILL_S[1];
        return isAround && Number(copy.ts) * 1000 > at;
      });
      return { mark, why: wasKilled ? 'killed while it was posted' : null };
    }),
  );
}
