import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from '../../src/observability/log.ts';
import { createMetrics } from '../../src/observability/metrics/metrics.ts';
import { subscribeTelemetry } from '../../src/observability/telemetry.ts';
import { MINUTE_MS } from '../../src/orders/time.ts';
import { after, approve, HOUR, NOW, order, quoted, started } from '../orders/samples.ts';
import { metricSources } from './metrics-page.ts';

/** The telemetry of an app without orders, and the lines that it has logged; `set` changes its clock. */
function telemetryOf() {
  let now = NOW;
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(JSON.parse(line)) });
  const telemetry = subscribeTelemetry({ log, metrics: createMetrics(metricSources()), now: () => now });
  const set = (time: number) => {
    now = time;
  };
  return { telemetry, lines, set };
}

test('a refused request is logged again in time although the clock was days ahead', () => {
  const { telemetry, lines, set } = telemetryOf();
  set(NOW + 48 * HOUR);
  telemetry.onRefusedRequest('wrong_signature');
  set(NOW);
  telemetry.onRefusedRequest('wrong_signature');
  set(NOW + MINUTE_MS);
  telemetry.onRefusedRequest('wrong_signature');
  assert.deepEqual(
    lines.map(({ count }) => count),
    [1, 2],
  );
});

test('a refused checkout, and the order that it ends, are logged with what was refused and the ID of the request', () => {
  const { telemetry, lines } = telemetryOf();
  const approved = after(order(), quoted(), approve(after(order(), quoted()), 'U0APP1'));
  const before = after(approved, started(approved));
  const call = 'POST /order/cart/{cartId}/checkout';
  const failure = { kind: 'payment_refused', method: null, call, queryId: 'EU.ext-1.abc' } as const;
  const event = { type: 'checkout_refused', cartId: 'cart-1', failure, isTransient: false } as const;
  const refused = after(before, event);
  telemetry.onEvent({ type: event.type, before, after: refused, by: null, at: NOW });
  const notPlaced = { type: 'checkout_not_placed', cartId: 'cart-1', isUnsent: false } as const;
  const ended = after(refused, notPlaced);
  telemetry.onEvent({ type: notPlaced.type, before: refused, after: ended, by: null, at: NOW });
  const synced = { ...ended, cartsCleanedUpAt: NOW };
  telemetry.onEvent({ type: 'carts_cleaned_up', before: ended, after: synced, by: null, at: NOW });
  assert.deepEqual(
    lines.map((line) => [line.event, line.to, line.failure, line.call, line.queryId]),
    [
      ['checkout_refused', 'approved', failure.kind, call, failure.queryId],
      ['checkout_not_placed', 'failed', failure.kind, call, failure.queryId],
      ['carts_cleaned_up', 'failed', undefined, undefined, undefined],
    ],
  );
});
