import assert from 'node:assert/strict';
import { it } from 'node:test';
import { orderProject, says, setStage } from './stage.ts';

it('serves more people at once than the worker takes on, each in turn', async (t) => {
  const atOnce = 4;
  const stage = await setStage(t, { pace: { atOnce }, settings: { OVH_TIMEOUT_SECONDS: '60' } });
  const people = 2 * atOnce;
  const { slack, ovh } = stage;
  const { promise: everybodyAsked, resolve: goOn } = Promise.withResolvers<void>();
  ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'wait', until: everybodyAsked, times: people });
  for (let number = 1; number <= people; number += 1) await orderProject(stage, {}, `crowd-${number}`);
  const carts = () =>
    ovh.calls.filter(({ template, method }) => `${method} ${template}` === 'POST /order/cart').length;
  await slack.until(() => carts() >= atOnce, 'as many carts as are worked on');
  assert.equal(carts(), atOnce, 'the others wait for their turn');
  goOn();

  const questions = () => slack.messages('C0CLOUD').flatMap((root) => slack.thread(root));
  const asked = () => questions().filter((reply) => says(reply, /please decide/)).length;
  await slack.until(() => asked() === people, 'everybody’s quote');
});
