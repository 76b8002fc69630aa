import { setTimeout as pause } from 'node:timers/promises';
import { Denial } from '../orders/denial.ts';
import { newOrder, type Order, type OrderState } from '../orders/order.ts';
import { changeOrder } from '../store/change-order.ts';
import { openDatabase } from '../store/database.ts';
import { insertOrder, loadOrder } from '../store/orders.ts';
import { PEOPLE } from './workspace.ts';

/** The orders that the sandbox starts with, and how far each one goes. */
const SAMPLES = [
  {
    projectName: 'web-shop-test',
    reason: 'A copy of the shop, to try the new checkout',
    goal: 'awaiting_approval',
  },
  { projectName: 'training-lab', reason: 'Twelve machines for the course in May', goal: 'awaiting_payment' },
  { projectName: 'data-archive', reason: 'Old logs have to go somewhere', goal: 'ready' },
] as const satisfies { projectName: string; reason: string; goal: OrderState }[];
type Sample = (typeof SAMPLES)[number];

const CHANNEL = 'C0CLOUD';
/** How long to wait for a sample order to get that far. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 200;

/**
 * Places the sample orders in the app's database, as Rita, and approves them, as Ada and Alan: the app does the rest.
 * `required`: how many approvals an order takes; `pay`: pays an order of the local OVHcloud.
 */
export async function placeSampleOrders(
  databaseUrl: string,
  { required, pay }: { required: number; pay: (ovhOrderId: number) => void },
): Promise<void> {
  const db = await openDatabase(databaseUrl);
  const ctx = { db, now: Date.now };
  const until = Date.now() + PATIENCE_MS;

  async function reached(id: string, states: readonly OrderState[]): Promise<Order | null> {
    for (;;) {
      const stored = await loadOrder(db, id);
      if (stored && states.includes(stored.order.state)) return stored.order;
      if (Date.now() > until) return null;
      await pause(LOOK_EVERY_MS);
    }
  }

  async function approve(order: Order): Promise<void> {
    const rules = { required, allowSelfApproval: false };
    for (const { id } of [PEOPLE.ada, PEOPLE.alan].slice(0, required)) {
      const actor = { id, isApprover: true };
      const lost: string[] = [];
      const approved = {
        type: 'approved',
        actor,
        fingerprint: order.fingerprint ?? '',
        rules,
        lost,
      } as const;
      if ((await changeOrder(ctx, order.id, approved)) instanceof Denial) return;
    }
  }

  async function ask({ projectName, reason }: Sample): Promise<Order | null> {
    const id = `oc-${projectName}`;
    const request = { projectName, reason, voucher: null, waiveWithdrawal: false, budget: null };
    const order = newOrder({ id, channel: CHANNEL, requester: PEOPLE.rita.id, request, now: Date.now() });
    await insertOrder(db, order, { owner: 'sandbox', forMs: 0 });
    return reached(id, ['awaiting_approval']);
  }

  async function goOn(asked: Order, goal: Sample['goal']): Promise<void> {
    if (goal === 'awaiting_approval') return;
    await approve(asked);
    const placed = await reached(asked.id, ['awaiting_payment', 'delivering']);
    if (goal === 'ready' && placed?.ovhOrder) pay(placed.ovhOrder.orderId);
  }

  try {
    const going: Promise<void>[] = [];
    // One after the other, so that they appear in this order in the channel.
    for (const sample of SAMPLES.toReversed()) {
      const asked = await ask(sample);
      if (!asked) continue;
      const gone = goOn(asked, sample.goal);
      // Promise.all reports it; until then it must not count as unhandled.
      gone.catch(() => undefined);
      going.push(gone);
    }
    await Promise.all(going);
  } finally {
    await db.destroy();
  }
}
