import type { Logger } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { OrderChange, RefusedDecision } from './orders/change.ts';
import { lastInStory } from './orders/order.ts';
import type { OvhCallLog } from './ovh/client.ts';
import type { SlackCallLog } from './slack/web-api.ts';

/** What of the app's doings is both logged and counted. */
export function observe(log: Logger, metrics: Metrics) {
  return {
    /** An event of an order was written: one line, so that all lines with its id tell its story. */
    onEvent(change: OrderChange): void {
      const { type, before, after, by } = change;
      const stays = before === null || before.state === after.state;
      const words = stays ? type : `${type}: ${before.state} → ${after.state}`;
      const states = { from: before?.state ?? null, to: after.state };
      log.info({ order: after.id, event: type, ...states, by, ...factsOf(change) }, words);
      metrics.happened(change);
    },

    onRefused(refused: RefusedDecision): void {
      const { type, by, refusal } = refused;
      const { reason, order } = refusal;
      log.info(
        { order: order.id, refused: type, why: reason.kind, state: order.state, by },
        `${type} refused`,
      );
      metrics.refused(refused);
    },

    onOvhCall(entry: OvhCallLog): void {
      log[entry.outcome === 'ok' ? 'debug' : 'info'](entry, 'a call to OVHcloud');
      metrics.ovhCall(entry);
    },

    onSlackCall(entry: SlackCallLog): void {
      log[entry.outcome === 'ok' ? 'debug' : 'info'](entry, 'a call to Slack');
      metrics.slackCall(entry);
    },
  };
}

/** What the line of an event says besides: ids and kinds, no words of people, no voucher, no URL. */
function factsOf({ type, after }: OrderChange): Record<string, unknown> {
  const last = lastInStory(after);
  switch (type) {
    case 'requested':
      return { project: after.request.projectName };
    case 'approve':
    case 'take_back':
      return { approvals: after.approvals.length };
    case 'placed':
      return { ovhOrder: after.placed?.orderId };
    case 'delayed':
      return { failure: after.delayed?.failure.kind };
    case 'progressed':
      return { progress: after.delivery?.progress };
    case 'project_ready':
      return { ovhProject: after.project?.id };
    case 'failed':
    case 'checkout_refused':
    case 'cancelled_at_ovh':
      if (last?.kind !== 'failed') return {};
      return { failure: last.failure.kind, call: last.failure.call, queryId: last.failure.queryId };
    default:
      return {};
  }
}
