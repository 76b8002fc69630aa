import type { Order } from '../orders/order.ts';
import { postponeStep } from '../store/leases.ts';
import { changeOrder, loadOrder, type StoredOrder } from '../store/orders.ts';
import { backOff } from './back-off.ts';
import { failureOf, isPassing } from './failures.ts';
import { nextStep } from './steps/next-step.ts';
import type { Tools } from './tools.ts';

/** For how long an order waits for an OVHcloud that does not answer before its people are asked to try again. */
const GIVE_UP_AFTER_MS = 600_000;
const LONGEST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_AFTER_END_MS = 3_600_000;

/** Takes an order's next step. If that fails, the order is put off, delayed or failed, and its people see it. */
export async function takeStep(stored: StoredOrder, tools: Tools): Promise<void> {
  try {
    await nextStep(stored, tools);
  } catch (error) {
    await stepFailed(stored, error, tools);
  }
}

async function stepFailed(
  { order: { id }, tries }: StoredOrder,
  error: unknown,
  tools: Tools,
): Promise<void> {
  const { db, log, now } = tools;
  const failure = failureOf(error);
  const { call, queryId } = failure;
  log.warn(
    { err: error, order: id, failure: failure.kind, call, queryId, tries },
    'a step of an order failed',
  );

  const before = await loadOrder(db, id);
  if (!before) return;
  const { order } = before;
  if (!isUnderWay(order)) {
    return postponeStep(db, id, before.version, now() + backOff(tries, LONGEST_PAUSE_AFTER_END_MS));
  }
  const waitedLong = order.delayed !== null && now() - order.delayed.since >= GIVE_UP_AFTER_MS;
  if (!order.attempt && (waitedLong || !isPassing(error))) {
    await changeOrder(db, id, { type: 'failed', failure }, now());
    return;
  }
  // What became of an attempted checkout has to be found out, however long it takes.
  if (!order.attempt && !order.delayed) await changeOrder(db, id, { type: 'delayed', failure }, now());
  const after = await loadOrder(db, id);
  if (after) await postponeStep(db, id, after.version, now() + backOff(tries, LONGEST_PAUSE_MS));
}

function isUnderWay({ state }: Order): boolean {
  return state === 'requested' || state === 'approved';
}
