import type { Failure } from './failure.ts';
import type { Money } from './money.ts';
import type { Quote } from './quote.ts';
import type { ChangedField } from './request.ts';
import type { BudgetThreshold, Usage } from './spending.ts';
import type { Time } from './time.ts';

/**
 * An entry of the timeline: one message of the thread each, in this order. `number` identifies the message, so that it can
 * be found and updated.
 */
export type TimelineEntry = { number: number; at: Time } & (
  | { kind: 'approval_requested'; fingerprint: string; validUntil: Time }
  | { kind: 'edited'; by: string; changed: ChangedField[]; voided: string[] }
  | { kind: 'approval_withdrawn'; by: string }
  | { kind: 'reminded'; pending: string[] }
  | { kind: 'price_changed'; before: Quote; after: Quote; voided: string[] }
  | { kind: 'cart_changed'; voided: string[] }
  | { kind: 'approvals_lost'; lost: string[] }
  | { kind: 'approvers_called'; people: string[] }
  | { kind: 'checkout_outcome_unknown' }
  | { kind: 'match_ambiguous'; orderIds: number[] }
  | { kind: 'match_confirmed'; by: string; orderId: number }
  | { kind: 'matches_rejected'; by: string }
  | { kind: 'match_not_found' }
  | { kind: 'channel_changed'; from: string }
  | { kind: 'unexpected_order'; orderId: number | null }
  | { kind: 'placed'; orderId: number }
  | { kind: 'settlement_failed'; orderId: number; failure: Failure | null }
  | { kind: 'payment_reminded'; paymentDueAt: Time | null }
  | { kind: 'paid'; orderId: number }
  | { kind: 'payment_failed'; orderId: number }
  | { kind: 'documents_requested'; message: string | null }
  | { kind: 'project_overdue' }
  | { kind: 'ready' }
  /** `percent`: the threshold that is new, if one is; `budget`: the monthly one. */
  | {
      kind: 'budget_notice';
      percent: BudgetThreshold | null;
      isForecastOver: boolean;
      usage: Usage;
      budget: Money;
    }
  | { kind: 'payment_expired'; orderId: number; paymentUnknown?: boolean }
  | { kind: 'rejected'; by: string; reason: string }
  | { kind: 'cancelled'; by: string }
  | { kind: 'approval_expired' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'retried'; by: string }
);

/** Entries after which the one before still holds, with its buttons. */
const ASIDES: readonly TimelineEntry['kind'][] = ['channel_changed', 'unexpected_order'];

/** The last entry besides those; undefined in a new order. For views only: it decides nothing. */
export function latestEntry({ timeline }: { timeline: TimelineEntry[] }): TimelineEntry | undefined {
  return timeline.findLast(({ kind }) => !ASIDES.includes(kind));
}
