import { existsSync, readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import dotenv from 'dotenv';
import { type RunningApp, startApp } from './app.ts';
import { toConfig } from './config/config.ts';
import { ConfigError } from './config/errors.ts';
import { readSettings, readValues } from './config/read-settings.ts';
import { reloadOf } from './config/reload.ts';
import { createLog, logDestination } from './observability/log.ts';
import { StartupError } from './startup/prerequisites.ts';

/** How long SIGTERM waits for work in flight; a supervisor's own grace period is usually 10 s or more. */
const GRACE_MS = 8_000;
/** sysexits.h: the configuration is wrong, so starting again does not help. */
const EX_CONFIG = 78;
const STDIN = 0;

const environment = { ...process.env };
dotenv.config({ quiet: true });

function valuesOrExit() {
  try {
    return readValues(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.errors) console.error(problem);
    process.exit(EX_CONFIG);
  }
}

let running = valuesOrExit();
const config = toConfig(running);
const isTerminal = process.stdout.isTTY && config.logLevel !== 'silent';
const log = createLog(config.logLevel, await logDestination(isTerminal));
const startedAtTerminal = isatty(STDIN);

let app: RunningApp | undefined;
let stopping = false;
let reloading = Promise.resolve();

/** Exits so that a supervisor restarts the app. */
function exitWithError(error: unknown): void {
  if (stopping) return;
  log.fatal({ err: error }, 'fatal error: shutting down');
  process.exit(1);
}

/** Reads `.env` again (the original environment wins), and applies the settings that may change while the app runs. */
async function reload(app: RunningApp): Promise<void> {
  const file = existsSync('.env') ? dotenv.parse(readFileSync('.env')) : {};
  const outcome = reloadOf(running, readSettings({ ...file, ...environment }));
  if ('errors' in outcome) {
    for (const problem of outcome.errors) log.error(`settings unchanged: ${problem}`);
    return;
  }
  const { approvers, requesters, changed, needsRestart } = outcome;
  await app.setAccess({ approvers, requesters });
  running = { ...running, APPROVERS: approvers, REQUESTERS: requesters.length > 0 ? requesters : undefined };
  for (const { name, added, removed } of changed) {
    log.info({ setting: name, added, removed }, `${name} changed: applied`);
  }
  for (const name of needsRestart)
    log.warn({ setting: name }, `${name} changed: restart the app to apply it`);
  if (changed.length + needsRestart.length === 0) log.info('.env reloaded: no changes');
}

process.on('unhandledRejection', exitWithError);
// Node's own crash output shows everything attached to an error: requests, with their tokens.
process.on('uncaughtException', exitWithError);

async function stop(signal: string): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  if (!app) {
    // Nothing in flight has to be finished: a migration is one transaction.
    log.info({ signal }, 'shutting down: start-up aborted');
    process.exit(0);
  }
  log.info({ signal }, 'shutting down: draining in-flight work');
  const deadlineMs = Math.max(GRACE_MS, config.shutdownDelayMs) + 2_000;
  setTimeout(() => process.exit(1), deadlineMs).unref();
  await app.stop(GRACE_MS);
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal).on(signal, stop);

let reloadWanted = false;
process.on('SIGHUP', (signal) => {
  // A closed terminal sends SIGHUP too: it ends the app at once, as it does other programs. Nothing can be logged then.
  if (startedAtTerminal && !isatty(STDIN)) process.removeAllListeners(signal).kill(process.pid, signal);
  else if (app) queueReload(app);
  else reloadWanted = true;
});

function queueReload(app: RunningApp): void {
  reloading = reloading
    .then(() => reload(app))
    .catch((error: unknown) => log.error({ err: error }, 'settings unchanged: failed to read .env'));
}

try {
  app = await startApp(config, { log, onFatal: exitWithError });
  if (reloadWanted) queueReload(app);
  // Log this last: from here on a signal drains the app.
  log.info({ port: app.port }, 'order-cloud is ready');
} catch (error) {
  if (error instanceof StartupError) console.error(error.message);
  else log.fatal({ err: error }, 'failed to start');
  process.exit(1);
}
