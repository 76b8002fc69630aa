import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Order } from '../../../src/orders/order.ts';
import { renderOrder } from '../../../src/slack/views/order-messages.ts';
import type { RenderContext } from '../../../src/slack/views/render-context.ts';
import { after, everyOrder } from '../../orders/samples.ts';
import { speaking } from '../i18n/every-language.ts';

const ctx: RenderContext = {
  ...speaking('en'),
  ...{ approvers: ['S0APPROVERS'], approvalsRequired: 1, checkoutUrlTo: 'channel', hasWaiver: true },
  projectPage: () => null,
};
const found = { type: 'unexpected_order', cartId: 'cart-0', orderId: 99 } as const;

function sample(name: string): Order {
  return everyOrder()[name] ?? assert.fail(name);
}

/** Everything that is shown of the order after OVHcloud order 99 of a former checkout turned up. */
function shown(order: Order): string[] {
  return renderOrder(after(order, found), { forAll: ctx, forRequester: ctx }).map((message) =>
    JSON.stringify(message),
  );
}

describe('a late OVHcloud order of a former checkout', () => {
  for (const [question, button] of [
    ['match ambiguous', 'order_match_none'],
    ['match not found', 'order_abandon_search'],
  ] as const) {
    it(`leaves the buttons of the question in place (${question})`, () => {
      assert.ok(shown(sample(question)).some((message) => message.includes(button)));
    });
  }

  it('leaves the reason why the order failed, and Try again, in place', () => {
    const messages = shown(
      after(sample('approved'), { type: 'failed', failure: { kind: 'checkout_unconfirmed' } }),
    );
    const failed = messages.find((message) => message.includes('"key":"') && message.includes(':failed"'));
    assert.match(failed ?? '', /This order has ended\./);
    assert.match(failed ?? '', /order_try_again/);
  });

  for (const ended of ['rejected', 'approval expired', 'failed', 'given up'] as const) {
    it(`is not contradicted by the requester’s direct message (${ended})`, () => {
      const card =
        shown(sample(ended)).find((message) => message.includes('outcome:')) ?? assert.fail('no card');
      assert.doesNotMatch(card, /Nothing was ordered|was not placed/);
      assert.match(card, /OVHcloud order 99 exists as well/);
    });
  }

  for (const [ended, reason] of [
    ['rejected', /was rejected by <@U0APP1>\..*too dear/],
    ['approval expired', /was not approved in time/],
    ['failed', /has ended\..*\*What to do:\*/],
    ['given up', /has ended\..*\*What to do:\*/],
  ] as const) {
    it(`leaves the reason in the requester’s direct message (${ended})`, () => {
      const card =
        shown(sample(ended)).find((message) => message.includes('outcome:')) ?? assert.fail('no card');
      assert.match(card, reason);
    });
  }

  for (const name of Object.keys(everyOrder())) {
    it(`is told beside each button that would buy or pay another one (${name})`, () => {
      for (const message of shown(sample(name))) {
        if (/"order_approve"|"order_approve:|"text":"Pay"/.test(message))
          assert.match(message, /exists as well/);
      }
    });
  }

  it('is no reason to be asked to pay', () => {
    for (const message of shown(sample('unpaid'))) assert.doesNotMatch(message, /someone pays/);
  });

  // That its price has changed says only that this checkout ordered nothing.
  for (const name of Object.keys(everyOrder()).filter((each) => each !== 'repriced')) {
    it(`is not contradicted by any message (${name})`, () => {
      for (const message of shown(sample(name)))
        assert.doesNotMatch(message, /nothing was ordered/i, message);
    });
  }
});
