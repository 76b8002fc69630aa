import { existsSync, readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import dotenv from 'dotenv';
import { type RunningApp, StartupError, startApp } from './app.ts';
import { ConfigError, readSettings, readValues, reloadOf, toConfig } from './config/config.ts';
import { createLog, logDestination } from './observability/log.ts';

/** How long a SIGTERM waits for what runs; a supervisor's own grace is usually 10 s or more. */
const GRACE_MS = 8_000;
/** sysexits.h: the configuration is wrong, so starting again does not help. */
const EX_CONFIG = 78;
const STDIN = 0;

const environment = { ...process.env };
dotenv.config({ quiet: true });

function values() {
  try {
    return readValues(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.errors) console.error(problem);
    process.exit(EX_CONFIG);
  }
}

let running = values();
const config = toConfig(running);
const isTerminal = process.stdout.isTTY && config.logLevel !== 'silent';
const log = createLog(config.logLevel, await logDestination(isTerminal));
const startedAtTerminal = isatty(STDIN);

let app: RunningApp | undefined;
let stopping = false;
let reloading = Promise.resolve();

/** Ends the app for a supervisor to start anew. */
function exitWithError(error: unknown): void {
  // Bolt's socket complains of being stopped while it connects.
  if (stopping) return;
  log.fatal(
    { err: error },
    'Slack’s socket, the store, or something nobody took care of is gone: the app ends',
  );
  process.exit(1);
}

/** Reads `.env` again, below the environment as it was given, and takes over what a running app may change. */
async function reload(app: RunningApp): Promise<void> {
  const file = existsSync('.env') ? dotenv.parse(readFileSync('.env')) : {};
  const outcome = reloadOf(running, readSettings({ ...file, ...environment }));
  if ('errors' in outcome) {
    for (const problem of outcome.errors) log.error(`settings stay as they are: ${problem}`);
    return;
  }
  const { approvers, requesters, changed, needsRestart } = outcome;
  await app.setAccess({ approvers, requesters });
  running = { ...running, APPROVERS: approvers, REQUESTERS: requesters.length > 0 ? requesters : undefined };
  for (const { name, added, removed } of changed) {
    log.info({ setting: name, added, removed }, `${name} has changed, and counts from now on`);
  }
  for (const name of needsRestart) log.warn({ setting: name }, `${name} has changed: it needs a restart`);
  if (changed.length + needsRestart.length === 0) log.info('.env was read again: nothing has changed');
}

// A socket to Slack that cannot be opened again ends here, too.
process.on('unhandledRejection', exitWithError);
// Node's own last words show all that an error carries along: requests, with their tokens.
process.on('uncaughtException', exitWithError);

let reloadWanted = false;
process.on('SIGHUP', (signal) => {
  // A terminal that was closed sends the same: it ends the app at once, as it does others. Nothing can be logged there.
  if (startedAtTerminal && !isatty(STDIN)) process.removeAllListeners(signal).kill(process.pid, signal);
  else if (app) readAgain(app);
  else reloadWanted = true;
});

function readAgain(app: RunningApp): void {
  reloading = reloading
    .then(() => reload(app))
    .catch((error: unknown) =>
      log.error({ err: error }, 'settings stay as they are: .env could not be read again'),
    );
}

try {
  const started = await startApp(config, log, { onFatal: exitWithError });
  app = started;
  const stop = async (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping: what runs is finished first');
    setTimeout(() => process.exit(1), GRACE_MS + 2_000).unref();
    await started.stop(GRACE_MS);
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (reloadWanted) readAgain(started);
  // Said last: whoever stops it from now on has it drained.
  log.info({ port: app.port }, 'order-cloud is ready');
} catch (error) {
  if (error instanceof StartupError) console.error(error.message);
  else log.fatal({ err: error }, 'the app could not start');
  process.exit(1);
}
