import {
  budgetOf,
  isForecastOver,
  isProjectGone,
  isUsageDue,
  noticeOf,
  thresholdReached,
} from '../budget.ts';
import type { DenialReason } from '../denial.ts';
import type { Order } from '../order.ts';
import type { Time } from '../time.ts';
import { appendEntry, type EventOf, invalidState, type Rules } from './rule.ts';

/** What becomes of a ready project's budget as OVHcloud says, or does not say, what the project spends. */
export const budgetRules: Rules<'usage_read' | 'usage_read_failed'> = {
  usage_read: { from: ['ready'], to: usageRead },
  usage_read_failed: { from: ['ready'], to: usageReadFailed },
};

/** People are notified of what is new in the month: one message, however much is new at once. */
function usageRead(order: Order, event: EventOf<'usage_read'>, now: Time): Order | DenialReason {
  const { usage, nextReadAt } = event;
  const budget = budgetOf(order);
  if (!budget || !isUsageDue(order, now) || usage.spent.currency !== budget.currency) return invalidState;
  const before = order.spending ?? null;
  const read = { nextReadAt, trouble: null };
  // Old news, right after the turn of the month: people were notified of that month.
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

/** What was read before stays. A project that OVHcloud does not know for days is asked about no more. */
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
