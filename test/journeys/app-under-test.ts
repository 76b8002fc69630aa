import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { startApp } from '../../src/app.ts';
import { createLog } from '../../src/observability/log.ts';
import type { SlackTiming } from '../../src/slack/timing.ts';
import { DEFAULT_TIMING, type WorkerOptions } from '../../src/worker/options.ts';
import { readConfig } from '../config/read-config.ts';
import { spawnGroup } from '../spawn.ts';
import { trust } from '../trust.ts';
import { QUICK_CHECKOUTS } from './quick-checkouts.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const PRELOAD = new URL('../../src/preload.mjs', import.meta.url).href;
const QUICK = new URL('./quick-preload.ts', import.meta.url).href;

/** The real app, running. */
export type AppUnderTest = {
  port: number;
  /** Of its process; null where it runs inside the test. */
  pid: number | null;
  /** From its start until it said that it is ready, in milliseconds. */
  readyAfterMs: number;
  /** All that it has written. */
  log: () => string;
  /** SIGTERM, and its exit code. Nothing happens to one that has ended. */
  stop: () => Promise<number | null>;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  /** kill -9. */
  kill: () => Promise<void>;
};

/**
 * Starts src/main.ts as `npm start` does, or another app that says so when it is ready, as a process with `settings` as
 * its environment. It waits for less than in production, unless it is not `quick`.
 */
export async function startAppProcess(
  settings: Record<string, string>,
  folder: string,
  { main, quick = true }: { main?: string | undefined; quick?: boolean } = {},
): Promise<AppUnderTest> {
  const env = { PATH: process.env.PATH ?? '', ...settings };
  const words = main ? [main] : ['--import', PRELOAD, ...(quick ? ['--import', QUICK] : []), MAIN];
  const child = spawnGroup(process.execPath, words, { cwd: folder, env });
  const startedAt = performance.now();
  const written: string[] = [];
  const ready = new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      written.push(String(chunk));
      const port = /"port":(\d+),"msg":"order-cloud is ready"/.exec(written.join(''))?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The app ended with ${code}:\n${written.join('')}`)));
  });
  const port = await ready;
  return {
    port,
    readyAfterMs: performance.now() - startedAt,
    pid: child.pid ?? null,
    log: () => written.join(''),
    ended: once(child, 'exit').then(([code]) => code),
    stop: () => end(child, 'SIGTERM'),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}

/** On a busy machine everything takes its time, and nothing is given up for that. What only repeats, repeats often. */
const PATIENT_TIMING: SlackTiming = {
  localeMs: 30_000,
  // Where OVHcloud does not answer, each form waits for that long.
  currencyMs: 2_000,
  requesterMs: 30_000,
  voucherMs: 30_000,
  formUpdateMs: 30_000,
  clickMs: 30_000,
  clickNoticeMs: 30_000,
  rejectionMs: 30_000,
  homeDebounceMs: 20,
  unhandledRequestMs: 30_000,
};
const PATIENT_WORKER: WorkerOptions = {
  ...DEFAULT_TIMING,
  pollMs: 50,
  firstMessageMs: 30_000,
  storeFatalAfterMs: 86_400_000,
};

/** How an app inside a test is started: with the test's clock, and patient but where the test is about time. */
export type InProcessOptions = {
  now?: () => number;
  timing?: Partial<SlackTiming>;
  workerOptions?: Partial<WorkerOptions>;
};

/**
 * Starts the app inside the test. With the test's own clock (`now`) checkouts take the time that they take; in real time
 * they are quick.
 */
export async function startAppInProcess(
  settings: Record<string, string>,
  certificate: string,
  { now, timing, workerOptions }: InProcessOptions,
): Promise<AppUnderTest> {
  trust(certificate);
  const startedAt = performance.now();
  const written: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const config = readConfig(settings);
  const app = await startApp(config, {
    log: createLog(config.logLevel, sink),
    ...(now && { now }),
    timing: { ...PATIENT_TIMING, ...timing },
    workerOptions: { ...PATIENT_WORKER, ...(!now && { checkout: QUICK_CHECKOUTS }), ...workerOptions },
  }).catch((error: unknown) => {
    throw new Error(`The app did not start: ${error}\n${written.join('')}`, { cause: error });
  });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopped ??= app.stop(5_000);
    await stopped;
    return 0;
  };
  return {
    port: app.port,
    pid: null,
    readyAfterMs: performance.now() - startedAt,
    log: () => written.join(''),
    ended: new Promise(() => {}),
    stop,
    kill: () =>
      Promise.reject(
        new Error('An app inside the test cannot be killed: start the scenario with { process: true }'),
      ),
  };
}
