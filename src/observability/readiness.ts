import type { IncomingMessage, ServerResponse } from 'node:http';
import { isUnavailable, type StoreTrouble } from '../store/trouble-kinds.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What readiness needs of the connection to Slack. */
type Connection = { isConnected: () => boolean; requestListener: Listener | null };

/** What the app's HTTP server answers, from start to shutdown. */
export type Readiness = {
  /** For /healthz: `migrating` while the database is migrated, else `ok`. */
  health: () => string;
  /** For /readyz: what is missing, in words. */
  notReady: () => Promise<string[]>;
  /** Handles POST /slack/events; 503 until the app is wired. Null in Socket Mode. */
  slack: Listener | null;
  isConnected: () => boolean;
  /** The database is open; next, the app connects to Slack. */
  migrated: () => void;
  /** Everything is wired, and Slack can reach the app. */
  started: (connection: Connection) => void;
  stopping: () => void;
};

/** Follows the app through its phases. `token` and `store` say what is wrong with these. */
export function createReadiness(options: {
  isHttpMode: boolean;
  token: () => string | null;
  store: () => Promise<StoreTrouble | null>;
}): Readiness {
  const { isHttpMode, token, store } = options;
  let phase: 'migrating' | 'starting' | 'running' | 'stopping' = 'migrating';
  let connection: Connection | null = null;
  const listen: Listener = (request, response) => {
    if (connection?.requestListener) connection.requestListener(request, response);
    else response.writeHead(503, { 'retry-after': '5', connection: 'close' }).end();
  };
  const isConnected = () => connection?.isConnected() ?? false;

  return {
    health: () => (phase === 'migrating' ? 'migrating' : 'ok'),
    async notReady() {
      if (phase === 'migrating' || phase === 'starting') return [phase];
      const missing = [
        phase === 'stopping' ? phase : null,
        isConnected() ? null : 'Slack is not connected',
        token(),
        inWords(await store()),
      ];
      return missing.filter((one) => one !== null);
    },
    slack: isHttpMode ? listen : null,
    isConnected,
    migrated() {
      phase = 'starting';
    },
    started(slack) {
      phase = 'running';
      connection = slack;
    },
    stopping() {
      phase = 'stopping';
    },
  };
}

function inWords(trouble: StoreTrouble | null): string | null {
  if (trouble === null) return null;
  return isUnavailable(trouble.kind)
    ? 'the database does not answer'
    : `the database is not writable: ${trouble.message}`;
}
