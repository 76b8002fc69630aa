import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isFullSize } from '../size.ts';
import { histories } from './history.ts';
import { brokenPromises } from './oracle.ts';
import { play } from './play.ts';
import { shareStore } from './replica.ts';

/**
 * MODEL_RUNS: how many histories. MODEL_SEED: which ones, the same each time unless told otherwise (`random`: others).
 * With MODEL_PATH, as a failure prints it, one is played again.
 */
const { MODEL_RUNS = isFullSize ? '1000' : '100', MODEL_SEED = '2026', MODEL_PATH } = process.env;

describe('in every history of people, prices, faults and crashes', () => {
  it('what is bought was approved as it is, once, and nothing is lost', async () => {
    const store = await shareStore();
    const property = fc.asyncProperty(histories, async (history) => {
      assert.deepEqual(brokenPromises(await play(store, history)), []);
    });
    await fc.assert(property, {
      numRuns: Number(MODEL_RUNS),
      ...(MODEL_SEED !== 'random' && { seed: Number(MODEL_SEED) }),
      ...(MODEL_PATH && { path: MODEL_PATH }),
    });
  });
});
