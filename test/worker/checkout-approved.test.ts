import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { deleteCart } from '../../src/ovh/cart.ts';
import { pullInFarTimes } from '../../src/store/clock-set-back.ts';
import { updateCart } from '../model/accidents.ts';
import type { CartChange } from '../model/history.ts';
import { approve, HOUR } from '../orders/samples.ts';
import {
  approvedOrder,
  approveOrder,
  intercept,
  MINUTE,
  type OrderAtWork,
  type OrderAtWorkOptions,
  orderAtWork,
  SECOND,
} from './order-at-work.ts';

/** Nothing was bought, the approvals are void, and people are asked about what it is now. */
async function isAskedAgain({ ovh, order }: OrderAtWork): Promise<void> {
  const { state, approvals } = await order();
  assert.deepEqual([state, approvals.length, ovh.checkouts.length], ['awaiting_approval', 0, 0]);
}

describe('before a checkout', () => {
  it('a price other than the approved one voids the approvals', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.offer = { ...at.ovh.world.offer, ucents: 2_400_000_000 };
    await at.work(MINUTE);
    await isAskedAgain(at);
  });

  for (const what of ['name', 'voucher', 'quantity', 'item'] as CartChange[]) {
    for (const voucher of [undefined, 'FREE-42']) {
      it(`another ${what} in the cart${voucher ? ' of an order with a voucher' : ''} voids the approvals and deletes the cart`, async (t) => {
        const at = await approvedOrder(t, voucher ? { voucher } : {});
        const { cart } = await at.order();
        updateCart(at.ovh, 'oc-1', what);
        await at.work(MINUTE);
        await isAskedAgain(at);
        assert.ok(!at.ovh.carts.has(cart?.cartId ?? ''));
      });
    }
  }

  it('the preview is repeated if the calls beside it took long', async (t) => {
    const at = await approvedOrder(t);
    const { ovh } = at.ctx;
    at.ctx.ovh = {
      ...ovh,
      async readTime() {
        await new Promise((resolve) => setImmediate(resolve));
        at.setClock(5 * SECOND);
        at.ovh.world.offer = { ...at.ovh.world.offer, ucents: 2_400_000_000 };
        return ovh.readTime();
      },
    };
    await at.work(MINUTE);
    await isAskedAgain(at);
  });

  it('the preview is repeated if reading the account’s orders took long', async (t) => {
    const at = await approvedOrder(t);
    intercept(at, 'GET /me/order', async (call) => {
      at.setClock(5 * SECOND);
      at.ovh.world.offer = { ...at.ovh.world.offer, ucents: 2_400_000_000 };
      return call();
    });
    await at.work(MINUTE);
    await isAskedAgain(at);
  });

  it('approvers are looked up again, and if too few are left people are asked', async (t) => {
    const at = await approvedOrder(t, { required: 2 });
    at.approvers.delete('U0APP1');
    const order = await at.work(MINUTE);
    assert.equal(order.state, 'awaiting_approval');
    assert.deepEqual(
      order.approvals.map(({ by }) => by),
      ['U0APP2'],
    );
    assert.equal(at.ovh.checkouts.length, 0);
  });

  it('an approval that is replaced during the last lookups is looked up too, and counts', async (t) => {
    const at = await approvedOrder(t);
    let isFirst = true;
    intercept(at, 'GET /me/order', async (call) => {
      if (isFirst) {
        isFirst = false;
        const rules = at.ctx.approvalRules;
        await at.change({ type: 'approval_withdrawn', by: 'U0APP1' });
        await at.change(approve(await at.order(), 'U0APP3', rules));
      }
      return call();
    });
    assert.equal((await at.work(MINUTE)).state, 'awaiting_payment');
  });

  it('an order whose approval deadline has passed expires', async (t) => {
    const at = await approvedOrder(t);
    // Nothing could be done for days.
    await at.db
      .updateTable('orders')
      .set({ run_at: at.ctx.now() + 80 * HOUR })
      .execute();
    const order = await at.work(81 * HOUR);
    assert.equal(order.state, 'approval_expired');
    assert.equal(at.ovh.checkouts.length, 0);
  });
});

describe('a new cart', () => {
  it('into which a gateway put the project twice is not used', async (t) => {
    const at = await orderAtWork(t);
    at.ovh.world.faults.push({ on: 'build', kind: 'twice' }, { on: 'build', kind: 'twice' });
    await at.work(MINUTE);
    await approveOrder(at);
    await at.work(MINUTE);
    assert.deepEqual(
      at.ovh.sales.map(({ goods }) => goods.items),
      [1],
    );
  });

  it('replaces one that is gone, and the approvals are kept', async (t) => {
    const at = await approvedOrder(t);
    const { cart } = await at.order();
    await deleteCart(at.ctx.ovh, cart?.cartId ?? '');
    const order = await at.work(MINUTE);
    assert.equal(order.state, 'awaiting_payment');
    assert.equal(at.ovh.sales.length, 1);
  });
});

describe('an edit', () => {
  async function editVoucher(t: TestContext, options: OrderAtWorkOptions, voucher: string | null) {
    const at = await orderAtWork(t, options);
    const { request, cart } = await at.work(SECOND);
    await at.change({ type: 'edited', by: 'U0REQ', request: { ...request, voucher } });
    const edited = await at.work(0);
    assert.equal(edited.cart?.cartId, cart?.cartId);
    await approveOrder(at);
    await at.work(0);
    return at.ovh.sales.map(({ goods }) => goods.voucher);
  }

  it('that removes the voucher removes it from the cart', async (t) => {
    assert.deepEqual(await editVoucher(t, { voucher: 'FREE-42' }, null), [null]);
  });

  it('that changes the voucher replaces it in the cart', async (t) => {
    assert.deepEqual(await editVoucher(t, { voucher: 'FREE-42' }, 'FREE-43'), ['FREE-43']);
  });
});

describe('a checkout request', () => {
  for (const autoPay of [false, true]) {
    it(`sends ${autoPay ? 'automatic' : 'no automatic'} payment, and no waiver that was not given`, async (t) => {
      const at = await approvedOrder(t, { autoPay });
      await at.work(0);
      const [sale] = at.ovh.sales;
      assert.deepEqual([sale?.goods.autoPay, sale?.goods.waiver], [autoPay, false]);
    });
  }
});

describe('the clock of the app', () => {
  for (const minutes of [8, -8]) {
    it(`${minutes} minutes ahead of OVHcloud’s: the order of a lost checkout is still found`, async (t) => {
      const at = await approvedOrder(t, { clockAheadMs: minutes * MINUTE });
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
      const order = await at.work(4 * MINUTE);
      assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    });
  }

  it('that jumps ahead for a moment expires no waiting order, which still expires when it should', async (t) => {
    const at = await orderAtWork(t);
    await at.work(0);
    at.setClock(240 * HOUR);
    assert.equal((await at.work(10 * SECOND)).state, 'awaiting_approval');
    at.setClock(0);
    await pullInFarTimes(at.db, at.ctx.now());
    assert.equal((await at.work(70 * HOUR)).state, 'awaiting_approval');
    assert.equal((await at.work(3 * HOUR)).state, 'approval_expired');
  });
});
