import { askAgainAt } from '../orders/delivery.ts';
import { lastInStory, type Order } from '../orders/order.ts';
import { dueAt } from '../orders/transitions.ts';
import { OvhError } from '../ovh/errors.ts';
import { postponeStep } from '../store/leases.ts';
import { changeOrder, loadOrder } from '../store/orders.ts';
import type { StoredOrder } from '../store/rows.ts';
import { backOff } from './back-off.ts';
import { failureOf, isPassing, logOf } from './failures.ts';
import { nextStep } from './steps/next-step.ts';
import type { Tools } from './tools.ts';

/** For how long an order waits for an OVHcloud that does not answer before its people are asked to try again. */
const GIVE_UP_AFTER_MS = 600_000;
/** What became of a checkout that cannot be found out for this long is for people to look into. */
const ASK_PEOPLE_AFTER_MS = 300_000;
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_AFTER_END_MS = 3_600_000;

/** Takes an order's next step. If that fails, the order is put off, delayed or failed, and its people see it. */
export async function takeStep(stored: StoredOrder, tools: Tools): Promise<void> {
  const { order, version } = stored;
  try {
    await nextStep(stored, tools);
    // Nothing came of it: not again at once, or an order that is due by mistake would be a loop.
    const soonest = tools.now() + SHORTEST_PAUSE_MS;
    await postponeStep(tools.db, order.id, version, Math.max(dueAt(order, soonest) ?? soonest, soonest));
  } catch (error) {
    await stepFailed(stored, error, tools);
  }
}

async function stepFailed(failed: StoredOrder, error: unknown, tools: Tools): Promise<void> {
  const { db, log, now } = tools;
  const { id } = failed.order;
  const { tries } = failed;
  const failure = failureOf(error, failed.order);
  log.warn({ ...logOf(error, failed.order), failure: failure.kind, tries }, 'a step of an order failed');

  tools.onSetback?.('step');
  const stored = await loadOrder(db, id);
  if (!stored) return;
  const { order } = stored;
  const asked = error instanceof OvhError ? (error.retryAfter ?? 0) : 0;
  if (order.state === 'unpaid' || order.state === 'delivering') {
    return postponeStep(db, id, stored.version, Math.max(askAgainAt(order, now()), now() + asked));
  }
  if (order.state !== 'requested' && order.state !== 'approved') {
    return postponeStep(db, id, stored.version, now() + backOff(tries, LONGEST_PAUSE_AFTER_END_MS));
  }
  // What became of an attempted checkout has to be found out, however long it takes.
  const since = order.attempt?.unclearSince ?? order.delayed?.since ?? now();
  if (!order.attempt && (now() - since >= GIVE_UP_AFTER_MS || !isPassing(error))) {
    await changeOrder(db, id, { type: 'failed', failure }, now());
    return;
  }
  const looksFurtherSince = Math.max(since, chosenAt(order));
  if (order.attempt && now() - looksFurtherSince >= ASK_PEOPLE_AFTER_MS && !isTold(order)) {
    await changeOrder(db, id, { type: 'order_not_found', cartId: order.attempt.cartId }, now());
  }
  if (!order.attempt && !order.delayed) await changeOrder(db, id, { type: 'delayed', failure }, now());
  const delayed = await loadOrder(db, id);
  const pause = Math.max(asked, pauseAfter(now() - since));
  // What somebody did meanwhile has its own time.
  if (delayed?.order.state === order.state) await postponeStep(db, id, delayed.version, now() + pause);
}

/** Whether the last that people were told is that they may have to look for the order of this checkout themselves. */
function isTold(order: Order): boolean {
  const last = lastInStory(order)?.kind;
  return last === 'order_not_found' || last === 'orders_to_choose';
}

/** When somebody said last which order it is, or that it is none of those that were found. */
function chosenAt(order: Order): number {
  const last = lastInStory(order);
  return last?.kind === 'order_chosen' ? last.at : 0;
}

/** Pauses grow with the trouble: as long as it has lasted, between one and thirty seconds. */
function pauseAfter(troubleMs: number): number {
  return Math.min(Math.max(SHORTEST_PAUSE_MS, troubleMs), LONGEST_PAUSE_MS);
}
