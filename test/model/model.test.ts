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
  it('what is bought was approved exactly so, is bought once, and nothing is lost', async () => {
    const store = await shareStore();
    let bought = 0;
    let boughtLater = 0;
    const property = fc.asyncProperty(histories, async (history) => {
      const outcome = await play(store, history);
      assert.deepEqual(brokenPromises(outcome), []);
      const orders = outcome.checkouts.map(({ orderId }) => orderId);
      bought += new Set(orders).size;
      boughtLater += orders.length - new Set(orders).size;
    });
    await fc.assert(property, {
      numRuns: Number(MODEL_RUNS),
      ...(MODEL_SEED !== 'random' && { seed: Number(MODEL_SEED) }),
      ...(MODEL_PATH && { path: MODEL_PATH }),
    });
    if (MODEL_PATH) return;
    assert.ok(bought > Number(MODEL_RUNS) / 2, 'the histories must get as far as checkouts');
    assert.ok(boughtLater > Number(MODEL_RUNS) / 50, 'and as far as second ones');
  });
});
