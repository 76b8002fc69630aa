import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../observability/log.ts';

type Handler = (data: string | ArrayBuffer, isBinary: boolean) => unknown;

/** The event with which Slack's client hands a frame of its socket to itself. */
const FRAME = 'ws_message';

/**
 * Lets only objects through to Slack's socket client: anything else that is JSON, such as `null`, is an unhandled
 * rejection there, which would end the app.
 */
export function guardSocketFrames({ client }: SocketModeReceiver, log: Logger): void {
  const handlers = client.listeners(FRAME) as Handler[];
  client.removeAllListeners(FRAME);
  client.on(FRAME, (data: string | ArrayBuffer, isBinary: boolean) => {
    if (!isBinary && !isObject(String(data))) {
      log.warn('a frame from Slack that is no envelope was ignored');
      return;
    }
    for (const handle of handlers) {
      Promise.resolve(handle.call(client, data, isBinary)).catch((error: unknown) => {
        log.error({ err: error }, 'a frame from Slack could not be handled');
      });
    }
  });
}

function isObject(frame: string): boolean {
  try {
    const value: unknown = JSON.parse(frame);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
