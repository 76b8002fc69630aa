import { mock } from 'node:test';
import type { OrderEvent } from '../../src/orders/events.ts';
import { newOrder } from '../../src/orders/order.ts';
import { approve } from '../../src/slack/actions/approve.ts';
import { readButtonValue } from '../../src/slack/views/button-value.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { loadOrder } from '../../src/store/orders.ts';
import { type Copy, copyStore, emptyStore } from '../store/copied-store.ts';
import { hasExpired, loseCarts, orderElsewhere, updateCart } from './accidents.ts';
import {
  APPROVERS_AT_FIRST,
  type History,
  type HistoryEvent,
  LONG,
  type Request,
  requestOf,
  type Slot,
} from './history.ts';
import { startMemoryOvhcloud } from './memory-ovhcloud.ts';
import { type Shown, startMemorySlack } from './memory-slack.ts';
import { goodsOf, type Outcome } from './oracle.ts';
import { sendPeople } from './people.ts';
import { type Replica, type SharedStore, startReplica } from './replica.ts';
import type { JournalEntry } from './sales.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 2, 10);
/** For a look of each worker, and a renewal of its leases. */
const TICK_MS = 1_700;

/**
 * Lets a history happen to the real worker, store and transitions; then lets faults end and time pass. Returns what
 * was clicked, sold and written down, for the oracle.
 */
export async function play(store: SharedStore, { required, autoPay, events }: History): Promise<Outcome> {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const observer = store.open(async () => undefined);
  await emptyStore(observer);

  /** OVHcloud's time, and how far the app's clock is ahead of it. */
  let now = START;
  let aheadMs = 0;
  const appNow = () => now + aheadMs;
  const journals = new Map<string, JournalEntry[]>();
  const journalOf = (id: string) => journals.get(id) ?? [];
  const ovh = startMemoryOvhcloud(() => now, journalOf);
  const slack = startMemorySlack(rememberGoods);
  for (const person of APPROVERS_AT_FIRST) slack.group.add(person);
  const asked: { id: string; requester: string; request: Request }[] = [];
  const membership: Outcome['membership'] = [];
  const restores: number[] = [];
  const cartsLost = new Set<string>();
  let copy: { store: Copy; journals: [string, JournalEntry[]][] } | null = null;
  /** What each fingerprint stood for when it was first shown. */
  const goods = new Map<string, string>();
  const everyProcess: Replica[] = [];
  const start = () => {
    const { client, noteHeld } = ovh.connect(appNow);
    const process = startReplica(`process-${everyProcess.length}`, {
      ...{ store, ovh: client, noteHeld, outbound: slack.outbound, now: appNow },
      rules: { required, autoPay },
      isApprover: (person: string) => slack.group.has(person),
      onEvent: (change) => {
        const entry = { ...change, trueAt: now };
        journals.set(change.after.id, [...journalOf(change.after.id), entry]);
        if (change.type === 'placed' && hasExpired(ovh, change.before?.checkoutAttempt?.cartId, now))
          cartsLost.add(change.after.id);
      },
    });
    everyProcess.push(process);
    return process;
  };
  const processes: [Replica, Replica] = [start(), start()];
  const people = sendPeople({
    ...{ slack, ovh, observer, required, appNow, decide },
    goodsOf: (value) => goods.get(value) ?? null,
  });

  async function rememberGoods({ action, value }: Shown): Promise<void> {
    const button = readButtonValue(value);
    if (action !== approve.id || !button || goods.has(value)) return;
    const stored = await loadOrder(observer, button.orderId);
    if (stored?.order.fingerprint === button.fingerprint) goods.set(value, goodsOf(stored.order));
  }

  function running(slot: Slot): Replica {
    if (processes[slot].isDead()) {
      processes[slot].worker.stop(0).catch(accepted);
      processes[slot] = start();
    }
    return processes[slot];
  }

  async function settle(): Promise<void> {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }

  async function pass(ms: number): Promise<void> {
    const then = now + ms;
    for (let at = ovh.nextLateCall(); at !== null && at <= then; at = ovh.nextLateCall()) {
      now = Math.max(now, at);
      ovh.landLateCalls();
    }
    now = then;
    running(0);
    running(1);
    mock.timers.tick(TICK_MS);
    await settle();
  }

  function decide(slot: Slot, orderId: string, event: OrderEvent): void {
    now += 1;
    const { db, worker } = running(slot);
    changeOrder({ db, now: appNow }, orderId, event).then(worker.nudge, accepted);
  }

  function submit(slot: Slot, { id, requester, request }: (typeof asked)[number]): void {
    now += 1;
    const form = { id, requester, channel: 'C0CLOUD', request: requestOf(request), now: appNow() };
    running(slot).worker.submit(newOrder(form)).catch(accepted);
  }

  /** The database becomes what it was when it was copied; no process lives through that. */
  async function restore(): Promise<void> {
    if (!copy) return;
    for (const process of processes) process.kill(0);
    await settle();
    await copy.store.restore();
    journals.clear();
    for (const [id, journal] of copy.journals) journals.set(id, journal);
    restores.push(now);
  }

  async function happen(happening: HistoryEvent): Promise<void> {
    switch (happening.type) {
      case 'ask': {
        const { slot, by, request } = happening;
        const order = { id: `oc-${asked.length}`, requester: by, request };
        asked.push(order);
        submit(slot, order);
        break;
      }
      case 'submit again': {
        const again = asked.at(-1 - (happening.order % Math.max(asked.length, 1)));
        if (again) submit(happening.slot, again);
        break;
      }
      case 'pass':
        if (happening.ms >= LONG) for (const process of processes) process.resume();
        await settle();
        await pass(happening.ms);
        break;
      case 'offer':
        ovh.world.offer = { ucents: happening.ucents, contract: happening.contract };
        break;
      case 'join or leave':
        if (!slack.group.delete(happening.who)) slack.group.add(happening.who);
        membership.push({ who: happening.who, isMember: slack.group.has(happening.who), at: now });
        break;
      case 'hold':
        running(happening.slot).hold(happening.calls, happening.what);
        break;
      case 'resume':
        processes[happening.slot].resume();
        break;
      case 'kill':
        running(happening.slot).kill(happening.calls);
        break;
      case 'ovh fault':
        for (let i = 0; i < happening.times; i++) ovh.world.faults.push(happening.fault);
        break;
      case 'slack fault':
        for (let i = 0; i < happening.times; i++) slack.faults.push(happening.fault);
        break;
      case 'order visibility':
        ovh.world.appearsAfterMs = happening.afterMs;
        ovh.world.hasExtension = happening.hasExtension;
        break;
      case 'vouchers refused or not':
        ovh.world.refusesVouchers = !ovh.world.refusesVouchers;
        break;
      case 'carts':
        Object.assign(ovh.world.quirks, happening.quirks);
        break;
      case 'change cart': {
        const id = people.seen(happening.order);
        // What is changed after the last look at it, no app can know.
        const isLookedAt = ovh.isAnyLate() || processes.some((process) => process.isHeld());
        if (id !== undefined && !isLookedAt) updateCart(ovh, id, happening.what);
        break;
      }
      case 'clock':
        aheadMs = happening.aheadMs;
        break;
      case 'back up':
        copy = { store: await copyStore(observer), journals: [...journals] };
        break;
      case 'restore':
        await restore();
        break;
      case 'order elsewhere':
        orderElsewhere(ovh, happening.name);
        break;
      case 'lose carts':
        for (const id of loseCarts(ovh)) cartsLost.add(id);
        break;
      case 'archive or not':
        if (!slack.archived.delete('C0CLOUD')) slack.archived.add('C0CLOUD');
        break;
      case 'delete messages':
        slack.deleteMessages();
        break;
      case 'pay':
      case 'cancel at OVHcloud':
        await people.payOrCancel(happening);
        break;
      default:
        await people.click(happening);
    }
    await settle();
  }

  async function rows() {
    const stored = await Promise.all(asked.map(({ id }) => loadOrder(observer, id)));
    return stored.filter((row) => row !== null);
  }

  try {
    for (const event of events) await happen(event);

    ovh.world.faults.length = 0;
    ovh.world.refusesVouchers = false;
    slack.faults.length = 0;
    for (const slot of [0, 1] as const) running(slot).kill(Number.POSITIVE_INFINITY);
    for (const process of processes) process.resume();
    for (const seconds of [7, 40, 40, 90, 400, 400]) await pass(seconds * 1_000);
    const soon = await rows();
    for (const seconds of [3600, 3600]) await pass(seconds * 1_000);
    const rested = await rows();
    const cartsLeft = [...ovh.carts.values()].filter(({ readOnly, expire }) => !readOnly && expire > now);
    for (const hours of [80, 1, 1, 1, 250, 1, 1, 1, 1]) await pass(hours * HOUR);
    return {
      ...{ required, sales: ovh.sales, checkouts: ovh.checkouts, clicks: people.clicks },
      ...{ asked, membership, restores, journals, cartsLost },
      runInCircles: everyProcess.some((process) => process.hasRunInCircles()),
      ...{ soon, rested, cartsLeft, ended: await rows(), endedAt: now },
    };
  } finally {
    for (const process of processes) process.kill(0);
    await settle();
    mock.timers.reset();
  }
}

/** What goes wrong with a click is told to who clicked; what a process leaves undone in its death, another does. */
function accepted(): void {}
