import type { Config } from '../config/config.ts';
import { startHttp } from '../http.ts';
import { detached, type Logger } from '../observability/log.ts';
import { type About, createMetrics } from '../observability/metrics/metrics.ts';
import { createReadiness } from '../observability/readiness.ts';
import { logStoreTrouble, subscribeTelemetry } from '../observability/telemetry.ts';
import { VERSION } from '../observability/version.ts';
import { createOutbound } from '../slack/client/outbound.ts';
import { watchToken } from '../slack/client/token-watch.ts';
import type { Database } from '../store/database.ts';
import { countByState, oldestByState } from '../store/health.ts';
import { watchStore } from '../store/store-watch.ts';
import { cannotListen, goThroughProxy, identify, openStore } from './prerequisites.ts';

/** How long probes and scrapes wait for the store. */
const STORE_TIMEOUT_MS = 2_000;

/**
 * Starts the infrastructure, in this order: the port with its probes and metrics, the store, the Slack client. Throws
 * StartupError, and then leaves nothing open.
 */
export async function startInfrastructure(config: Config, { log, now }: { log: Logger; now: () => number }) {
  const about = aboutApp(config);
  log.info(about, `order-cloud ${about.version} starts`);
  goThroughProxy(config, log);
  const { botToken, apiUrl, appToken } = config.slack;
  let db: Database | null = null;
  const readiness = createReadiness({
    isHttpMode: !appToken,
    token: () => token.trouble(),
    store: () => store.check(),
  });
  const store = watchStore({
    url: config.databaseUrl,
    open: () => db,
    timeoutMs: STORE_TIMEOUT_MS,
    onTrouble: (trouble) => detached(() => logStoreTrouble(trouble, log)),
  });
  const metrics = createMetrics({
    about,
    countOrders: async () => (db ? countByState(db, STORE_TIMEOUT_MS) : null),
    oldestOrders: async () => (db ? oldestByState(db, STORE_TIMEOUT_MS) : null),
    isConnected: readiness.isConnected,
    isTokenTaken: () => token.trouble() === null,
    storeTrouble: async () => (await store.check())?.kind ?? null,
    now,
  });
  const telemetry = subscribeTelemetry({ log, metrics, now });
  const outbound = createOutbound({
    botToken,
    apiUrl,
    onCall(call) {
      telemetry.onSlackCall(call);
      token.onCall(call);
    },
  });
  const token = watchToken({ check: outbound.identify, log });

  const http = await startHttp(config.http, { ...readiness, metrics }, { log }).catch((error: Error) => {
    throw cannotListen(config.http, error);
  });
  async function stop(): Promise<void> {
    token.stop();
    store.stop();
    await http.stop();
    await db?.destroy();
  }
  try {
    const listeners = {
      onConnectionError: (error: Error) =>
        detached(() => log.warn({ err: error }, 'idle database connection lost')),
      onQuery: metrics.query,
      onQueryError: store.onQueryError,
      onEvent: telemetry.onEvent,
      onTampered: telemetry.onTampered,
    };
    const opened = await openStore(config, { listeners, log });
    db = opened;
    readiness.migrated();
    const identity = await identify(outbound);
    return { http, db: opened, metrics, telemetry, outbound, token, readiness, identity, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the first line of the log and `order_cloud_build_info` say of the app. */
function aboutApp(config: Config): About {
  return {
    version: VERSION,
    node: process.versions.node,
    mode: config.slack.appToken ? 'socket' : 'http',
    database: config.databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'postgres',
    region: config.ovh.region.name,
    autoPay: config.ovh.autoPay,
    approvalsRequired: config.approvals.required,
  };
}
