import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { OPTIONAL_PERMISSIONS, smallestPermissions } from '../../src/sandbox/ovhcloud/permissions.ts';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { VOUCHERS } from '../../src/sandbox/ovhcloud/vouchers.ts';
import {
  assertBothRefuse,
  assertRefused,
  type Client,
  createClient,
  fillCart,
  type OrderReply,
  type Reply,
} from './ovhcloud-client.ts';

let ovhcloud: LocalOvhcloud;
let client: Client;
before(async () => {
  ovhcloud = await startLocalOvhcloud({
    permissions: [...smallestPermissions('ovh-eu'), ...OPTIONAL_PERMISSIONS],
  });
  client = createClient(ovhcloud);
});
after(() => ovhcloud.close());

describe('local OVHcloud: a voucher', () => {
  test('of 5 € appears as a discount, and tax is charged on the rest', async () => {
    const { cart } = await fillCart(client, { voucher: 'CREDIT5' });
    const { prices, details } = await client.ok<OrderReply>('GET', `${cart}/checkout`);
    assert.deepEqual(
      [
        prices.originalWithoutTax?.value,
        prices.reduction?.value,
        prices.withoutTax.value,
        prices.tax.value,
        prices.withTax.value,
      ],
      [10, 5, 5, 1, 6],
    );
    assert.equal(details[0]?.reductions.length, 1);
  });

  test('for the whole price leaves 0, and the order still needs to be confirmed', async () => {
    const { cart } = await fillCart(client, { voucher: 'FREE100' });
    const { orderId, prices } = await client.ok<OrderReply>('POST', `${cart}/checkout`, {});
    assert.equal(prices.withTax.value, 0);
    assert.equal(await client.ok('GET', `/me/order/${orderId}/status`), 'notPaid');
  });

  test('for the whole price leaves an order that can be paid with points once, and in no other way', async () => {
    const place = async (voucher?: string) => {
      const { cart } = await fillCart(client, voucher === undefined ? {} : { voucher });
      const { orderId } = await client.ok<OrderReply>('POST', `${cart}/checkout`, {});
      return (paymentMean: string) =>
        client.call('POST', `/me/order/${orderId}/payWithRegisteredPaymentMean`, { body: { paymentMean } });
    };
    const pay = await place('FREE100');
    const refused = async (reply: Promise<Reply>, mean: string) => {
      const { status, body } = await reply;
      assert.deepEqual([status, body], [403, { message: `This order can't be paid with '${mean}'` }]);
    };
    await refused(pay('creditCard'), 'creditCard');
    assert.equal((await pay('fidelityAccount')).status, 200);
    await refused(pay('fidelityAccount'), 'fidelityAccount');
    await refused((await place())('fidelityAccount'), 'fidelityAccount');
  });

  test('gets the same verdict from the eligibility call as from the checkout', async () => {
    type Eligibility = {
      actionsRequired: string[];
      voucher: { credit: { value: number }; paymentMethodRequired: boolean };
    };
    const ask = (code: string) => client.ok<Eligibility>('GET', `/cloud/eligibility?voucher=${code}`);
    assert.equal((await ask('CREDIT5')).voucher.credit.value, 5);
    assert.deepEqual((await ask('QUOTA')).actionsRequired, ['askIncreaseProjectsQuota']);
    assert.equal((await ask('PAYMENT')).voucher.paymentMethodRequired, true);
    const none = await client.ok<Eligibility>('GET', '/cloud/eligibility');
    assert.deepEqual([none.actionsRequired, none.voucher], [[], null]);
    const expired = await client.call('GET', '/cloud/eligibility?voucher=EXPIRED');
    assertRefused(expired, 400, 'Client::BadRequest', 'Voucher cannot be used: expired');
  });

  for (const [code, voucher] of Object.entries({
    ...VOUCHERS,
    toString: VOUCHERS.INVALID,
    expired: VOUCHERS.INVALID,
  })) {
    if (voucher?.effect !== 'refused' && voucher?.effect !== 'not-eligible') continue;
    test(`${code} is refused in the preview and in the checkout`, async () => {
      const { cart } = await fillCart(client, { voucher: code });
      const message =
        voucher.effect === 'refused'
          ? `Voucher cannot be used: ${voucher.code}`
          : `Found eligibility issues: ${voucher.action}`;
      await assertBothRefuse(client, cart, message);
    });
  }
});
