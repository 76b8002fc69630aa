import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { answer, connectTo, type Reply, startOvhcloud } from './ovhcloud-server.ts';

const CALLS = 7;
const AT_ONCE = 3;

/** Answers no one until as many wait as may wait, or as are left. */
function answerTogether() {
  const waiting: ServerResponse[] = [];
  const seen = { most: 0, answered: 0 };
  const reply: Reply = async (response, received) => {
    waiting.push(response);
    seen.most = Math.max(seen.most, waiting.length);
    if (waiting.length !== Math.min(AT_ONCE, CALLS - seen.answered)) return;
    // Time for one too many to come in.
    await pause(50);
    for (const one of waiting.splice(0)) {
      seen.answered += 1;
      answer(200, 1)(one, received);
    }
  };
  return { seen, reply };
}

test('At most OVH_CALLS_AT_ONCE calls run at the same time, and the others wait their turn', async (t) => {
  const { seen, reply } = answerTogether();
  const cloud = await startOvhcloud(t, [reply]);
  const { ovh, log } = connectTo(cloud.endpoint, { callsAtOnce: AT_ONCE });
  const calls = Array.from({ length: CALLS }, (_, index) =>
    ovh.call({ method: 'GET', path: `/me/order/${index}` }, z.literal(1)),
  );
  assert.deepEqual(await Promise.all(calls), Array(CALLS).fill(1));
  assert.deepEqual(seen, { most: AT_ONCE, answered: CALLS });
  assert.equal(log.filter(({ attempt, outcome }) => attempt > 1 || outcome !== 'ok').length, 0);
});

test('A failed call makes room for the next one', async (t) => {
  const cloud = await startOvhcloud(t, [answer(404, { message: 'no' }), answer(200, 1)]);
  const { ovh } = connectTo(cloud.endpoint, { callsAtOnce: 1 });
  const get = (path: string) => ovh.call({ method: 'GET', path }, z.literal(1));
  const [failed, next] = await Promise.allSettled([get('/me/order/1'), get('/me/order/2')]);
  assert.equal(failed.status, 'rejected');
  assert.deepEqual(next, { status: 'fulfilled', value: 1 });
});
