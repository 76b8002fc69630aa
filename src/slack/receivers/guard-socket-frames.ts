import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../observability/log.ts';

type Handler = (data: string | ArrayBuffer, isBinary: boolean) => unknown;

/** The event with which Slack's client passes on a frame of its socket. */
const FRAME = 'ws_message';

/**
 * Lets only objects through to Slack's socket client: anything else that is JSON, such as `null`, is an unhandled
 * rejection there, which would end the app. A `disconnect` goes to `onDisconnect` with its reason instead: the client
 * would hang up at once, and lose the acks that are under way.
 */
export function guardSocketFrames(
  { client }: SocketModeReceiver,
  { log, onDisconnect }: { log: Logger; onDisconnect: (reason: string) => void },
): void {
  const handlers = client.listeners(FRAME) as Handler[];
  client.removeAllListeners(FRAME);
  client.on(FRAME, (data: string | ArrayBuffer, isBinary: boolean) => {
    const frame = isBinary ? null : read(String(data));
    if (!isBinary && frame === null) {
      log.warn('ignored a malformed socket frame');
      return;
    }
    if (frame?.type === 'disconnect') return onDisconnect(String(frame.reason));
    for (const handle of handlers) {
      Promise.resolve(handle.call(client, data, isBinary)).catch((error: unknown) => {
        log.error({ err: error }, 'failed to handle a socket frame');
      });
    }
  });
}

/** The object in a frame; null where there is none. */
function read(frame: string): { type?: unknown; reason?: unknown } | null {
  try {
    const value: unknown = JSON.parse(frame);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
