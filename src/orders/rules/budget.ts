import {
  budgetOf,
  isForecastOver,
  isProjectGone,
  isUsageDue,
  noticeOf,
  thresholdReached,
} from '../budget.ts';
import { type DenialReason, invalidState } from '../denial.ts';
import type { Order } from '../order.ts';
import type { Time } from '../time.ts';
import { appendEntry, type EventOf, type Rules } from './rule.ts';

/** What happens to a ready project's budget when OVHcloud reports its usage, or does not. */
export const budgetRules: Rules<'usage_read' | 'usage_read_failed'> = {
  usage_read: { from: ['ready'], to: usageRead },
  usage_read_failed: { from: ['ready'], to: usageReadFailed },
};

/** People get one message about everything that is new in the month. */
function usageRead(order: Order, event: EventOf<'usage_read'>, now: Time): Order | DenialReason {
  const { usage, nextReadAt } = event;
  const budget = budgetOf(order);
  if (!budget || !isUsageDue(order, now) || usage.spent.currency !== budget.currency) return invalidState;
  const before = order.spending ?? null;
  const read = { nextReadAt, trouble: null };
  // A late figure right after the turn of the month: people were already notified for that month.
  if (before?.usage && usage.month < before.usage.month)
    return { ...order, spending: { ...before, ...read } };

  const notified = before?.notified?.month === usage.month ? before.notified : null;
  const isOver = isForecastOver(usage, budget);
  const next = {
    ...order,
    spending: {
      ...read,
      usage,
      notified: {
        month: usage.month,
        percent: highest(thresholdReached(usage.spent, budget), notified?.percent ?? 0),
        isForecastOver: isOver || (notified?.isForecastOver ?? false),
      },
    },
  };
  const news = noticeOf(order, next);
  return news === null
    ? next
    : appendEntry(
        next,
        { kind: 'budget_notice', percent: news.percent, isForecastOver: isOver, usage, budget },
        now,
      );
}

function highest<T extends number>(a: T, b: T): T {
  return a > b ? a : b;
}

/** The last reading stays. The usage of a project that OVHcloud has not known for days is no longer read. */
function usageReadFailed(
  order: Order,
  { failure, isMissing, nextReadAt }: EventOf<'usage_read_failed'>,
  now: Time,
): Order | DenialReason {
  if (!isUsageDue(order, now)) return invalidState;
  const { usage = null, notified = null, trouble = null } = order.spending ?? {};
  const since = trouble && trouble.isMissing === isMissing ? trouble.since : now;
  const isGone = isMissing && isProjectGone(since, now);
  return {
    ...order,
    spending: {
      usage,
      notified,
      nextReadAt: isGone ? null : nextReadAt,
      trouble: { since, failure, isMissing },
    },
  };
}
