import type { Config } from '../config/config.ts';
import type { Logger } from '../observability/log.ts';
import { SlackApiError } from '../slack/client/errors.ts';
import { networkAdvice, networkCause } from '../slack/client/network-cause.ts';
import type { Identity, Outbound } from '../slack/client/outbound.ts';
import { SocketNotOpenedError } from '../slack/receivers/socket-session.ts';
import { type Database, type DatabaseListeners, openDatabase } from '../store/database.ts';
import { unencryptedHost } from '../store/postgres-address.ts';
import { storeTrouble } from '../store/trouble.ts';
import { ProxyUnsupportedError, proxyName, useProxy } from './proxy.ts';

/** The app could not start; the message says why and what to do, in one line. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Routes this process's requests through the proxy of the settings, if there is one. Throws StartupError. */
export function goThroughProxy({ proxy }: Config, log: Logger): void {
  if (!proxy) return;
  const { http, https, no } = proxy;
  try {
    useProxy(proxy);
  } catch (error) {
    if (error instanceof ProxyUnsupportedError) throw new StartupError(error.message);
    throw error;
  }
  const names = { http: http && proxyName(http), https: https && proxyName(https) };
  log.info({ ...names, directly: no }, 'connecting to Slack and OVHcloud through a proxy');
}

/** Opens the store and migrates it. Throws StartupError. */
export async function openStore(
  { databaseUrl }: Config,
  { listeners, log }: { listeners: DatabaseListeners; log: Logger },
): Promise<Database> {
  const host = unencryptedHost(databaseUrl, process.env);
  if (host !== null) {
    log.warn({ host }, 'the database connection is not encrypted: append ?sslmode=require to DATABASE_URL');
  }
  try {
    return await openDatabase(databaseUrl, listeners);
  } catch (error) {
    const trouble = storeTrouble(error);
    if (trouble) throw new StartupError(`The database cannot be opened: ${trouble.message}. ${trouble.fix}`);
    const why = (error as Error).message;
    throw new StartupError(`The database cannot be opened (${why}): check DATABASE_URL and its folder.`);
  }
}

/** Asks Slack who the app is. Throws StartupError. */
export async function identify(outbound: Outbound): Promise<Identity> {
  try {
    return await outbound.identify();
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    const why = networkCause(error.cause);
    throw new StartupError(
      error.code === 'no_answer'
        ? `Slack cannot be reached (${why}): ${networkAdvice(why)}.`
        : `Slack does not accept SLACK_BOT_TOKEN (${error.code}): check it, and that the app is installed in the workspace.`,
      { cause: error },
    );
  }
}

/** What a socket that could not be opened at the start means: the token, or the network. */
export function cannotConnect(error: unknown): unknown {
  if (!(error instanceof SocketNotOpenedError)) return error;
  const { why, isRefused } = error;
  return new StartupError(
    isRefused
      ? `Slack does not accept SLACK_APP_TOKEN (${why}): create an app-level token with connections:write, and check that Socket Mode is on.`
      : `Cannot open a socket to Slack (${why}): ${networkAdvice(why)}.`,
    { cause: error },
  );
}

/** What an address that cannot be listened on means. */
export function cannotListen({ host, port }: Config['http'], error: Error): StartupError {
  const message = `Cannot listen on ${host}:${port} (${error.message}): check HOST, and set PORT to a free port.`;
  return new StartupError(message, { cause: error });
}
