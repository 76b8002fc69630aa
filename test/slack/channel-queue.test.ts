import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createChannelQueue } from '../../src/slack/client/channel-queue.ts';
import { SlackApiError } from '../../src/slack/client/errors.ts';

const method = 'chat.postMessage';

describe('posts to a channel', () => {
  it('wait while Slack rate-limits that channel, without further calls; other channels continue', async () => {
    let now = 0;
    const inTurn = createChannelQueue(() => now);
    let calls = 0;
    const refused = async () => {
      calls += 1;
      throw new SlackApiError(method, 'ratelimited', { retryAfterSeconds: 30 });
    };
    const sent = async () => {
      calls += 1;
      return 'sent';
    };
    await assert.rejects(inTurn({ channel: 'C1', method }, refused), /ratelimited/);
    now = 10_400;
    await assert.rejects(inTurn({ channel: 'C1', method }, sent), (error: SlackApiError) => {
      assert.equal(error.retryAfterSeconds, 20);
      return true;
    });
    assert.equal(calls, 1);
    assert.equal(await inTurn({ channel: 'C2', method }, sent), 'sent');
    now = 30_000;
    assert.equal(await inTurn({ channel: 'C1', method }, sent), 'sent');
  });

  it('wait no longer although the clock was days ahead when Slack asked for a pause', async () => {
    let now = 72 * 3_600_000;
    const inTurn = createChannelQueue(() => now);
    await assert.rejects(
      inTurn({ channel: 'C1', method }, async () => {
        throw new SlackApiError(method, 'ratelimited', { retryAfterSeconds: 30 });
      }),
    );
    now = 0;
    const sent = async () => 'sent';
    await assert.rejects(inTurn({ channel: 'C1', method }, sent), /ratelimited/);
    now += 30_000;
    assert.equal(await inTurn({ channel: 'C1', method }, sent), 'sent');
  });

  it('are sent a few at a time and in order, and one that hangs does not hold up other channels', async () => {
    const inTurn = createChannelQueue(() => 0);
    const started: number[] = [];
    const { promise: hung, resolve: letGo } = Promise.withResolvers<void>();
    const first = inTurn({ channel: 'C1', method }, () => hung);
    const others = Array.from({ length: 20 }, (_, index) =>
      inTurn({ channel: 'C1', method }, async () => {
        started.push(index);
      }),
    );
    await Promise.all(others);
    assert.deepEqual(
      started,
      Array.from({ length: 20 }, (_, index) => index),
    );
    letGo();
    await first;
  });
});
