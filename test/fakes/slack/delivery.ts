import { deliverByHttp } from './delivery-http.ts';
import type { Answered, Sockets } from './delivery-socket.ts';
import type { Envelope } from './payloads.ts';
import type { Ack, State } from './state.ts';

/** How payloads reach the app, and what Slack makes of its acks. */
export type Delivery = {
  /** 'socket', or the URL that payloads are posted to. */
  to: string;
  deliver: (envelope: Envelope) => Promise<Ack>;
};

/** Sends payloads over sockets until `to` is set to a URL. `ackWithinMs` is how long Slack waits for an ack. */
export function createDelivery(
  state: State,
  sockets: Sockets,
  signingSecret: string,
  ackWithinMs: number,
): Delivery {
  const delivery: Delivery = {
    to: 'socket',
    async deliver(envelope) {
      const sentAt = performance.now();
      const since = () => Math.round(performance.now() - sentAt);
      const patience = AbortSignal.any([AbortSignal.timeout(ackWithinMs), state.closing.signal]);
      const answered: Promise<Answered> =
        delivery.to === 'socket'
          ? sockets.deliver(envelope)
          : deliverByHttp(delivery.to, signingSecret, envelope, patience);
      void answered.then(({ status, body }) => {
        if (status === 0) return;
        state.acks.push({ kind: envelope.name, ms: since(), body, at: state.workspace.now() });
        state.changed();
      });
      const { status, body, error } = await Promise.race([answered, outOf(patience)]);
      const late = patience.aborted && !state.closing.signal.aborted;
      if (late) state.problems.push(`${envelope.name}: no ack within ${ackWithinMs} ms`);
      const taken = status >= 200 && status < 300;
      if (status !== 0 && !taken) state.problems.push(`${envelope.name}: answered with HTTP ${status}`);
      if (taken) checkBody(state, envelope, body);
      const why = taken ? undefined : late ? 'operation_timeout' : (error ?? `http_${status}`);
      if (why !== undefined) state.lost.push(`${envelope.name}: ${why}`);
      return { acked: taken, status, body, ms: since(), ...(why === undefined ? {} : { error: why }) };
    },
  };
  return delivery;
}

/** Only slash commands and submitted modals are answered in the ack; Slack ignores what else is in one. */
function checkBody(state: State, { name }: Envelope, body: unknown): void {
  if (body === undefined || name === 'slash_commands' || name === 'view_submission') return;
  state.problems.push(`${name}: the ack says something that no one reads: ${JSON.stringify(body)}`);
}

function outOf(patience: AbortSignal): Promise<Answered> {
  return new Promise((resolve) => {
    const giveUp = () => resolve({ status: 0, body: undefined });
    if (patience.aborted) giveUp();
    else patience.addEventListener('abort', giveUp, { once: true });
  });
}
