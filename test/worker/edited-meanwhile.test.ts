import assert from 'node:assert/strict';
import { it } from 'node:test';
import { intercept, MINUTE, orderAtWork } from './order-at-work.ts';

it('An order edited while OVHcloud refuses its former voucher continues with the new one', async (t) => {
  const at = await orderAtWork(t, { voucher: 'EXPIRED' });
  const { request } = await at.order();
  at.ovh.world.refusesVouchers = true;
  let isEdited = false;
  intercept(at, 'GET /cloud/eligibility', async (call) => {
    if (!isEdited) {
      isEdited = true;
      await at.change({ type: 'edited', by: 'U0REQ', request: { ...request, voucher: null } });
    }
    return call();
  });
  const order = await at.work(MINUTE);
  assert.deepEqual([order.state, order.request.voucher], ['awaiting_approval', null]);
  assert.ok(!(await at.kinds()).includes('failed'));
  assert.equal(at.ovh.carts.size, 1);
});
