import type { IncomingMessage } from 'node:http';
import type { App, ReceiverEvent } from '@slack/bolt';
import { type Logger, withCorrelationId } from '../../observability/log.ts';

/** The kind of a request from Slack. */
type RequestKind = 'command' | 'action' | 'view' | 'shortcut' | 'event' | 'other';

/** A request from Slack that was answered: how long it took from its arrival to that. */
export type AckLog = { kind: RequestKind; ms: number };

const KINDS: Record<string, RequestKind> = {
  block_actions: 'action',
  view_submission: 'view',
  view_closed: 'view',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  event_callback: 'event',
};

/** Records when a request arrived, before its body is read. */
export function markReceived<T extends IncomingMessage>(request: T): T {
  return Object.assign(request, { arrivedAt: performance.now() });
}

/** When a request arrived, for Bolt to pass on with it; a socket envelope arrived just now. */
export function receivedAt(request: object): { arrivedAt: number } {
  return { arrivedAt: 'arrivedAt' in request ? Number(request.arrivedAt) : performance.now() };
}

/**
 * Gives each request from Slack a correlation ID, which all its log lines have, and calls `onAck` once for each with how
 * long Slack waited for its answer.
 */
export function traceRequests(app: App, { log, onAck }: { log: Logger; onAck: (ack: AckLog) => void }): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const kind = kindOf(event.body);
    const arrivedAt = Number(event.customProperties?.arrivedAt ?? performance.now());
    let isAnswered = false;
    const ack: ReceiverEvent['ack'] = async (answer) => {
      await event.ack(answer);
      if (isAnswered) return;
      isAnswered = true;
      const ms = performance.now() - arrivedAt;
      onAck({ kind, ms });
      log.debug({ kind, ms: Math.round(ms) }, 'Slack request acknowledged');
    };
    return withCorrelationId({}, () => processEvent({ ...event, body: withoutNulls(event.body), ack }));
  };
}

/** Fields that Slack may leave out or set to null: Bolt takes them for objects wherever they are. */
const LEFT_OUT = ['channel', 'container', 'message', 'view', 'response_url', 'trigger_id'];

function withoutNulls(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([field, value]) => value !== null || !LEFT_OUT.includes(field)),
  );
}

function kindOf(body: Record<string, unknown>): RequestKind {
  if ('command' in body) return 'command';
  return KINDS[String(body.type)] ?? 'other';
}
