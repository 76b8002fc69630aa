import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DEFAULT_TIMING } from '../../src/worker/options.ts';
import { createWorker } from '../../src/worker/worker.ts';
import { approveOrder, orderAtWork } from './order-at-work.ts';

/** So often the worker reads what Slack shows of the order: it shows it approved, and placed. */
const MESSAGE_READS = 2;

it('From approval to placed order, five events are saved and the row is read at most five times', async (t) => {
  let reads = 0;
  const events: string[] = [];
  const { promise: isPlaced, resolve } = Promise.withResolvers<void>();
  const at = await orderAtWork(t, {
    listeners: {
      onQuery({ operation }) {
        if (operation === 'select') reads += 1;
      },
      onEvent({ type }) {
        events.push(type);
        if (type === 'carts_cleaned_up') resolve();
      },
    },
  });
  await at.work(0);
  const worker = createWorker(at.ctx, {
    ...{ owner: 'me', options: { ...DEFAULT_TIMING, pollMs: 600_000 } },
    onFatal: () => assert.fail(),
  });
  t.after(() => worker.stop(0));
  reads = 0;
  events.length = 0;
  await approveOrder(at);
  worker.start();
  await isPlaced;
  await worker.stop(60_000);
  assert.deepEqual(events, [
    ...['approved', 'checkout_started', 'placed', 'payment_deadline_set', 'carts_cleaned_up'],
  ]);
  // Each event also reads the end of the audit log's chain.
  const rowReads = reads - events.length - MESSAGE_READS;
  assert.ok(rowReads <= 5, `${rowReads} reads`);
});
