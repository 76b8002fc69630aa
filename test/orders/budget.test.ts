import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { budgetOf, isUsageDue, thresholdReached, usageReadAt } from '../../src/orders/budget.ts';
import { Denial } from '../../src/orders/denial.ts';
import { money } from '../../src/orders/money.ts';
import type { Order } from '../../src/orders/order.ts';
import { fingerprintOf } from '../../src/orders/quote.ts';
import { changedFields } from '../../src/orders/request.ts';
import { nextRun } from '../../src/orders/schedule.ts';
import { transition } from '../../src/orders/state-machine.ts';
import type { TimelineEntry } from '../../src/orders/timeline.ts';
import {
  after,
  approve,
  everyOrder,
  HOUR,
  NOW,
  order,
  placed,
  progressed,
  quote,
  quoted,
  REQUEST,
  RULES,
  started,
  usageRead,
} from './samples.ts';

const DAY = 24 * HOUR;
const failed = {
  type: 'usage_read_failed',
  failure: { kind: 'right_missing' },
  isMissing: false,
  nextReadAt: NOW + DAY,
} as const;

function named(name: string): Order {
  return everyOrder()[name] ?? assert.fail(name);
}

const unread = () => named('ready, its spend not read yet');

/** The order after what it spent was read day by day, from `NOW` on. */
function read(of: Order, ...days: Parameters<typeof usageRead>[1][]): Order {
  return days.reduce((before: Order, day, index) => {
    const next = transition(before, usageRead(before, day), NOW + index * DAY);
    return next instanceof Denial ? assert.fail(next.reason.kind) : next;
  }, of);
}

type Notice = Extract<TimelineEntry, { kind: 'budget_notice' }>;

/** What people heard: the thresholds, and `forecast` where it passes the budget. */
function told({ timeline }: Order): unknown[] {
  const notices = timeline.filter((entry): entry is Notice => entry.kind === 'budget_notice');
  return notices.map(({ percent, isForecastOver }) => [percent, isForecastOver]);
}

describe('a monthly budget', () => {
  it('is part of the fingerprint: a different one, or none, needs approval again', () => {
    const prints = [null, 100, 101].map((budget) => fingerprintOf({ ...REQUEST, budget }, quote()));
    assert.equal(new Set(prints).size, 3);
  });

  it('does not change the fingerprint of an order without one', () => {
    const { budget: _none, ...before } = REQUEST;
    assert.equal(fingerprintOf(before as typeof REQUEST, quote()), fingerprintOf(REQUEST, quote()));
    assert.deepEqual(changedFields(before as typeof REQUEST, REQUEST), []);
  });

  it('needs approval again when the requester changes, removes or adds it', () => {
    const pairs = [
      [100, 200],
      [100, null],
      [null, 100],
    ];
    for (const [from = null, to = null] of pairs) {
      const request = { ...REQUEST, budget: from };
      const waiting = after(order({ request }), quoted({}, request));
      const half = after(waiting, approve(waiting, 'U0APP1', { ...RULES, required: 2 }));
      const edited = after(half, { type: 'edited', by: 'U0REQ', request: { ...request, budget: to } });
      assert.deepEqual([edited.state, edited.approvals, edited.fingerprint], ['requested', [], null]);
      const entry = edited.timeline.at(-1);
      assert.ok(entry?.kind === 'edited');
      assert.deepEqual([entry.changed, entry.voided], [['budget'], ['U0APP1']]);
    }
  });

  it('is in the currency that the order was priced in, even if its quote was lost', () => {
    assert.deepEqual(budgetOf(unread()), money(100, 'EUR'));
    assert.deepEqual(budgetOf({ ...unread(), quote: null }), money(100, 'EUR'));
    assert.equal(budgetOf({ ...unread(), quote: null, ovhOrder: null }), null);
    assert.equal(budgetOf(named('ready')), null);
  });

  it('crosses its thresholds at exactly 50, 80 and 100 %, not a millionth of a cent earlier', () => {
    const budget = money(99, 'EUR');
    const at = (ucents: number) => thresholdReached({ ucents, currency: 'EUR' }, budget);
    const half = budget.ucents / 2;
    const most = (budget.ucents / 100) * 80;
    assert.deepEqual(
      [0, half - 1, half, most - 1, most, budget.ucents - 1, budget.ucents, budget.ucents * 9].map(at),
      [0, 0, 50, 50, 80, 80, 100, 100],
    );
  });
});

describe('the usage of a project', () => {
  it('is read once the project is ready, and again when the last reading says so', () => {
    assert.deepEqual(usageReadAt(unread(), NOW), unread().closure?.at);
    const once = read(unread(), {});
    assert.deepEqual([isUsageDue(once, NOW + DAY - 1), isUsageDue(once, NOW + DAY)], [false, true]);
    const tidy = { ...once, cartsCleanedUpAt: NOW + DAY };
    assert.deepEqual(nextRun(tidy, NOW), { at: NOW + DAY, reason: 'usage_read' });
    assert.equal(nextRun(tidy, NOW, { readsUsage: false }), null, 'while budgets are off');
  });

  it('is never read without a budget, nor before the project is ready', () => {
    for (const [name, each] of Object.entries(everyOrder())) {
      if (each.request.budget === null) assert.equal(usageReadAt(each, NOW + 99 * DAY), null, name);
    }
    const request = { ...REQUEST, budget: 100 };
    const waiting = after(order({ request }), quoted({}, request));
    const approved = after(waiting, approve(waiting));
    const unpaid = after(approved, started(approved), placed);
    for (const each of [
      order({ request }),
      waiting,
      approved,
      unpaid,
      after(unpaid, progressed('delivering')),
    ])
      assert.equal(usageReadAt(each, NOW + 99 * DAY), null, each.state);
  });

  it('is not recorded twice for one day, nor in another currency', () => {
    const once = read(unread(), {});
    for (const event of [usageRead(once), failed])
      assert.ok(transition(once, event, NOW + DAY - 1) instanceof Denial, event.type);
    const { usage, ...event } = usageRead(unread());
    const dollars = { ...event, usage: { ...usage, spent: money(1, 'USD') } };
    assert.ok(transition(unread(), dollars, NOW) instanceof Denial);
  });

  it('is read soon if a clock that was ahead had postponed it', () => {
    const { spending } = read(unread(), {});
    const ahead = { ...unread(), spending: spending && { ...spending, nextReadAt: NOW + 400 * DAY } };
    assert.equal(isUsageDue(ahead, NOW), true);
  });
});

describe('budget notices', () => {
  it('are sent once a month per threshold, and again in the next month', () => {
    const spent = (spent: number, month = '2026-11') => ({ spent, forecast: null, month });
    const november = read(
      unread(),
      spent(10),
      spent(50),
      spent(60),
      spent(80),
      spent(99),
      spent(100),
      spent(300),
    );
    assert.deepEqual(told(november), [
      [50, false],
      [80, false],
      [100, false],
    ]);
    const december = {
      ...november,
      spending: november.spending && { ...november.spending, nextReadAt: NOW },
    };
    const next = read(december, spent(49, '2026-12'), spent(51, '2026-12'), spent(52, '2026-12'));
    assert.deepEqual(told(next).slice(3), [[50, false]]);
  });

  it('name only the highest threshold if several are reached at once', () => {
    assert.deepEqual(told(read(unread(), { spent: 85, forecast: null }, { spent: 79, forecast: null })), [
      [80, false],
    ]);
    assert.deepEqual(told(read(unread(), { spent: 85, forecast: 120 }, { spent: 86, forecast: 125 })), [
      [80, true],
    ]);
  });

  it('are sent once a month for a forecast above the budget, even if it falls and rises', () => {
    const days = [100, 100.01, 90, 130].map((forecast) => ({ spent: 20, forecast }));
    assert.deepEqual(told(read(unread(), ...days)), [[null, true]]);
  });

  it('do not mention the forecast once the budget is spent', () => {
    const days = [
      { spent: 100, forecast: null },
      { spent: 101, forecast: 150 },
    ];
    assert.deepEqual(told(read(unread(), ...days)), [[100, false]]);
  });

  it('do not repeat a threshold when credit makes the spend fall and rise', () => {
    const days = [55, 20, 60].map((spent) => ({ spent, forecast: null }));
    assert.deepEqual(told(read(unread(), ...days)), [[50, false]]);
  });

  it('do not repeat a month that OVHcloud still reports after the next has begun', () => {
    const days = [
      { spent: 55, forecast: null },
      { spent: 1, forecast: null, month: '2026-12' },
      { spent: 99, forecast: null },
      { spent: 51, forecast: null, month: '2026-12' },
    ];
    const after4 = read(unread(), ...days);
    assert.deepEqual(told(after4), [
      [50, false],
      [50, false],
    ]);
    assert.equal(after4.spending?.usage?.month, '2026-12');
  });

  it('do not depend on the timeline', () => {
    const silent = { ...read(unread(), { spent: 55, forecast: null }), timeline: [] };
    const next = transition(silent, usageRead(silent, { spent: 60, forecast: null }), NOW + DAY);
    assert.ok(!(next instanceof Denial));
    assert.deepEqual(next.timeline, []);
  });
});

describe('usage that cannot be read', () => {
  it('keeps the last reading, and is read again', () => {
    const once = read(unread(), { spent: 55 });
    const later = transition(once, { ...failed, nextReadAt: NOW + 2 * DAY }, NOW + DAY);
    assert.ok(!(later instanceof Denial));
    assert.deepEqual(later.spending, {
      ...once.spending,
      nextReadAt: NOW + 2 * DAY,
      trouble: { since: NOW + DAY, failure: failed.failure, isMissing: false },
    });
    assert.equal(later.timeline.length, once.timeline.length);
    const again = read(
      { ...later, spending: later.spending && { ...later.spending, nextReadAt: NOW } },
      { spent: 56 },
    );
    assert.equal(again.spending?.trouble, null);
  });

  it('is no longer read once OVHcloud has not known the project for three days', () => {
    let gone = unread();
    for (const day of [0, 1, 2]) {
      const next = transition(
        gone,
        { ...failed, isMissing: true, nextReadAt: NOW + (day + 1) * DAY },
        NOW + day * DAY,
      );
      gone = next instanceof Denial ? assert.fail(`day ${day}`) : next;
      assert.notEqual(usageReadAt(gone, NOW), null, `day ${day}`);
    }
    const last = transition(gone, { ...failed, isMissing: true }, NOW + 3 * DAY);
    assert.ok(!(last instanceof Denial));
    assert.equal(usageReadAt(last, NOW + 99 * DAY), null);
    assert.ok(transition(last, usageRead(last), NOW + 99 * DAY) instanceof Denial);
  });

  it('is read again indefinitely while OVHcloud refuses it', () => {
    let refused = unread();
    for (let day = 0; day < 30; day += 1) {
      const next = transition(refused, { ...failed, nextReadAt: NOW + (day + 1) * DAY }, NOW + day * DAY);
      refused = next instanceof Denial ? assert.fail(`day ${day}`) : next;
    }
    assert.equal(usageReadAt(refused, NOW + 30 * DAY), NOW + 30 * DAY);
    assert.equal(refused.spending?.trouble?.since, NOW);
  });
});
