import { Counter, Histogram, type Registry } from 'prom-client';
import { ACK_BUCKETS, CALL_BUCKETS } from './buckets.ts';

/** The HTTP statuses that OVHcloud's API is known to answer with; others are counted as `other`. */
const STATUSES = new Set([200, 201, 204, 400, 401, 403, 404, 408, 409, 429, 460, 500, 502, 503, 504]);

/** `no_answer`: it is unknown whether the call had its effect. */
const SLACK_OUTCOMES = new Set(['ok', 'ratelimited', 'no_answer']);

const ACK_KINDS = ['command', 'action', 'view', 'shortcut', 'event', 'other'];

const REFUSED_REQUESTS = [
  'unsigned',
  'stale',
  'wrong_signature',
  'too_large',
  'overloaded',
  'malformed',
  'replayed',
] as const;

/** Metrics of calls to other services, and of requests from Slack. */
export function callMetrics(registry: Registry) {
  const registers = [registry];
  const ovhRequests = new Histogram({
    name: 'order_cloud_ovh_request_duration_seconds',
    help: 'Requests to OVHcloud, each attempt separately, by path template and HTTP status ("none": no complete answer).',
    labelNames: ['method', 'path', 'status'],
    buckets: CALL_BUCKETS,
    registers,
  });
  const ovhRetries = new Counter({
    name: 'order_cloud_ovh_retries_total',
    help: 'Requests to OVHcloud that repeat one which did not work.',
    registers,
  });
  const slackRequests = new Histogram({
    name: 'order_cloud_slack_request_duration_seconds',
    help: 'Calls of the Slack Web API by method and outcome: "ok", "ratelimited", "no_answer", or "error".',
    labelNames: ['method', 'outcome'],
    buckets: CALL_BUCKETS,
    registers,
  });
  const rateLimited = new Counter({
    name: 'order_cloud_rate_limited_total',
    help: 'Answers that said "too many requests" (HTTP 429).',
    labelNames: ['service'],
    registers,
  });
  const acks = new Histogram({
    name: 'order_cloud_slack_ack_duration_seconds',
    help: 'From the arrival of a request from Slack to its answer. People see an error after 3 seconds.',
    labelNames: ['kind'],
    buckets: ACK_BUCKETS,
    registers,
  });
  const refusedRequests = new Counter({
    name: 'order_cloud_refused_requests_total',
    help: 'Requests to /slack/events that are not Slack’s or not whole, by the reason (HTTP mode).',
    labelNames: ['reason'],
    registers,
  });
  const lookupsRefused = new Counter({
    name: 'order_cloud_slack_lookups_refused_total',
    help: 'Lookups of a person or user group that Slack refused and will refuse until the operator changes something.',
    labelNames: ['subject'],
    registers,
  });
  for (const subject of ['person', 'group']) lookupsRefused.inc({ subject }, 0);
  for (const reason of REFUSED_REQUESTS) refusedRequests.inc({ reason }, 0);
  for (const service of ['ovhcloud', 'slack']) rateLimited.inc({ service }, 0);
  for (const kind of ACK_KINDS) acks.zero({ kind });

  return {
    /** One try of a call to OVHcloud; `call` is such as `GET /order/cart/{cartId}`. */
    ovhCall({ call, status, ms, attempt }: OvhCall): void {
      const [method = '', path = ''] = call.split(' ');
      const answered = status !== null && STATUSES.has(status) ? String(status) : 'other';
      ovhRequests.observe({ method, path, status: status === null ? 'none' : answered }, ms / 1000);
      if (status === 429) rateLimited.inc({ service: 'ovhcloud' });
      if (attempt > 1) ovhRetries.inc();
    },

    /** One call of the Slack Web API. */
    slackCall({ method, outcome, ms }: { method: string; outcome: string; ms: number }): void {
      slackRequests.observe({ method, outcome: outcomeLabel(outcome) }, ms / 1000);
      if (outcome === 'ratelimited') rateLimited.inc({ service: 'slack' });
    },

    /** Slack refuses to show a person or user group. */
    lookupRefused(subject: 'person' | 'group'): void {
      lookupsRefused.inc({ subject });
    },

    /** Slack was answered. */
    acked({ kind, ms }: { kind: string; ms: number }): void {
      acks.observe({ kind }, ms / 1000);
    },

    /** A request to /slack/events was refused. */
    requestRefused(reason: (typeof REFUSED_REQUESTS)[number]): void {
      refusedRequests.inc({ reason });
    },
  };
}

/** Slack's error codes are in the log: as labels they would be too many. */
function outcomeLabel(outcome: string): string {
  return SLACK_OUTCOMES.has(outcome) ? outcome : 'error';
}

type OvhCall = { call: string; status: number | null; ms: number; attempt: number };
