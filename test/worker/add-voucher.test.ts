import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { OvhClientError, OvhTimeoutError } from '../../src/ovh/errors.ts';
import { everyOrder } from '../orders/samples.ts';
import { intercept, MINUTE, orderAtWork } from './order-at-work.ts';

const CREDIT = '/cloud/project/{projectId}/credit';

/** A ready project whose requester has entered a voucher; `add` is what OVHcloud answers to it, or throws. */
async function withVoucher(t: TestContext, add: (credits: string[], code: string) => void) {
  const from = everyOrder()['ready, a voucher is being added'] ?? assert.fail();
  const at = await orderAtWork(t, { from });
  const credits: string[] = [];
  const code = from.projectVoucher?.code ?? '';
  intercept(at, `POST ${CREDIT}`, async () => add(credits, code) ?? null);
  intercept(at, `GET ${CREDIT}`, async () => credits.map((_, index) => index));
  intercept(at, `GET ${CREDIT}/{creditId}`, async () => ({ id: 0, voucher: credits[0] }));
  return { at, credits };
}

function refuse(message: string): never {
  const response = { status: 400, queryId: null, retryAfter: null };
  throw new OvhClientError(`POST ${CREDIT}`, response, { errorClass: null, apiMessage: message });
}

describe('a voucher for a project', () => {
  it('that was added is not reported as refused although a gateway sent it twice', async (t) => {
    const { at, credits } = await withVoucher(t, (there, code) => {
      there.push(code);
      refuse('Voucher already used');
    });
    assert.equal((await at.work(MINUTE)).projectVoucher?.outcome, 'added');
    assert.equal(credits.length, 1);
  });

  it('that was added is not reported as unanswered although every answer was lost', async (t) => {
    const { at } = await withVoucher(t, (there, code) => {
      if (there.length === 0) there.push(code);
      throw new OvhTimeoutError(`POST ${CREDIT}`, 30);
    });
    at.pass(15 * MINUTE);
    assert.equal((await at.work(MINUTE)).projectVoucher?.outcome, 'added');
  });

  it('that OVHcloud refused and did not add is refused, whether or not it shows the credits', async (t) => {
    for (const isShown of [true, false]) {
      const { at } = await withVoucher(t, () => refuse('Voucher is expired'));
      if (!isShown) intercept(at, `GET ${CREDIT}`, async () => refuse('This call has not been granted'));
      assert.equal((await at.work(MINUTE)).projectVoucher?.outcome, 'refused');
    }
  });

  it('is checked once more if OVHcloud does not say at first whether it was added', async (t) => {
    const { at } = await withVoucher(t, (there, code) => {
      if (there.length === 0) there.push(code);
      refuse('Voucher already used');
    });
    const { ovh } = at.ctx;
    intercept(at, `GET ${CREDIT}`, async () => {
      throw new OvhTimeoutError(`GET ${CREDIT}`, 30);
    });
    assert.equal((await at.work(0)).projectVoucher?.outcome, 'pending');
    at.ctx.ovh = ovh;
    assert.equal((await at.work(MINUTE)).projectVoucher?.outcome, 'added');
  });
});
