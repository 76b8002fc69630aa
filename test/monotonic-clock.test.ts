import assert from 'node:assert/strict';
import { it } from 'node:test';
import { monotonicClock } from '../src/monotonic-clock.ts';

it('A monotonic clock continues when the machine’s clock is set back', () => {
  let now = 1_000;
  const clock = monotonicClock(() => now);
  assert.equal(clock(), 1_000);
  now = 9_000;
  assert.equal(clock(), 9_000);
  now = 2_000;
  assert.equal(clock(), 9_000);
  now = 2_500;
  assert.equal(clock(), 9_500);
});
