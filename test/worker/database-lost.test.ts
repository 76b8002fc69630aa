import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createLog } from '../../src/observability/log.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { WorkerContext } from '../../src/worker/context.ts';
import { DEFAULT_TIMING } from '../../src/worker/options.ts';
import { createWorker } from '../../src/worker/worker.ts';

const MINUTE = 60_000;

describe('a store that does not answer', () => {
  it('is considered lost after ten minutes of silence, however long the machine slept before', async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const failures: string[] = [];
    const log = createLog('error', { write: (line: string) => failures.push(line) });
    let queries = 0;
    const db = await openDatabase('sqlite::memory:', {
      onQuery: () => {
        queries += 1;
      },
    });
    let gone = 0;
    // A worker without orders needs nothing else.
    const ctx = { db, log, now: () => now } as unknown as WorkerContext;
    const worker = createWorker(ctx, {
      owner: 'me',
      options: { ...DEFAULT_TIMING, pollMs: 5 },
      onFatal() {
        gone += 1;
      },
    });
    t.after(() => worker.stop(0));
    const fails = async (times: number) => {
      while (failures.length < times) await setImmediate();
    };
    const before = queries;
    worker.start();
    while (queries === before) await setImmediate();
    now += 20 * MINUTE;
    await db.destroy();
    await fails(3);
    assert.equal(gone, 0);
    now += 11 * MINUTE;
    await fails(failures.length + 2);
    assert.ok(gone > 0);
  });
});
