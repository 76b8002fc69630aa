import { setTimeout as sleep } from 'node:timers/promises';
import { exponentialBackoff } from '../../backoff.ts';
import type { Logger } from '../../observability/log.ts';
import { MINUTE_MS } from '../../orders/time.ts';
import { type SocketHooks, SocketNotOpenedError, type SocketSession } from './socket-session.ts';

/** Socket Mode: keeps one socket to Slack open. */
export type SocketMode = {
  isConnected: () => boolean;
  /** Throws SocketNotOpenedError when Slack refuses the token, or no socket opens within half a minute. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Times in milliseconds. */
export type SocketTiming = {
  /** How long a start tries to get a socket. */
  startWithinMs: number;
  /** After this long without a socket, the connection is considered lost. */
  goneAfterMs: number;
  /** How long a replaced socket stays open: Slack waits three seconds for the ack of what it sent over it. */
  lingerMs: number;
  /** Slack delivers over a socket that it wants to replace for some ten seconds; after this it no longer counts. */
  deliversUntilMs: number;
};

export const SOCKET_TIMING: SocketTiming = {
  startWithinMs: 30_000,
  goneAfterMs: 600_000,
  lingerMs: 3_000,
  deliversUntilMs: 30_000,
};

const MAX_PAUSE_MS = 30_000;
/** If more sockets than this open and close again within a minute, the next ones are opened with pauses too. */
const MAX_PER_MINUTE = 10;

type Deps = {
  open: (hooks: SocketHooks) => SocketSession;
  log: Logger;
  /** Called when Slack refuses the app, or was away for too long. */
  onFatal: (error: unknown) => void;
  timing?: SocketTiming;
  /** ms of a clock that never jumps. */
  clock?: () => number;
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** 0 to 1, for pauses that are shortened by chance. */
  random?: () => number;
};

/**
 * Keeps a socket to Slack. One that Slack wants to be refreshed is replaced before it is closed; one that is lost is
 * replaced at once. As long as that does not work it is tried again, after 1, 2, 4 … and at most 30 seconds, with jitter.
 */
export function keepSocket(deps: Deps): SocketMode {
  const { open, log, onFatal, timing = SOCKET_TIMING, clock = () => performance.now() } = deps;
  const { random = Math.random } = deps;
  const retryDelay = (attempts: number) => exponentialBackoff(attempts, { maxMs: MAX_PAUSE_MS, random });
  const pause = deps.pause ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  const stopping = new AbortController();
  const { signal } = stopping;
  /** The current socket; the others are being opened, or closed since `goesSince`. */
  let current: SocketSession | null = null;
  const sessions = new Map<SocketSession, { goesSince: number | null }>();
  let replacing: Promise<void> | null = null;
  let openings: number[] = [];

  const isConnected = () =>
    [...sessions].some(([session, { goesSince }]) => {
      const isDead = goesSince !== null && clock() - goesSince > timing.deliversUntilMs;
      return session.isOpen() && !isDead;
    });

  async function openOne(): Promise<void> {
    let goesAlready: string | null = null;
    const leaves = (why: string) => {
      if (session === current) void leave(session, why);
      else goesAlready = why;
    };
    const session = open({ onRefresh: leaves, onLost: leaves });
    sessions.set(session, { goesSince: null });
    openings = [...openings.filter((at) => clock() - at < MINUTE_MS), clock()];
    try {
      await session.opened;
      if (!session.isOpen()) throw new SocketNotOpenedError('closed right after its hello');
    } catch (error) {
      sessions.delete(session);
      throw error;
    }
    current = session;
    if (goesAlready !== null) setImmediate(leaves, goesAlready);
  }

  /** Opens sockets until one stays open. */
  async function connect(withinMs: number): Promise<void> {
    let failingSince: number | null = null;
    for (let failures = 0; ; failures += 1) {
      try {
        if (openings.length > MAX_PER_MINUTE) await pause(retryDelay(openings.length), signal);
        return await openOne();
      } catch (error) {
        signal.throwIfAborted();
        const ms = retryDelay(failures + 1);
        const why = error instanceof SocketNotOpenedError ? error.why : 'an error of the app';
        log.warn({ why, failures: failures + 1, pauseMs: ms }, 'failed to open a socket to Slack');
        if (!(error instanceof SocketNotOpenedError) || error.isRefused) throw error;
        // A socket that Slack wants to replace may continue to deliver meanwhile.
        failingSince = isConnected() ? null : (failingSince ?? clock());
        if (failingSince !== null && clock() - failingSince >= withinMs) throw error;
        await pause(ms, signal);
      }
    }
  }

  async function replace(why: string): Promise<void> {
    const since = clock();
    try {
      // A socket may be lost at the moment it opens.
      while (current === null) await connect(timing.goneAfterMs);
      log.info({ why, ms: Math.round(clock() - since) }, 'new socket to Slack is open');
    } catch (error) {
      if (!signal.aborted) onFatal(error);
    } finally {
      replacing = null;
    }
  }

  /** Replaces a socket, and closes it after that. */
  async function leave(session: SocketSession, why: string): Promise<void> {
    current = null;
    sessions.set(session, { goesSince: clock() });
    replacing ??= replace(why);
    await replacing;
    if (session.isOpen()) await pause(timing.lingerMs, signal).catch(() => undefined);
    sessions.delete(session);
    await session.close();
  }

  return {
    isConnected,
    start: () => connect(timing.startWithinMs),
    async stop() {
      stopping.abort();
      await Promise.all([...sessions.keys()].map((session) => session.close()));
    },
  };
}
