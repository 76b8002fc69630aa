import dotenv from 'dotenv';
import { StartupError, startApp } from './app.ts';
import { ConfigError, readConfig } from './config/config.ts';
import { createLog, logDestination } from './observability/log.ts';

/** How long a SIGTERM waits for what runs; a supervisor's own grace is usually 10 s or more. */
const GRACE_MS = 8_000;
/** sysexits.h: the configuration is wrong, so starting again does not help. */
const EX_CONFIG = 78;

dotenv.config({ quiet: true });

function loadConfig() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.errors) console.error(problem);
    process.exit(EX_CONFIG);
  }
}

const config = loadConfig();
const isTerminal = process.stdout.isTTY && config.logLevel !== 'silent';
const log = createLog(config.logLevel, await logDestination(isTerminal));

let stopping = false;

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

// A socket to Slack that cannot be opened again ends here, too.
process.on('unhandledRejection', exitWithError);
// Node's own last words show all that an error carries along: requests, with their tokens.
process.on('uncaughtException', exitWithError);

try {
  const app = await startApp(config, log, { onFatal: exitWithError });
  const stop = async (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping: what runs is finished first');
    setTimeout(() => process.exit(1), GRACE_MS + 2_000).unref();
    await app.stop(GRACE_MS);
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Said last: whoever stops it from now on has it drained.
  log.info({ port: app.port }, 'order-cloud is ready');
} catch (error) {
  if (error instanceof StartupError) console.error(error.message);
  else log.fatal({ err: error }, 'the app could not start');
  process.exit(1);
}
