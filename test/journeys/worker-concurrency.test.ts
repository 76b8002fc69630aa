import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hasText, orderProject, startScenario } from './scenario.ts';

it('more orders at once than the worker processes concurrently are all placed in turn', async (t) => {
  const concurrency = 4;
  const scenario = await startScenario(t, {
    workerOptions: { concurrency },
    settings: { OVH_TIMEOUT_SECONDS: '60' },
  });
  const people = 2 * concurrency;
  const { slack, ovh } = scenario;
  const { promise: everybodyAsked, resolve: goOn } = Promise.withResolvers<void>();
  ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'wait', until: everybodyAsked, times: people });
  for (let number = 1; number <= people; number += 1) await orderProject(scenario, {}, `crowd-${number}`);
  const carts = () =>
    ovh.calls.filter(({ template, method }) => `${method} ${template}` === 'POST /order/cart').length;
  await slack.until(() => carts() >= concurrency, 'as many carts as are worked on');
  assert.equal(carts(), concurrency, 'the others wait for their turn');
  goOn();

  const questions = () => slack.messages('C0CLOUD').flatMap((root) => slack.thread(root));
  const asked = () => questions().filter((reply) => hasText(reply, /: approve /)).length;
  await slack.until(() => asked() === people, 'everyone’s quote');
});
