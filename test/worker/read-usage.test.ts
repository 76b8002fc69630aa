import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Order } from '../../src/orders/order.ts';
import { OvhClientError, OvhInvalidResponseError, OvhTimeoutError } from '../../src/ovh/errors.ts';
import { CURRENT_USAGE } from '../../src/ovh/usage.ts';
import { pullInFarTimes } from '../../src/store/clock-set-back.ts';
import { loadOrder } from '../../src/store/orders.ts';
import { reconcile } from '../../src/worker/reconcile.ts';
import { everyOrder, HOUR, NOW } from '../orders/samples.ts';
import { intercept, MINUTE, type OrderAtWork, orderAtWork } from './order-at-work.ts';

const DAY = 24 * HOUR;
const FORECAST = '/cloud/project/{projectId}/usage/forecast';
/** What OVHcloud answers, or throws, at a time. */
type Answer = () => unknown;

/** As OVHcloud says it: `from` is the first of the month by its own clock. */
function usage(value: number, { currencyCode = 'EUR', from = '2026-11-01T00:00:00+01:00' } = {}) {
  return { lastUpdate: '2026-11-02T11:00:00+01:00', period: { from }, totalPrice: { currencyCode, value } };
}

function refusal(status: number, message = 'This service does not exist', retryAfter: number | null = null) {
  const response = { status, queryId: 'EU.ext-1.5', retryAfter };
  return () => {
    throw new OvhClientError(`GET ${CURRENT_USAGE}`, response, { errorClass: null, apiMessage: message });
  };
}

const garbage = () => {
  const response = { status: 200, queryId: null, retryAfter: null };
  throw new OvhInvalidResponseError(`GET ${CURRENT_USAGE}`, response, ['totalPrice: no amount']);
};

/** A ready order, and an OVHcloud that says so of its usage. `asked` is when it was asked for each, in ms after the start. */
async function readyOrder(
  t: TestContext,
  {
    name = 'ready, its spend not read yet',
    current = () => usage(10),
    forecast = () => usage(20),
  }: { name?: string; current?: Answer; forecast?: Answer } = {},
) {
  const from: Order = everyOrder()[name] ?? assert.fail(name);
  const at = await orderAtWork(t, { from });
  const answers = { current, forecast };
  const asked: Record<'current' | 'forecast', number[]> = { current: [], forecast: [] };
  const { ovh } = at.ctx;
  at.ctx.ovh = {
    ...ovh,
    async call(request, schema) {
      const which = { [CURRENT_USAGE]: 'current', [FORECAST]: 'forecast' }[request.path] as
        | 'current'
        | 'forecast'
        | undefined;
      if (!which) return ovh.call(request, schema);
      assert.deepEqual(request.params, { projectId: from.project?.id });
      asked[which].push(at.ctx.now() - NOW);
      return schema.parse(await answers[which]());
    },
  };
  return { at, asked, answers };
}

/** How long after each other, in minutes. */
function pauses(times: number[]): number[] {
  return times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / MINUTE));
}

async function dueAgain({ db, ctx }: OrderAtWork, id: string): Promise<number> {
  const stored = await loadOrder(db, id, ctx.now());
  return (stored?.runAt ?? assert.fail('it is not due any more')) - ctx.now();
}

describe('the usage of a project with a budget', () => {
  it('is read at once and then once a day, with two calls each', async (t) => {
    const { at, asked } = await readyOrder(t);
    await at.work(3 * DAY + HOUR);
    assert.equal(asked.current.length, 4);
    assert.deepEqual(pauses(asked.current), [24 * 60, 24 * 60, 24 * 60]);
    assert.equal(asked.forecast.length, 4);
    const { spending } = await at.order();
    assert.equal(spending?.usage?.month, '2026-11');
    assert.deepEqual(spending?.usage?.forecast, { ucents: 20 * 100_000_000, currency: 'EUR' });
  });

  it('is reported in the thread once it reaches half of the budget', async (t) => {
    const { at, answers } = await readyOrder(t);
    await at.work(HOUR);
    assert.ok(!(await at.kinds()).includes('budget_notice'));
    answers.current = () => usage(55);
    await at.work(2 * DAY);
    assert.deepEqual((await at.kinds()).filter((kind) => kind === 'budget_notice').length, 1);
  });

  it('is never read without a budget', async (t) => {
    const { at, asked } = await readyOrder(t, { name: 'ready' });
    await at.work(3 * DAY);
    assert.deepEqual(asked, { current: [], forecast: [] });
  });

  it('is not read while budgets are off, and is again once they are on', async (t) => {
    const { at, asked } = await readyOrder(t);
    at.ctx.config.readsUsage = false;
    await at.work(3 * DAY);
    assert.deepEqual(asked, { current: [], forecast: [] });
    assert.ok((await dueAgain(at, (await at.order()).id)) > HOUR, 'no one looks at it all the time');
    at.ctx.config.readsUsage = true;
    await at.work(DAY + HOUR);
    assert.ok(asked.current.length >= 1);
  });

  it('is not read early when the app starts or its clock was set back', async (t) => {
    const { at, asked } = await readyOrder(t);
    await at.work(6 * HOUR);
    const { id } = await at.order();
    await pullInFarTimes(at.db, at.ctx.now());
    assert.ok((await dueAgain(at, id)) > 17 * HOUR, 'nor is the order claimed for nothing');
    const stored = await loadOrder(at.db, id, at.ctx.now());
    await reconcile(stored ?? assert.fail(), at.ctx);
    assert.equal(asked.current.length, 1);
  });

  for (const isRead of [false, true]) {
    it(`is no reason to claim an order every minute while budgets are off (read before: ${isRead})`, async (t) => {
      const { at } = await readyOrder(t);
      at.ctx.config.readsUsage = isRead;
      await at.work(2 * HOUR);
      at.ctx.config.readsUsage = false;
      await at.work(2 * DAY);
      await pullInFarTimes(at.db, at.ctx.now());
      assert.ok((await dueAgain(at, (await at.order()).id)) > HOUR);
    });
  }

  it('counts in the month that OVHcloud means, in whatever time zone it writes', async (t) => {
    for (const from of [
      '2026-11-01T00:00:00+01:00',
      '2026-11-01T00:00:00Z',
      '2026-10-31T23:00:00Z',
      '2026-11-01T00:00:00-08:00',
    ]) {
      const { at } = await readyOrder(t, {
        current: () => usage(1, { from }),
        forecast: () => usage(2, { from }),
      });
      await at.work(MINUTE);
      assert.equal((await at.order()).spending?.usage?.month, '2026-11', from);
    }
  });

  it('is known without a forecast if OVHcloud has none, or one for another month or currency', async (t) => {
    const without: Answer[] = [
      refusal(403),
      garbage,
      () => usage(300, { currencyCode: 'USD' }),
      () => usage(300, { from: '2026-10-01T00:00:00+02:00' }),
    ];
    for (const forecast of without) {
      const { at } = await readyOrder(t, { forecast });
      await at.work(MINUTE);
      const { spending } = await at.order();
      assert.deepEqual([spending?.usage?.forecast, spending?.trouble], [null, null]);
    }
  });
});

describe('usage that OVHcloud does not report', () => {
  for (const [what, answer, kind] of [
    ['grants no permission', refusal(403, 'This call has not been granted'), 'right_missing'],
    ['has no such project', refusal(404), 'refused_otherwise'],
    ['does not show the project', refusal(460, 'This service is expired'), 'refused_otherwise'],
    ['answers with garbage', garbage, 'answer_not_understood'],
    ['counts in another currency', () => usage(1, { currencyCode: 'USD' }), 'answer_not_understood'],
    ['names a month of long ago', () => usage(1, { from: '1970-01-01T00:00:00Z' }), 'answer_not_understood'],
    ['names a month to come', () => usage(1, { from: '2027-01-01T00:00:00Z' }), 'answer_not_understood'],
  ] as const satisfies [string, Answer, string][]) {
    it(`is recorded as unknown if it ${what}, and read again a day later`, async (t) => {
      const { at, asked } = await readyOrder(t, { current: answer });
      await at.work(DAY + HOUR);
      assert.deepEqual(pauses(asked.current), [24 * 60]);
      const { state, spending, timeline } = await at.order();
      assert.deepEqual([state, spending?.trouble?.failure.kind, spending?.usage], ['ready', kind, null]);
      assert.ok(!timeline.some((entry) => entry.kind === 'budget_notice'));
    });
  }

  it('is no longer read once the project has been gone for days', async (t) => {
    const { at, asked } = await readyOrder(t, { current: refusal(404) });
    await at.work(30 * DAY);
    assert.equal(asked.current.length, 4);
    const stored = await loadOrder(at.db, (await at.order()).id, at.ctx.now());
    assert.equal(stored?.runAt, null);
  });

  it('is read again indefinitely if the API has no such call, since the project may well exist', async (t) => {
    const { at, asked } = await readyOrder(t, { current: refusal(404, 'Got an invalid (or empty) URL') });
    await at.work(10 * DAY + HOUR);
    assert.equal(asked.current.length, 11);
  });

  it('is retried after a minute and then ever more rarely while OVHcloud does not answer', async (t) => {
    const { at, asked, answers } = await readyOrder(t, {
      current: () => {
        throw new OvhTimeoutError(`GET ${CURRENT_USAGE}`, 30);
      },
    });
    for (let passed = 0; passed < 6 * HOUR; passed += MINUTE) {
      // As each claim does.
      await at.db
        .updateTable('orders')
        .set({ attempts: asked.current.length + 1 })
        .execute();
      await at.work(MINUTE);
    }
    const [first = 0, second = 0] = pauses(asked.current);
    assert.ok(first >= 1 && second > first, `${pauses(asked.current)}`);
    assert.ok(asked.current.length <= 12, `${asked.current.length} calls in six hours`);
    assert.equal((await at.order()).spending, null, 'nothing is written down for it');
    answers.current = () => usage(10);
    await at.work(2 * HOUR);
    assert.equal((await at.order()).spending?.usage?.spent.ucents, 10 * 100_000_000);
  });

  it('is retried no sooner because the clock is checked every minute', async (t) => {
    const { at, asked } = await readyOrder(t);
    await at.work(HOUR);
    const before = asked.current.length;
    at.pass(DAY);
    intercept(at, `GET ${CURRENT_USAGE}`, async () => {
      asked.current.push(at.ctx.now() - NOW);
      throw new OvhTimeoutError(`GET ${CURRENT_USAGE}`, 30);
    });
    for (let passed = 0; passed < 3 * HOUR; passed += MINUTE) {
      await at.db.updateTable('orders').set({ attempts: 10 }).execute();
      await at.work(MINUTE);
      await pullInFarTimes(at.db, at.ctx.now());
    }
    assert.ok(asked.current.length - before <= 5, `${asked.current.length} calls in three hours`);
  });

  it('waits as long as OVHcloud asks when it rate-limits', async (t) => {
    const { at, asked } = await readyOrder(t, { current: refusal(429, 'Too many requests', 600_000) });
    await at.work(HOUR);
    assert.ok(
      pauses(asked.current).every((pause) => pause >= 10),
      `${pauses(asked.current)}`,
    );
  });

  it('does not hold up the order’s other work', async (t) => {
    const { at } = await readyOrder(t, { current: refusal(429) });
    await at.work(HOUR);
    assert.notEqual((await at.order()).cartsCleanedUpAt, null);
  });
});
