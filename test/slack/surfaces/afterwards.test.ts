import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Order } from '../../../src/orders/order.ts';
import type { Drawing } from '../../../src/slack/surfaces/drawing.ts';
import { drawOrder } from '../../../src/slack/surfaces/picture.ts';
import { languageFor } from '../../../src/slack/words/catalogue.ts';
import { everyOrder, order } from '../../orders/samples.ts';

const drawing: Drawing = {
  ...languageFor('en'),
  approvers: ['S0APPROVERS'],
  approvalsRequired: 1,
  checkoutUrlTo: 'channel',
  projectPage: (id) => `https://panel.example/${id}`,
  hasWaiver: true,
};
const orders = everyOrder();

/** All that one message of an order's picture says. */
function said(of: Order | undefined, key: RegExp): string {
  const message = drawOrder(of ?? order(), drawing, drawing).find((each) => key.test(each.key));
  assert.ok(message, `no message ${key}`);
  return `${message.text} ${JSON.stringify(message.blocks)}`;
}

describe('what was said of an order before', () => {
  it('does not promise a project within minutes once it is late', () => {
    assert.match(said(orders.delivered, /^root/), /within minutes/);
    for (const key of [/^root/, /:paid$/]) {
      assert.doesNotMatch(said(orders['project late'], key), /within minutes/);
      assert.match(said(orders['project late'], key), /its project cannot be found yet/);
    }
  });
});
