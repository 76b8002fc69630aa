import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../../src/orders/denial.ts';
import { money } from '../../../src/orders/money.ts';
import type { Order } from '../../../src/orders/order.ts';
import { isBeingSettled } from '../../../src/orders/settlement.ts';
import { denialText } from '../../../src/slack/views/denial-text.ts';
import { failureText } from '../../../src/slack/views/failure-text.ts';
import { type OrderMessage, renderOrder } from '../../../src/slack/views/order-messages.ts';
import type { RenderContext } from '../../../src/slack/views/render-context.ts';
import { stateView } from '../../../src/slack/views/state-views.ts';
import { blockKitProblems } from '../../block-kit.ts';
import { after, approve, everyOrder, order, placed, quote, quoted, REQUEST } from '../../orders/samples.ts';
import { speaking } from '../i18n/every-language.ts';

const english = speaking('en');
const renderContext: RenderContext = {
  ...english,
  approvers: ['S0APPROVERS'],
  approvalsRequired: 1,
  checkoutUrlTo: 'channel',
  projectPage: (id) => `https://panel.example/${id}`,
  hasWaiver: true,
};
const manyApprovers = Array.from({ length: 20 }, (_, index) => `U0APPROVER${index}`);
const longest = {
  projectName: '&'.repeat(100),
  voucher: '<'.repeat(100),
  reason: '&\n'.repeat(500),
  budget: 500,
  waiveWithdrawal: true,
};
const manyContracts = Array.from({ length: 12 }, (_, index) => ({
  name: '&'.repeat(200),
  url: `https://example.com/${'c'.repeat(370)}${index}`,
  digest: 'd',
}));

/** All orders, short and at their longest. */
function drawn(request = REQUEST, settings = renderContext) {
  return Object.entries(everyOrder(request)).flatMap(([name, of]) => {
    const longOrder = of.quote ? { ...of, quote: quote({ contracts: manyContracts, autoPay: true }) } : of;
    return [of, longOrder].map((each) => ({
      name,
      order: each,
      picture: renderOrder(each, { forAll: settings, forRequester: settings }),
    }));
  });
}

/** All text of a message that Slack reads as mrkdwn. */
function mrkdwnOf({ text, blocks }: OrderMessage): string[] {
  const found = [text];
  JSON.stringify(blocks, (_key, value) => {
    if (value?.type === 'mrkdwn') found.push(value.text);
    return value;
  });
  return found;
}

function textOf(of: Order, key: RegExp, settings = renderContext): string {
  const message = renderOrder(of, { forAll: settings, forRequester: settings }).find((each) =>
    key.test(each.key),
  );
  assert.ok(message, `no message ${key}`);
  return `${message.text} ${JSON.stringify(message.blocks)}`;
}

describe('every message of every order', () => {
  const settings = { ...renderContext, approvers: manyApprovers, approvalsRequired: 2 };
  for (const [length, request] of Object.entries({ short: REQUEST, 'at its longest': longest })) {
    it(`is valid Block Kit, ${length}`, () => {
      for (const checkoutUrlTo of ['channel', 'requester'] as const) {
        for (const { name, picture: rendered } of drawn(request, { ...settings, checkoutUrlTo })) {
          for (const { key, text, blocks } of rendered) {
            assert.deepEqual(blockKitProblems('message', { text, blocks }), [], `${name} / ${key}`);
          }
        }
      }
    });
  }

  it('never truncates within a link or an escaped character', () => {
    for (const { name, picture: rendered } of drawn(longest, settings)) {
      for (const text of rendered.flatMap(mrkdwnOf)) {
        assert.doesNotMatch(text.replaceAll(/<[^<>\n]+>/g, ''), /</, name);
        assert.doesNotMatch(text, /&(?!amp;|lt;|gt;)/, name);
      }
    }
  });

  it('escapes every mention and link that someone typed', () => {
    const hostile = '<!channel> <@U0APP1> <https://evil.example|click> & *bold*';
    const request = { ...longest, projectName: hostile, reason: hostile, voucher: '<!here>1234' };
    for (const { picture: rendered } of drawn(request)) {
      const mrkdwn = rendered.flatMap(mrkdwnOf).join('\n');
      assert.match(mrkdwn, /&lt;!channel&gt;/);
      assert.doesNotMatch(mrkdwn, /<!channel>|<!here|<https:\/\/evil/);
    }
  });

  it('does not let a project name look like the app’s own words', () => {
    const request = { ...REQUEST, projectName: 'x* for *€0.00* with tax, approved, was *y' };
    for (const { picture: rendered } of drawn(request)) {
      assert.doesNotMatch(rendered.flatMap(mrkdwnOf).join('\n'), /\*€0\.00\*/);
    }
  });

  it('shows vouchers only masked', () => {
    const request = { ...REQUEST, voucher: 'SUMMER-2026-XY' };
    for (const { picture: rendered } of drawn(request))
      assert.doesNotMatch(JSON.stringify(rendered), /SUMMER/);
    assert.match(textOf(everyOrder(request).waiting ?? order(), /approval_requested/), /••••XY/);
  });

  it('shows the payment link only in the thread and to the requester', () => {
    for (const { name, order: of, picture: rendered } of drawn()) {
      const holders = rendered.filter((message) => JSON.stringify(message).includes('orderPassword'));
      const isUsable =
        !name.includes('redacted') &&
        ['awaiting_payment', 'delivering', 'ready'].includes(of.state) &&
        !isBeingSettled(of) &&
        !name.includes('cancelled');
      const keys = holders.map(({ key }) => key.replace(/^\d+/, ''));
      assert.deepEqual(keys, isUsable ? [':placed', ':placed:direct'] : [], name);
    }
  });

  it('names the OVHcloud order of a paid order, whatever happened afterwards', () => {
    const again = everyOrder()['paid, cancelled at OVHcloud and tried again'];
    assert.ok(again);
    assert.match(textOf(again, /:failed$/), /this order had ended: .*4711/);
    for (const { name, picture: rendered } of drawn())
      assert.doesNotMatch(JSON.stringify(rendered), /undefined/, name);
  });

  it('has a unique key', () => {
    for (const { name, picture: rendered } of drawn()) {
      const keys = rendered.map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length, name);
    }
  });
});

describe('the approval message', () => {
  const states = everyOrder();
  const waiting = states.waiting ?? order();

  it('has buttons only while its quote awaits a decision', () => {
    for (const [name, of] of Object.entries(states)) {
      const withButtons = renderOrder(of, { forAll: renderContext, forRequester: renderContext }).filter(
        (m) => JSON.stringify(m.blocks).includes('order_approve'),
      );
      const thread = withButtons.filter(({ target }) => target.kind === 'thread');
      assert.equal(thread.length, of.state === 'awaiting_approval' ? 1 : 0, name);
      const reminders = withButtons.filter(({ target }) => target.kind === 'direct');
      assert.ok(reminders.length === 0 || of.state === 'awaiting_approval', name);
    }
  });

  it('asks for confirmation before approving, with the project and the price', () => {
    const said = textOf(waiting, /approval_requested/);
    assert.match(said, /This orders the project “myproject” for €12.00 incl\. tax/);
  });

  it('says that approving charges the account where it does', () => {
    const autopay = after(order(), quoted({ autoPay: true }));
    assert.match(textOf(autopay, /approval_requested/), /\*charges\* the account.*This charges €12.00/);
  });

  it('shows who approved, and how many approvals are needed', () => {
    const one = states['waiting for the second of two'] ?? order();
    assert.match(
      textOf(one, /approval_requested/, { ...renderContext, approvalsRequired: 2 }),
      /1 of 2 approvals: <@U0APP1>/,
    );
  });

  it('still shows afterwards who decided what, and when', () => {
    assert.match(textOf(states.unpaid ?? order(), /approval_requested/), /Approved: <@U0APP1> <!date\^/);
    assert.match(textOf(states.rejected ?? order(), /approval_requested/), /Rejected by <@U0APP1> <!date\^/);
  });
});

describe('the request for approval', () => {
  it('shows price, tax, discount, consent, contracts, usage and how long the quote is valid', () => {
    const of = after(order({ request: longest }), quoted({ reduction: money(5, 'EUR') }, longest));
    const said = textOf(of, /approval_requested/);
    for (const part of [
      '€12.00',
      '€12.00 once, then €0.00 a month',
      '€2.00 tax included',
      '€5.00 discount',
      'usage is billed separately',
      'right of withdrawal is waived',
      'terms.pdf|General',
      '<!date^',
    ]) {
      assert.ok(said.includes(part), part);
    }
  });
});

describe('a changed price', () => {
  it('is shown with old and new price, and whose approval is void', () => {
    const repriced = everyOrder().repriced ?? order();
    assert.match(textOf(repriced, /price_changed/), /was €12.00 .* is €24.00 now.*<@U0APP1> is void/);
  });

  it('is shown as changed terms if the price is the same', () => {
    const waiting = after(order(), quoted());
    const changed = after(waiting, approve(waiting), quoted({ contracts: [] }));
    assert.match(textOf(changed, /price_changed/), /still €12.00 .* terms or contracts have changed/);
  });
});

describe('the payment link', () => {
  it('is sent only to the requester if so configured, and the thread says so', () => {
    const unpaid = everyOrder().unpaid ?? order();
    const settings = { ...renderContext, checkoutUrlTo: 'requester' } as const;
    const rendered = renderOrder(unpaid, { forAll: settings, forRequester: settings });
    const places = rendered
      .filter(({ key }) => key.includes('placed'))
      .map(({ target, blocks }) => [target.kind, /sesame/.test(JSON.stringify(blocks))]);
    assert.deepEqual(places, [
      ['direct', true],
      ['thread', false],
    ]);
  });

  it('says for a free order that one click is still needed', () => {
    const started = everyOrder().started ?? order();
    assert.ok(placed.type === 'placed');
    const free = after(started, { ...placed, ovhOrder: { ...placed.ovhOrder, withTax: money(0, 'EUR') } });
    assert.match(textOf(free, /placed/), /costs nothing, but still takes one click/);
  });
});

describe('a free order that the app confirms', () => {
  const named = (name: string) => everyOrder()[name] ?? order();
  const waiting = 'being confirmed by the app';

  it('has no payment link while it is being confirmed, wherever links are sent', () => {
    for (const checkoutUrlTo of ['channel', 'requester'] as const) {
      const settings = { ...renderContext, checkoutUrlTo };
      for (const name of [waiting, 'confirmed by the app, which does not show yet']) {
        const shown = JSON.stringify(renderOrder(named(name), { forAll: settings, forRequester: settings }));
        assert.doesNotMatch(shown, /sesame|"text":"Pay"/);
        assert.match(shown, /the app is confirming it; no action needed/);
        assert.match(shown, /so the app confirms it at OVHcloud/);
      }
    }
  });

  it('gets its payment link if the app could not confirm it, and the requester is mentioned', () => {
    for (const [checkoutUrlTo, where] of [
      ['channel', 'link above'],
      ['requester', 'in your direct messages'],
    ] as const) {
      const settings = { ...renderContext, checkoutUrlTo };
      const rendered = renderOrder(named('not confirmed by the app'), {
        forAll: settings,
        forRequester: settings,
      });
      const linked = rendered.filter(({ blocks }) => JSON.stringify(blocks).includes('sesame'));
      assert.ok(linked.length > 0);
      assert.ok(checkoutUrlTo === 'channel' || linked.every(({ target }) => target.kind === 'direct'));
      const told = rendered.find(({ key }) => key.endsWith(':settlement_failed'));
      assert.match(told?.text ?? '', new RegExp(`<@U0REQ> the app could not confirm .*4711.*${where}`));
      assert.match(JSON.stringify(told?.blocks), /EU\.ext-1\.2/);
    }
  });

  it('mentions no one once a person has confirmed it', () => {
    const text = textOf(named('not confirmed by the app, but by a person'), /settlement_failed/);
    assert.match(text, /could not confirm OVHcloud order 4711\./);
    assert.doesNotMatch(text, /<@U0REQ>|takes one click/);
  });

  it('is listed as being confirmed, not as awaiting payment', () => {
    const listed = (of: Order) => stateView(of).listed(of, english.messages);
    assert.equal(listed(named(waiting)), 'being confirmed');
    assert.equal(listed(named('not confirmed by the app')), 'awaiting payment');
  });
});

describe('a project that is ready', () => {
  const named = (name: string) => everyOrder()[name] ?? order();
  const guidePage = (language: string) => `https://guide.example/${language}`;
  const offering: RenderContext = { ...renderContext, guidePage, offersVoucher: true };
  const shownTo = (of: Order, personal = offering, shared = renderContext) => {
    const rendered = renderOrder(of, { forAll: { ...shared, guidePage }, forRequester: personal });
    const of_ = (key: RegExp) =>
      rendered.find((message) => key.test(message.key)) ?? assert.fail(String(key));
    return { thread: of_(/:placed$/), direct: of_(/:placed:direct$/) };
  };

  it('is announced with links to its first steps, in the text as well as in the blocks', () => {
    const { thread, direct } = shownTo(named('ready'));
    for (const { text, blocks } of [thread, direct]) {
      for (const page of ['users', 'quota', 'ssh', 'billing']) {
        assert.match(text, new RegExp(`<https://panel\\.example/[0-9a-f]{32}/${page}\\|`));
        assert.match(JSON.stringify(blocks), new RegExp(`<https://panel\\.example/[0-9a-f]{32}/${page}\\|`));
      }
      assert.match(text, /<https:\/\/guide\.example\/en\|OVHcloud’s guide>/);
    }
  });

  it('has its links in the reader’s language', () => {
    const { thread, direct } = shownTo(named('ready'), { ...offering, ...speaking('fr'), locale: 'fr-CA' });
    assert.match(direct.text, /<https:\/\/guide\.example\/fr\|guide d’OVHcloud>/);
    assert.match(thread.text, /<https:\/\/guide\.example\/en\|/);
  });

  it('has no links if neither control panel nor guide is known', () => {
    const bare: RenderContext = { ...renderContext, projectPage: () => null };
    const rendered = renderOrder(named('ready'), { forAll: bare, forRequester: bare });
    assert.doesNotMatch(JSON.stringify(rendered), /First steps/);
  });

  it('offers only its requester to add a voucher, if the app may and the order had none', () => {
    const { thread, direct } = shownTo(named('ready'));
    assert.match(JSON.stringify(direct.blocks), /order_add_voucher/);
    assert.doesNotMatch(JSON.stringify(thread.blocks), /order_add_voucher/);
    const isOffered = (of: Order, personal = offering) =>
      JSON.stringify(shownTo(of, personal).direct.blocks).includes('order_add_voucher');
    assert.equal(isOffered(named('ready'), renderContext), false);
    assert.equal(isOffered(everyOrder({ ...REQUEST, voucher: 'CREDIT5' }).ready ?? order()), false);
    assert.equal(isOffered(named('ready, a voucher is being added')), false);
    assert.equal(isOffered(named('ready, a voucher was added')), false);
    assert.equal(isOffered(named('ready, a voucher was refused')), true);
  });

  it('offers to add a voucher also in the thread of an order in direct messages', () => {
    const direct = { ...named('ready'), channel: 'D0REQ' };
    const offers = renderOrder(direct, { forAll: renderContext, forRequester: offering }).filter(
      ({ blocks }) => JSON.stringify(blocks).includes('order_add_voucher'),
    );
    assert.deepEqual(
      offers.map(({ target }) => target.kind),
      ['thread'],
    );
  });

  it('shows the outcome of the voucher, masked, with the reason', () => {
    const said = (name: string) => shownTo(named(name)).direct;
    assert.match(said('ready, a voucher is being added').text, /Voucher ••••XY is being added/);
    assert.match(said('ready, a voucher was added').text, /Voucher ••••XY was added/);
    const refused = said('ready, a voucher was refused');
    assert.match(refused.text, /••••XY was not added\. This voucher has expired\./);
    assert.doesNotMatch(JSON.stringify(refused.blocks), /EU\.ext-1\.3/);
  });
});

describe('a failure', () => {
  it('offers a retry only while it is current and a retry can help', () => {
    const states = everyOrder();
    assert.match(textOf(states.failed ?? order(), /failed/), /order_try_again/);
    assert.doesNotMatch(textOf(states['tried again'] ?? order(), /failed/), /order_try_again/);
  });

  it('says what to do, whatever the reason', () => {
    const kinds = [
      {
        kind: 'not_eligible',
        actions: ['challengePaymentMethod', 'askIncreaseProjectsQuota', 'somethingNew'],
      },
      { kind: 'voucher_refused', code: 'something new' },
      { kind: 'right_missing', call: 'GET /me' },
    ] as const;
    for (const failure of kinds) {
      const { what, toDo } = failureText(failure as never, english);
      assert.ok(what.length > 10 && toDo.length > 10);
    }
  });
});

describe('the ephemeral reply to a late click', () => {
  it('says who decided what, and when', () => {
    const { rejected, unpaid, cancelled } = everyOrder();
    const words = (of = order()) => denialText(new Denial({ kind: 'invalid_state' }, of), english);
    assert.match(words(rejected), /<@U0APP1> rejected this <!date\^/);
    assert.match(words(unpaid), /approved by <@U0APP1> <!date\^.*order 4711 was placed/);
    assert.match(words(cancelled), /<@U0REQ> cancelled this/);
  });
});
