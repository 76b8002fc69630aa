import { mock } from 'node:test';
import type { OrderEvent } from '../../src/orders/events.ts';
import { newOrder } from '../../src/orders/order.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { readButtonValue } from '../../src/slack/views/button-value.ts';
import { changeOrder, eventsOf, loadOrder } from '../../src/store/orders.ts';
import { statusOf } from './fulfilment.ts';
import { APPROVERS_AT_FIRST, type History, type HistoryEvent, LONG, requestOf } from './history.ts';
import { startMemoryOvhcloud } from './memory-ovhcloud.ts';
import { type Shown, startMemorySlack } from './memory-slack.ts';
import { type Click, goodsOf, type Outcome } from './oracle.ts';
import { type Replica, type SharedStore, startReplica } from './replica.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 2, 10);
/** For a look of each worker, and a renewal of its leases. */
const TICK_MS = 1_700;

const BUTTONS = {
  approve: ACTIONS.approve,
  reject: ACTIONS.reject,
  cancel: ACTIONS.cancel,
  edit: ACTIONS.edit,
  'take back': ACTIONS.withdrawApproval,
  choose: ACTIONS.confirmMatch,
  'give up': ACTIONS.abandonSearch,
  'try again': ACTIONS.tryAgain,
};

/**
 * Lets a history happen to the real worker, store and transitions; then lets faults end and time pass. Returns what
 * was clicked, sold and written down, for the oracle.
 */
export async function play(store: SharedStore, { required, autoPay, events }: History): Promise<Outcome> {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const observer = store.open(async () => undefined);
  for (const table of ['messages', 'order_events', 'orders'] as const)
    await observer.deleteFrom(table).execute();

  let now = START;
  const ovh = startMemoryOvhcloud(() => now);
  const slack = startMemorySlack(rememberGoods);
  for (const person of APPROVERS_AT_FIRST) slack.group.add(person);
  const environment = {
    ...{ store, ovh: ovh.client, outbound: slack.outbound, now: () => now },
    rules: { required, autoPay },
    isApprover: (person: string) => slack.group.has(person),
  };
  const asked: { id: string; requester: string }[] = [];
  const clicks: Click[] = [];
  /** What each fingerprint stood for when it was first shown. */
  const goods = new Map<string, string>();
  const everyProcess: Replica[] = [];
  const start = () => {
    const process = startReplica(`process-${everyProcess.length}`, environment);
    everyProcess.push(process);
    return process;
  };
  const processes: [Replica, Replica] = [start(), start()];

  async function rememberGoods({ action, value }: Shown): Promise<void> {
    const button = readButtonValue(value);
    if (action !== ACTIONS.approve || !button || goods.has(value)) return;
    const stored = await loadOrder(observer, button.orderId);
    if (stored?.order.fingerprint === button.fingerprint) goods.set(value, goodsOf(stored.order));
  }

  function running(slot: 0 | 1): Replica {
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

  /** A decision, as the listeners hand it over; each at a moment of its own. */
  function decide(slot: 0 | 1, orderId: string, event: OrderEvent): void {
    now += 1;
    const { db, worker } = running(slot);
    changeOrder(db, orderId, event, now).then(worker.nudge, accepted);
  }

  /** An order that has been seen in Slack, counted from the last. */
  function seen(order: number): string | undefined {
    const shown = [...new Set(slack.shown.map(({ orderId }) => orderId))];
    return shown.at(-1 - (order % Math.max(shown.length, 1)));
  }

  /** People pay only what the thread asks them to pay; anything may be cancelled at OVHcloud. */
  async function payOrCancel({ type, order }: Extract<HistoryEvent, { type: 'pay' | 'cancel at OVHcloud' }>) {
    const id = seen(order);
    const stored = id === undefined ? null : await loadOrder(observer, id);
    const sale = ovh.sales.find((each) => each.id === stored?.order.ovhOrder?.orderId);
    if (!sale || sale.cancelledAt !== null) return;
    if (type === 'pay' && stored?.order.state === 'awaiting_payment') sale.paidAt ??= now;
    // What was delivered is not cancelled any more.
    if (type === 'cancel at OVHcloud' && statusOf(sale, now) !== 'delivered') sale.cancelledAt = now;
  }

  async function click(happening: Extract<HistoryEvent, { slot: 0 | 1; order: number }>): Promise<void> {
    const id = seen(happening.order);
    if (id === undefined) return;
    const { slot, by } = happening;
    const actor = { id: by, isApprover: slack.group.has(by) };
    const buttons = slack.shown.filter(
      ({ action, orderId }) => orderId === id && action.startsWith(BUTTONS[happening.type]),
    );
    if (buttons.length === 0) return;
    switch (happening.type) {
      case 'approve': {
        const button = buttons.at(-1 - Math.min(happening.stale, buttons.length - 1));
        const fingerprint = readButtonValue(button?.value)?.fingerprint;
        if (!button || !fingerprint) return;
        const rules = { required, allowSelfApproval: false };
        const given = (await loadOrder(observer, id))?.order.approvals ?? [];
        const lost = given.map((approval) => approval.by).filter((person) => !slack.group.has(person));
        decide(slot, id, { type: 'approved', actor, fingerprint, rules, lost });
        const read = goods.get(button.value) ?? null;
        clicks.push({ orderId: id, by, at: now, entitled: actor.isApprover, read });
        return;
      }
      case 'reject':
        return decide(slot, id, { type: 'rejected', actor, reason: 'no' });
      case 'cancel':
        return decide(slot, id, { type: 'cancelled', by });
      case 'take back':
        return decide(slot, id, { type: 'approval_withdrawn', by });
      case 'edit':
        return decide(slot, id, { type: 'edited', by, request: requestOf(happening.change) });
      case 'try again': {
        const { change } = happening;
        return loadOrder(observer, id).then((stored) => {
          if (!stored) return;
          const request = change ? requestOf(change) : stored.order.request;
          decide(slot, id, { type: 'retried', by, request });
        });
      }
      case 'give up':
        return decide(slot, id, { type: 'search_abandoned', actor });
      case 'choose':
        return choose(slot, id, actor);
    }
  }

  /** People look into OVHcloud's control panel, and say what is true. */
  async function choose(slot: 0 | 1, id: string, actor: { id: string; isApprover: boolean }) {
    const stored = await loadOrder(observer, id);
    const asked = stored?.order.checkoutAttempt?.askedAbout;
    if (!asked) return;
    const mine = ovh.sales.find((sale) => sale.orderId === id && asked.includes(sale.id));
    decide(slot, id, { type: 'match_confirmed', actor, orderId: mine?.id ?? null });
  }

  async function happen(happening: HistoryEvent): Promise<void> {
    switch (happening.type) {
      case 'ask': {
        const { slot, by, request } = happening;
        const order = { id: `oc-${asked.length}`, requester: by };
        asked.push(order);
        now += 1;
        const fresh = newOrder({ ...order, channel: 'C0CLOUD', request: requestOf(request), now });
        running(slot).worker.submit(fresh).catch(accepted);
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
      case 'order something else':
        ovh.orderSomethingElse();
        break;
      case 'lose carts':
        ovh.loseCarts();
        break;
      case 'archive or not':
        if (!slack.archived.delete('C0CLOUD')) slack.archived.add('C0CLOUD');
        break;
      case 'delete messages':
        slack.deleteMessages();
        break;
      case 'pay':
      case 'cancel at OVHcloud':
        await payOrCancel(happening);
        break;
      default:
        await click(happening);
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
    for (const seconds of [7, 40, 40, 90, 400, 400, 3600, 3600]) await pass(seconds * 1_000);
    const rested = await rows();
    const cartsLeft = [...ovh.carts.values()].filter(({ readOnly, expire }) => !readOnly && expire > now);
    for (const hours of [80, 1, 1, 1, 250, 1, 1, 1, 1]) await pass(hours * HOUR);
    const journals = await Promise.all(
      asked.map(async ({ id }) => [id, await eventsOf(observer, id)] as const),
    );
    return {
      ...{ required, clicks, sales: ovh.sales, asked, journals: new Map(journals) },
      runInCircles: everyProcess.some((process) => process.hasRunInCircles()),
      ...{ rested, cartsLeft, ended: await rows() },
    };
  } finally {
    for (const process of processes) process.kill(0);
    await settle();
    mock.timers.reset();
  }
}

/** What goes wrong with a click is told to who clicked; what a process leaves undone in its death, another does. */
function accepted(): void {}
