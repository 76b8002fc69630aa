import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exponentialBackoff } from '../src/backoff.ts';

const maxMs = 60_000;

describe('exponentialBackoff', () => {
  it('doubles from one second up to its maximum', () => {
    const pauses = [1, 2, 3, 6, 7, 40].map((attempts) =>
      exponentialBackoff(attempts, { maxMs, random: () => 0 }),
    );
    assert.deepEqual(pauses, [1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  });

  it('shortens each delay by a random amount of at most a quarter, so that replicas do not retry in step', () => {
    const pauseWith = (chance: number) => exponentialBackoff(40, { maxMs, random: () => chance });
    assert.deepEqual([0, 0.5, 0.999].map(pauseWith), [60_000, 52_500, 45_015]);
  });
});
