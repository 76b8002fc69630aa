import { monotonicClock } from '../monotonic-clock.ts';
import { type DeniedCommand, type OrderChange, type Unresolved, unresolvedBy } from '../orders/events.ts';
import type { Failure } from '../orders/failure.ts';
import type { Order } from '../orders/order.ts';
import { MINUTE_MS } from '../orders/time.ts';
import type { OvhCallLog } from '../ovh/client.ts';
import type { SlackCallLog } from '../slack/client/web-api.ts';
import { isGroupId } from '../slack/id-kinds.ts';
import type { LookupRefusedError } from '../slack/lookup-errors.ts';
import type { RefusedRequest } from '../slack/receivers/guard-http-payloads.ts';
import type { StoreTrouble } from '../store/trouble-kinds.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';

/** How often refused requests are logged: otherwise anyone who can reach the app could fill its log. */
const REFUSALS_EVERY_MS = MINUTE_MS;

/** Events that are both logged and counted. */
export function subscribeTelemetry({
  log,
  metrics,
  now,
}: {
  log: Logger;
  metrics: Metrics;
  now: () => number;
}) {
  const clock = monotonicClock(now);
  const refusedRequests = countSinceLogged(clock);
  const refusedLookups = countSinceLogged(clock);
  return {
    /** An event of an order was recorded: one line, so that the lines with its ID are its history. */
    onEvent(change: OrderChange): void {
      const { type, before, after, by } = change;
      const stays = before === null || before.state === after.state;
      const words = stays ? type : `${type}: ${before.state} → ${after.state}`;
      const states = { from: before?.state ?? null, to: after.state };
      log.info({ order: after.id, event: type, ...states, by, ...eventFields(change) }, words);
      const unresolved = unresolvedBy(change);
      if (unresolved) log.error({ order: after.id, unresolved, ...atOvh(after) }, UNRESOLVED[unresolved]);
      metrics.happened(change);
    },

    /** The row of an order is not as its last event left it. */
    onTampered(order: string): void {
      log.error(
        { order },
        'order row was changed outside the app, so the order is on hold: run "order-cloud audit verify"',
      );
      metrics.tampered();
    },

    onDenied(refused: DeniedCommand): void {
      const { type, by, denial } = refused;
      const { reason, order } = denial;
      log.info(
        { order: order.id, refused: type, reason: reason.kind, state: order.state, by },
        `${type} denied`,
      );
      metrics.denied(refused);
    },

    onRefusedRequest(reason: RefusedRequest): void {
      metrics.requestRefused(reason);
      const count = refusedRequests(reason);
      if (count === null) return;
      const advice =
        reason === 'wrong_signature' ? ': is SLACK_SIGNING_SECRET this app’s, and the body unchanged?' : '';
      log.warn({ reason, count }, `refused a request to /slack/events${advice}`);
    },

    /** Slack refuses to show a person or user group, and will until the operator changes something. */
    onLookupRefused(refusal: LookupRefusedError): void {
      const { subject, code } = refusal;
      metrics.lookupRefused(isGroupId(subject) ? 'group' : 'person');
      const count = refusedLookups(`${subject} ${code}`);
      if (count === null) return;
      log.error(
        { err: refusal, subject, code, count },
        'Slack hides a person or user group from the app: run the doctor',
      );
    },

    onOvhCall(entry: OvhCallLog): void {
      log[entry.outcome === 'ok' ? 'debug' : 'info'](entry, 'OVHcloud API call');
      metrics.ovhCall(entry);
    },

    onSlackCall(entry: SlackCallLog): void {
      log[entry.outcome === 'ok' ? 'debug' : 'info'](entry, 'Slack API call');
      metrics.slackCall(entry);
    },
  };
}

/** Logs a database problem once when it begins and once when it is over. */
export function logStoreTrouble(trouble: StoreTrouble | null, log: Logger): void {
  if (trouble === null) log.info('the database accepts writes again');
  else log.error({ trouble: trouble.kind }, `the database: ${trouble.message}. ${trouble.fix}`);
}

/** Counts by reason; returns the count since the last report once a minute per reason, else null. */
function countSinceLogged(now: () => number): (reason: string) => number | null {
  const counts = new Map<string, { count: number; loggedAt: number }>();
  return (reason) => {
    const { count, loggedAt } = counts.get(reason) ?? { count: 0, loggedAt: Number.NEGATIVE_INFINITY };
    const isDue = now() - loggedAt >= REFUSALS_EVERY_MS;
    counts.set(reason, isDue ? { count: 0, loggedAt: now() } : { count: count + 1, loggedAt });
    return isDue ? count + 1 : null;
  };
}

/** What an operator should know about an order that ended with an unknown outcome. */
const UNRESOLVED: Record<Unresolved, string> = {
  payment_unknown: 'OVHcloud did not say whether an order was paid in time: check its control panel',
  status_unknown: 'OVHcloud no longer reports the status of a paid order: check its control panel',
  project_not_found: 'order delivered, but its project was not found',
  project_unverified: 'project delivered, but the app could not read it',
};

function atOvh({ ovhOrder, project }: Order): Record<string, unknown> {
  const { reason, status } = project?.unverified ?? {};
  return {
    ovhOrderId: ovhOrder?.orderId,
    ...(project && { ovhProject: project.id, reason, status }),
  };
}

/** Extra fields of an event's log line: IDs and kinds, no user text, no voucher, no URL. */
function eventFields({ type, before, after }: OrderChange): Record<string, unknown> {
  switch (type) {
    case 'requested':
      return { project: after.request.projectName };
    case 'approved':
    case 'approval_withdrawn':
      return { approvals: after.approvals.length };
    case 'placed':
      return { ovhOrderId: after.ovhOrder?.orderId };
    case 'settlement_accepted':
      return { ovhOrderId: after.ovhOrder?.orderId };
    case 'settlement_failed':
      return { ovhOrderId: after.ovhOrder?.orderId, ...settlementFailure(after) };
    case 'retry_scheduled':
      return { failure: after.retrying?.failure.kind };
    case 'status_changed':
      return { progress: after.fulfilment?.progress };
    case 'voucher_refused':
      if (after.projectVoucher?.outcome !== 'refused') return {};
      return { failure: after.projectVoucher.failure.kind, queryId: after.projectVoucher.failure.queryId };
    case 'usage_read':
      return { month: after.spending?.usage?.month, percent: after.spending?.notified?.percent };
    case 'usage_read_failed':
      return failureFields(after.spending?.trouble?.failure);
    case 'project_ready':
      return { ovhProject: after.project?.id };
    case 'checkout_refused':
      return failureFields(after.checkoutAttempt?.refusal?.failure);
    default:
      // Whatever event ended the order says why.
      return before?.state === after.state ? {} : failureFields(after.closure?.failure);
  }
}

function failureFields(failure: Failure | null | undefined): Record<string, unknown> {
  return failure ? { failure: failure.kind, call: failure.call, queryId: failure.queryId } : {};
}

function settlementFailure({ ovhOrder }: Order): Record<string, unknown> {
  const settlement = ovhOrder?.settlement;
  if (settlement?.outcome !== 'failed') return {};
  return { failure: settlement.failure?.kind, queryId: settlement.failure?.queryId };
}
