import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditRecord } from '../../../src/orders/audit-record.ts';
import { Denial } from '../../../src/orders/denial.ts';
import { money } from '../../../src/orders/money.ts';
import type { Order } from '../../../src/orders/order.ts';
import { paymentReminderAt } from '../../../src/orders/schedule.ts';
import { denialText } from '../../../src/slack/views/denial-text.ts';
import { homeView, inboxMessage } from '../../../src/slack/views/home.ts';
import { renderOrder } from '../../../src/slack/views/order-messages.ts';
import type { RenderContext } from '../../../src/slack/views/render-context.ts';
import { FIRST_PAGES } from '../../../src/store/homes.ts';
import { after, everyOrder, order } from '../../orders/samples.ts';
import { speaking } from '../i18n/every-language.ts';

const renderContext: RenderContext = {
  ...speaking('en'),
  approvers: ['S0APPROVERS'],
  approvalsRequired: 1,
  checkoutUrlTo: 'channel',
  projectPage: (id) => `https://panel.example/${id}`,
  hasWaiver: true,
};
const orders = everyOrder();
const READER = { reader: 'U0REQ', isApprover: false, mayOrder: true };

/** All that one message of an order's picture says. */
function said(of: Order | undefined, key: RegExp): string {
  const message = renderOrder(of ?? order(), { forAll: renderContext, forRequester: renderContext }).find(
    (each) => key.test(each.key),
  );
  assert.ok(message, `no message ${key}`);
  return `${message.text} ${JSON.stringify(message.blocks)}`;
}

describe('earlier messages of an order', () => {
  it('do not promise a project within minutes once it is late', () => {
    assert.match(said(orders.delivered, /^root/), /within minutes/);
    for (const key of [/^root/, /:placed$/]) {
      assert.doesNotMatch(said(orders['project late'], key), /within minutes/);
      assert.match(said(orders['project late'], key), /its project cannot be found yet/);
    }
  });

  it('do not call an order unpaid, or its payment missing, once a late payment was found', () => {
    assert.match(said(orders['payment expired'], /:payment_expired$/), /Nothing was paid/);
    for (const name of [
      'payment expired, and paid after all',
      'payment expired, tried again, and paid after all',
    ]) {
      const text = said(orders[name], /:payment_expired$/);
      assert.match(text, /had expired.*, but was paid after all/, name);
      assert.doesNotMatch(text, /[Nn]othing was paid|Try again/, name);
    }
    const direct = said(orders['payment expired, tried again, and paid after all'], /^outcome:1:direct$/);
    assert.match(direct, /had expired here, was paid after all: ordering again would buy it twice/);
    assert.doesNotMatch(direct, /[Nn]othing was paid|Try again/);
    assert.match(said(orders['payment expired and tried again'], /:payment_expired$/), /Nothing was paid/);
  });

  it('do not call an order paid after its payment failed, or unpaid after it was paid', () => {
    const failed = orders['payment failed'];
    for (const key of [/^root/, /:placed$/]) assert.doesNotMatch(said(failed, key), /\*Paid\*/);
    assert.match(said(failed, /:payment_failed$/), /<@U0REQ>.*retry the payment with the payment link/);
    const paid = orders['payment failed, and paid then'];
    assert.match(
      said(paid, /:payment_failed$/),
      /4711 was first reported as paid, but that payment did not work\./,
    );
    assert.match(said(paid, /:placed$/), /\*Paid\*.*is delivering it/);
  });

  it('have no Pay button while the URL is redacted, and have it again once it was read again', () => {
    const erased = orders['unpaid again, its URL redacted'] ?? order();
    assert.match(said(erased, /:placed$/), /to be paid/);
    assert.doesNotMatch(said(erased, /:placed$/), /"text":"Pay"/);
    const url = 'https://pay.example/?orderPassword=sesame';
    const read = after(erased, { type: 'checkout_url_refreshed', orderId: 4711, url });
    assert.match(said(read, /:placed$/), /"text":"Pay".*"url":"https:..pay.example/);
    assert.doesNotMatch(
      JSON.stringify(auditRecord({ type: 'checkout_url_refreshed', orderId: 4711, url })),
      /sesame/,
    );
  });
});

describe('an order that was placed and then closed', () => {
  const endings = {
    'given up': /not found at OVHcloud/,
    'payment expired, tried again, and paid after all': /paid after it had expired here/,
    'cancelled at OVHcloud': /cancelled at OVHcloud/,
  };
  for (const [name, what] of Object.entries(endings)) {
    it(`is never described as not ordered: ${name}`, () => {
      const ended = { orders: [orders[name] ?? order()], hasMore: false };
      const none = { orders: [], hasMore: false };
      const inbox = { ...READER, waiting: none, mine: none, recent: ended };
      const home = JSON.stringify(homeView(inbox, FIRST_PAGES, renderContext));
      assert.match(home, what);
      assert.match(inboxMessage(inbox, renderContext).text, what);
      for (const text of [home, said(orders[name], /^root/)]) assert.doesNotMatch(text, /not ordered/i);
    });
  }

  it('is covered by what an empty list says, as are orders whose project is ready', () => {
    const none = { orders: [], hasMore: false };
    const { text } = inboxMessage({ ...READER, waiting: none, mine: none, recent: none }, renderContext);
    assert.match(text, /Orders whose project is ready .* were not placed/);
  });
});

describe('an order that OVHcloud is cancelling', () => {
  it('is never described as paid or delivered if no one has paid', () => {
    const cancelling = orders['being cancelled'] ?? order();
    const listed = { orders: [cancelling], hasMore: false };
    const none = { orders: [], hasMore: false };
    const list = inboxMessage({ ...READER, waiting: none, mine: listed, recent: none }, renderContext).text;
    const refusal = denialText(new Denial({ kind: 'invalid_state' }, cancelling), renderContext);
    const rendered = JSON.stringify(
      renderOrder(cancelling, { forAll: renderContext, forRequester: renderContext }),
    );
    for (const text of [list, refusal, rendered]) {
      assert.match(text, /cancell/);
      assert.doesNotMatch(text, /is paid|\*Paid\*|delivered/);
    }
  });

  it('is still described as paid if it was', () => {
    const cancelling = orders['being cancelled, though paid'];
    for (const key of [/^root/, /:placed$/])
      assert.match(said(cancelling, key), /\*Paid\*: OVHcloud order 4711\. OVHcloud is cancelling/);
  });
});

describe('an order that costs nothing, where orders are charged to the account', () => {
  it('is never said to charge the account: it needs a click', () => {
    const required = { ...renderContext, approvalsRequired: 2 };
    const free = (of: Order): Order => ({
      ...of,
      quote: of.quote && { ...of.quote, autoPay: true, withTax: money(0, 'EUR') },
      ovhOrder: of.ovhOrder && { ...of.ovhOrder, withTax: money(0, 'EUR') },
    });
    const speaksOfIt = Object.entries(orders).flatMap(([name, of]) => {
      const listed = { orders: [free(of)], hasMore: false };
      const inbox = { ...READER, waiting: listed, mine: listed, recent: listed };
      const pictures = [renderContext, required].map((each) =>
        renderOrder(free(of), { forAll: each, forRequester: each }),
      );
      const all = JSON.stringify([...pictures, homeView(inbox, FIRST_PAGES, renderContext)]);
      return /charge/i.test(all) ? [name] : [];
    });
    assert.deepEqual(speaksOfIt, []);
  });

  it('has a reminder to confirm it before the deadline, instead of one about the charge', () => {
    const unpaid = orders['unpaid and free'] ?? order();
    const asked = { ...unpaid, quote: unpaid.quote && { ...unpaid.quote, autoPay: true } };
    assert.equal(paymentReminderAt(asked), paymentReminderAt(unpaid));
    assert.match(said(asked, /:placed$/), /takes one click on the payment link.*"text":"Pay"/s);
  });
});

describe('an order whose status OVHcloud does not report', () => {
  it('says so on its root message after an hour, and since when, until the status is known again', () => {
    const trackingLost = /Since <!date.* OVHcloud has not said how the order is doing/;
    assert.doesNotMatch(said(orders['delivering, tracking lost'], /^root/), trackingLost);
    for (const name of ['delivering, tracking lost for long', 'unpaid, tracking lost for long']) {
      const hidden = orders[name] ?? order();
      assert.match(said(hidden, /^root/), trackingLost, name);
      assert.doesNotMatch(said(after(hidden, { type: 'tracking_restored' }), /^root/), trackingLost, name);
    }
  });
});
