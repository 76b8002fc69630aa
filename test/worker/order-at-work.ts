import type { TestContext } from 'node:test';
import { z } from 'zod';
import { createLog } from '../../src/observability/log.ts';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import { createProjectIndex } from '../../src/ovh/project-index.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { pullInFarTimes } from '../../src/store/clock-set-back.ts';
import { type Database, type DatabaseListeners, openDatabase } from '../../src/store/database.ts';
import { insertOrder, loadOrder } from '../../src/store/orders.ts';
import type { WorkerContext } from '../../src/worker/context.ts';
import { DEFAULT_TIMING } from '../../src/worker/options.ts';
import { reconcile } from '../../src/worker/reconcile.ts';
import { type MemoryOvhcloud, startMemoryOvhcloud } from '../model/memory-ovhcloud.ts';
import { startMemorySlack } from '../model/memory-slack.ts';
import { approve, HOUR, NOW, order, REQUEST } from '../orders/samples.ts';
import { speaking } from '../slack/i18n/every-language.ts';

export const SECOND = 1_000;
export const MINUTE = 60_000;

/** An order whose steps the test takes itself, at an OVHcloud in memory: no worker, no Slack, no waiting. */
export type OrderAtWork = {
  ovh: MemoryOvhcloud;
  db: Database;
  ctx: WorkerContext;
  /** Who is an approver now. */
  approvers: Set<string>;
  order: () => Promise<Order>;
  /** Takes every step that is due within this time. */
  work: (ms: number) => Promise<Order>;
  /** Lets time pass, for all, in which no step is taken. */
  pass: (ms: number) => void;
  /** Lets an event happen; fails the test if it is refused. */
  change: (event: OrderEvent) => Promise<Order>;
  /** Moves the app's clock, not OVHcloud's. */
  setClock: (aheadMs: number) => void;
  /** What its thread has been told so far. */
  kinds: () => Promise<string[]>;
};

/** What the order and its app are like, where it matters. */
export type OrderAtWorkOptions = {
  autoPay?: boolean;
  required?: number;
  voucher?: string;
  /** The order as it stands; a new one unless given. */
  from?: Order;
  /** How far the app's clock is ahead of OVHcloud's. */
  clockAheadMs?: number;
  /** Hears what its store is asked, and each event. */
  listeners?: DatabaseListeners;
};

/** A new order, before its first step. */
export async function orderAtWork(t: TestContext, options: OrderAtWorkOptions = {}): Promise<OrderAtWork> {
  const { autoPay = false, required = 1, voucher = null } = options;
  let now = NOW;
  let aheadMs = options.clockAheadMs ?? 0;
  const appNow = () => now + aheadMs;
  const ovh = startMemoryOvhcloud(() => now);
  const approvers = new Set(['U0APP1', 'U0APP2', 'U0APP3']);
  const db = await openDatabase('sqlite::memory:', options.listeners);
  t.after(() => db.destroy());
  const renderContext = {
    ...speaking('en'),
    ...{ approvers: [...approvers], approvalsRequired: required, checkoutUrlTo: 'channel' as const },
    ...{ hasWaiver: true, projectPage: () => null },
  };
  const ctx: WorkerContext = {
    ...{ db, ovh: ovh.connect(appNow).client, log: createLog('silent'), now: appNow },
    random: () => 0,
    outbound: startMemorySlack(async () => undefined).outbound,
    ...{ renderContext, renderContextFor: async () => renderContext },
    config: {
      ...{ planCode: 'project.2018', autoPay, approvalTimeoutMs: 72 * HOUR, remindAfterMs: 24 * HOUR },
      openOrdersPerPerson: 1_000,
      ...{ readsUsage: true, usageEveryMs: 24 * HOUR },
      ...{ settleFreeOrders: false, hasOrderDateFilter: true, hasEligibility: true, hasWaiver: true },
    },
    mayAddVoucher: async () => false,
    subsidiary: async () => 'FR',
    projectIndex: createProjectIndex(ovh.connect(appNow).client, appNow),
    checkoutTiming: DEFAULT_TIMING.checkout,
    canShow: async () => true,
    mayQuote: () => true,
    approvalRules: { required, allowSelfApproval: false },
    currentApprovers: async (people) => people.filter((person) => approvers.has(person)),
    pendingApprovers: async () => [],
    reminderRecipients: async () => [],
    keyOf: async (user) => user,
    nameOf: async () => 'Rita',
  };
  const asked = options.from ?? order({ request: { ...REQUEST, voucher }, createdAt: appNow() });
  const { id } = asked;
  await insertOrder(db, asked, { owner: 'nobody', forMs: 0 });
  const load = async () => {
    const stored = await loadOrder(db, id, appNow());
    if (!stored) throw new Error('The order is gone');
    return stored;
  };
  const current = async () => (await load()).order;

  return {
    ...{ ovh, db, ctx, approvers, order: current },
    async work(ms) {
      const until = now + ms;
      for (;;) {
        const stored = await load();
        if (stored.runAt !== null && stored.runAt <= appNow()) await reconcile(stored, ctx);
        if (now >= until) return current();
        const { runAt } = await load();
        const due = Math.max(now + SECOND, (runAt ?? Number.POSITIVE_INFINITY) - aheadMs);
        now = Math.min(until, due, ovh.nextLateCall() ?? Number.POSITIVE_INFINITY);
        ovh.landLateCalls();
      }
    },
    pass(ms) {
      now += ms;
    },
    async change(event) {
      const outcome = await changeOrder({ db, now: appNow }, id, event);
      if (outcome instanceof Denial) throw new Error(`${event.type} was refused: ${outcome.reason.kind}`);
      return outcome.order;
    },
    setClock: (ms) => {
      aheadMs = ms;
    },
    kinds: async () => (await current()).timeline.map(({ kind }) => kind),
  };
}

/** The same, quoted and approved: its next step is the checkout. */
export async function approvedOrder(t: TestContext, options: OrderAtWorkOptions = {}): Promise<OrderAtWork> {
  const at = await orderAtWork(t, options);
  await at.work(0);
  await approveOrder(at);
  return at;
}

/** As many people as have to approve what the order shows. */
export async function approveOrder(at: OrderAtWork): Promise<void> {
  const rules = at.ctx.approvalRules;
  for (const by of ['U0APP1', 'U0APP2'].slice(0, rules.required)) {
    await at.change(approve(await at.order(), by, rules));
  }
}

/** Has a call to OVHcloud answered otherwise: `answer` may make the real call, and throw. */
export function intercept(
  { ctx }: OrderAtWork,
  called: string,
  answer: (call: () => Promise<unknown>) => Promise<unknown>,
): void {
  const { ovh } = ctx;
  ctx.ovh = {
    ...ovh,
    async call(request, schema) {
      const isIt = `${request.method} ${request.path}` === called;
      return isIt
        ? schema.parse(await answer(() => ovh.call(request, z.unknown())))
        : ovh.call(request, schema);
    },
  };
}

/** Takes every step that is due within this time, as the claim loop does: each minute it looks for times too far ahead. */
export async function workMinutes(at: OrderAtWork, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += MINUTE) {
    await pullInFarTimes(at.db, at.ctx.now());
    await at.work(MINUTE);
  }
}
