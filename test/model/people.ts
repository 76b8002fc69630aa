import type { OrderEvent } from '../../src/orders/events.ts';
import { approve } from '../../src/slack/actions/approve.ts';
import { cancel } from '../../src/slack/actions/cancel.ts';
import { edit } from '../../src/slack/actions/edit.ts';
import { abandonSearch, MATCH_PREFIX } from '../../src/slack/actions/match.ts';
import { reject } from '../../src/slack/actions/reject.ts';
import { tryAgain } from '../../src/slack/actions/try-again.ts';
import { withdrawApproval } from '../../src/slack/actions/withdraw-approval.ts';
import { readButtonValue } from '../../src/slack/views/button-value.ts';
import type { Database } from '../../src/store/database.ts';
import { loadOrder } from '../../src/store/orders.ts';
import { statusOf } from './fulfilment.ts';
import { type HistoryEvent, requestOf, type Slot } from './history.ts';
import type { MemoryOvhcloud } from './memory-ovhcloud.ts';
import type { MemorySlack } from './memory-slack.ts';
import type { Click } from './oracle.ts';
import { wasOver } from './sales.ts';

const BUTTONS = {
  approve: approve.id,
  reject: reject.id,
  cancel: cancel.id,
  edit: edit.id,
  'take back': withdrawApproval.id,
  choose: MATCH_PREFIX,
  'give up': abandonSearch.id,
  'try again': tryAgain.id,
};

type ClickEvent = Extract<HistoryEvent, { type: keyof typeof BUTTONS }>;
type PaymentEvent = Extract<HistoryEvent, { type: 'pay' | 'cancel at OVHcloud' }>;

/** What people see and touch. */
type Scene = {
  slack: MemorySlack;
  ovh: MemoryOvhcloud;
  observer: Database;
  required: number;
  /** The time on the app's clock. */
  appNow: () => number;
  /** Hands a decision over, as the listeners do, at a moment of its own. */
  decide: (slot: Slot, orderId: string, event: OrderEvent) => void;
  /** What the quote of a button was for when it was shown. */
  goodsOf: (buttonValue: string) => string | null;
};

/** The people of a history: `clicks` are the approvals that they gave. */
export function sendPeople(scene: Scene) {
  const { slack, ovh, observer, required, decide } = scene;
  const clicks: Click[] = [];

  /** An order that has been seen in Slack, counted from the last. */
  function seen(order: number): string | undefined {
    const shown = [...new Set(slack.shown.map(({ orderId }) => orderId))];
    return shown.at(-1 - (order % Math.max(shown.length, 1)));
  }

  /** People pay only what the thread asks them to pay; anything may be cancelled at OVHcloud. */
  async function payOrCancel({ type, order }: PaymentEvent): Promise<void> {
    const id = seen(order);
    const stored = id === undefined ? null : await loadOrder(observer, id);
    const sale = ovh.sales.find((each) => each.id === stored?.order.ovhOrder?.orderId);
    if (!sale || sale.cancelledAt !== null) return;
    if (type === 'pay' && stored?.order.state === 'awaiting_payment') sale.paidAt ??= ovh.now();
    // What was delivered is not cancelled any more.
    if (type === 'cancel at OVHcloud' && statusOf(sale, ovh.now()) !== 'delivered')
      sale.cancelledAt = ovh.now();
  }

  async function click(happening: ClickEvent): Promise<void> {
    const id = seen(happening.order);
    if (id === undefined) return;
    const { slot, by } = happening;
    const actor = { id: by, isApprover: slack.group.has(by) };
    const buttons = slack.shown.filter(
      ({ action, orderId }) => orderId === id && action.startsWith(BUTTONS[happening.type]),
    );
    if (buttons.length === 0) return;
    const stored = await loadOrder(observer, id);
    // Forgotten with the copy that was restored: the click is answered so.
    if (!stored) return;
    switch (happening.type) {
      case 'approve': {
        const button = buttons.at(-1 - Math.min(happening.stale, buttons.length - 1));
        const fingerprint = readButtonValue(button?.value)?.fingerprint;
        if (!button || !fingerprint) return;
        const rules = { required, allowSelfApproval: false };
        const given = stored.order.approvals.map((approval) => approval.by);
        const lost = given.filter((person) => !slack.group.has(person));
        decide(slot, id, { type: 'approved', actor, fingerprint, rules, lost });
        const read = scene.goodsOf(button.value);
        clicks.push({ orderId: id, by, at: scene.appNow(), entitled: actor.isApprover, read });
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
        const request = change ? requestOf(change) : stored.order.request;
        return decide(slot, id, { type: 'retried', by, request });
      }
      case 'give up':
        return decide(slot, id, { type: 'search_abandoned', actor });
      case 'choose': {
        // People look into OVHcloud's control panel, and say what is true.
        const asked = stored.order.checkoutAttempt?.askedAbout;
        if (!asked) return;
        const own = ovh.sales.filter((sale) => sale.orderId === id && asked.includes(sale.id));
        const mine = own.find((sale) => !wasOver(sale, ovh.now())) ?? own[0];
        return decide(
          slot,
          id,
          mine ? { type: 'match_confirmed', actor, orderId: mine.id } : { type: 'matches_rejected', actor },
        );
      }
    }
  }

  return { clicks, seen, click, payOrCancel };
}
