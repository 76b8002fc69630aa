import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import { DEFAULT_TIMING } from '../../src/worker/options.ts';
import { createWorker } from '../../src/worker/worker.ts';
import { order, REQUEST } from '../orders/samples.ts';
import { orderAtWork } from './order-at-work.ts';

describe('a requester who waits for the first message of their order', () => {
  it('is not kept waiting once its post is to be retried later', async (t) => {
    const at = await orderAtWork(t);
    const { outbound } = at.ctx;
    at.ctx.outbound = {
      ...outbound,
      async post() {
        throw new SlackApiError('chat.postMessage', 'no_answer');
      },
    };
    const worker = createWorker(at.ctx, {
      owner: 'me',
      options: { ...DEFAULT_TIMING, firstMessageMs: 86_400_000 },
      onFatal: () => assert.fail(),
    });
    t.after(() => worker.stop(0));
    const request = { ...REQUEST, projectName: 'mars-base' };
    const submitted = await worker.submit(order({ id: 'oc-2', request, createdAt: at.ctx.now() }));
    assert.deepEqual(submitted, { outcome: 'posting' });
  });
});
