import { type AppUnderTest, startAppProcess } from '../journeys/app-under-test.ts';
import type { Environment } from './environment.ts';

/** One replica of the app: a process that is killed and started again and again. */
export type Replica = {
  /**
   * Starts it unless it runs, as a supervisor does: again and again until it is ready. Its clock is ahead by so much, or
   * else behind.
   */
  start: (clockAheadMs?: number) => Promise<void>;
  /** Resolves when a start that is under way has ended. */
  started: () => Promise<void>;
  /** kill -9. False if it did not run. */
  kill: () => Promise<boolean>;
  /** Resolves when the process that runs now has ended. */
  ended: () => Promise<unknown>;
  stop: () => Promise<void>;
};

/** What is known of all processes that ever ran. */
export type ProcessRecord = {
  /** When a process was killed, ms since 1970. */
  kills: number[];
  /** What the processes wrote, one string each. */
  logs: string[];
  /** Why processes ended that no one had killed. */
  endedByThemselves: string[];
};

const SHIFTED_CLOCK = new URL('./shifted-clock.ts', import.meta.url).href;
/** How often a supervisor starts a process that does not get ready. */
const STARTS = 20;

/** A replica that does not run yet. */
export function createReplica({ settings, folder }: Environment, record: ProcessRecord): Replica {
  let app: AppUnderTest | null = null;
  let starting: Promise<void> | null = null;

  const onEnded = (dead: AppUnderTest) => {
    record.logs.push(dead.log());
    app = null;
  };

  async function startUntilReady(clockAheadMs: number): Promise<void> {
    const clock = {
      NODE_OPTIONS: `--import ${SHIFTED_CLOCK}`,
      TEST_CLOCK_AHEAD_MS: String(clockAheadMs),
    };
    for (let starts = 1; app === null; starts += 1) {
      try {
        const started = await startAppProcess({ ...settings, ...clock }, folder);
        app = started;
        void started.ended.then((code) => {
          if (app !== started) return;
          record.endedByThemselves.push(`with ${code}: ${started.log().slice(-500)}`);
          onEnded(started);
        });
      } catch (error) {
        record.endedByThemselves.push(`while it started: ${String(error).slice(0, 500)}`);
        if (starts === STARTS) throw error;
      }
    }
  }

  return {
    async start(clockAheadMs = 0) {
      starting ??= startUntilReady(clockAheadMs).finally(() => {
        starting = null;
      });
      await starting;
    },
    started: async () => starting ?? undefined,
    async kill() {
      const dying = app;
      if (!dying) return false;
      record.kills.push(Date.now());
      onEnded(dying);
      await dying.kill();
      return true;
    },
    ended: async () => app?.ended,
    async stop() {
      const stopping = app;
      if (!stopping) return;
      onEnded(stopping);
      await stopping.stop();
    },
  };
}
