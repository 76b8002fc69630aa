import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PACE } from '../../src/worker/pace.ts';
import { orderProject, says, setStage } from './stage.ts';

it('serves more people at once than the worker takes on, each in turn', async (t) => {
  const stage = await setStage(t, { settings: { OVH_TIMEOUT_SECONDS: '10' } });
  const people = PACE.atOnce + 8;
  const { slack, ovh } = stage;
  // As long as it takes until all have asked: then more have asked than are worked on.
  const slow = { method: 'POST', path: '/order/cart', kind: 'delay', ms: 4_000, times: PACE.atOnce } as const;
  ovh.faults.add(slow);
  for (let number = 1; number <= people; number += 1) await orderProject(stage, {}, `crowd-${number}`);
  const cartsAtOnce = ovh.calls.filter(
    ({ template, method }) => `${method} ${template}` === 'POST /order/cart',
  );
  assert.equal(cartsAtOnce.length, PACE.atOnce, 'the others wait for their turn');

  const questions = () => slack.messages('C0CLOUD').flatMap((root) => slack.thread(root));
  const asked = () => questions().filter((reply) => says(reply, /please decide/)).length;
  await slack.until(() => asked() === people, 'everybody’s quote');
});
