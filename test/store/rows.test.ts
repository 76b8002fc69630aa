import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Order } from '../../src/orders/order.ts';
import { orderFromBody } from '../../src/store/rows.ts';
import { after, everyOrder, order } from '../orders/samples.ts';

/** The same order as a row holds it that was written before these fields existed. */
function written(of: Order, without: readonly string[]): string {
  return JSON.stringify(of, (name, value) => (without.includes(name) ? undefined : value));
}

describe('a row that was written by an older version', () => {
  it('has quotes without price lines and commitment, in its history as well', () => {
    const { repriced = order() } = everyOrder();
    const { quote, timeline } = orderFromBody(written(repriced, ['lines', 'minimumRepeat']));
    const changed = timeline.find((item) => item.kind === 'price_changed');
    assert.ok(changed?.kind === 'price_changed');
    for (const each of [quote, changed.before, changed.after]) {
      assert.deepEqual([each?.lines, each?.minimumRepeat], [[], 1]);
    }
  });

  it('has the one label of a missing configuration in a list of them', () => {
    const failure = { kind: 'configuration_missing', labels: ['vrack'] } as const;
    const failed = after(order(), { type: 'failed', failure: { ...failure, labels: ['vrack'] } });
    const old = JSON.stringify(failed).replace('"labels":["vrack"]', '"label":"vrack"');
    const [told] = orderFromBody(old).timeline;
    assert.ok(told?.kind === 'failed' && told.failure.kind === 'configuration_missing');
    assert.deepEqual(told.failure.labels, ['vrack']);
  });

  it('is read as it is where it lacks nothing', () => {
    for (const each of Object.values(everyOrder()))
      assert.deepEqual(orderFromBody(JSON.stringify(each)), each);
  });
});
