import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { money } from '../../../src/orders/money.ts';
import type { Order } from '../../../src/orders/order.ts';
import { appNames } from '../../../src/slack/app-names.ts';
import { channelRefusalText } from '../../../src/slack/views/channel-refusal-text.ts';
import { renderOrder } from '../../../src/slack/views/order-messages.ts';
import type { RenderContext } from '../../../src/slack/views/render-context.ts';
import { requestDenialText } from '../../../src/slack/views/request-denial-text.ts';
import {
  after,
  approve,
  everyOrder,
  FREE_QUOTE,
  order,
  placed,
  quoted,
  REQUEST,
  RULES,
} from '../../orders/samples.ts';
import { everyLanguage, speaking } from '../i18n/every-language.ts';

const renderContext: RenderContext = {
  ...speaking('en'),
  approvers: ['S0APPROVERS'],
  approvalsRequired: 1,
  checkoutUrlTo: 'channel',
  projectPage: (id) => `https://panel.example/${id}`,
  hasWaiver: true,
};
const two: RenderContext = { ...renderContext, approvalsRequired: 2 };
const OF_TWO = { ...RULES, required: 2 };
const rejection = {
  type: 'rejected',
  actor: { id: 'U0APP2', isApprover: true },
  reason: 'too dear',
} as const;

function message(of: Order, key: RegExp, settings = renderContext) {
  const found = renderOrder(of, { forAll: settings, forRequester: settings }).find((each) =>
    key.test(each.key),
  );
  assert.ok(found, `no message ${key}`);
  return found;
}

/** What the dialogs of a message's buttons say, by the button's action. */
function dialogs({ blocks }: { blocks: unknown }): Map<string, string> {
  const found = new Map<string, string>();
  JSON.stringify(blocks, (_key, value) => {
    if (value?.confirm?.text) found.set(value.action_id, value.confirm.text.text);
    return value;
  });
  return found;
}

const approving = (of: Order, settings = renderContext) =>
  dialogs(message(of, /approval_requested/, settings)).get('order_approve') ?? '';

describe('the dialog to confirm an approval', () => {
  const waiting = after(order(), quoted());
  const autoPay = after(order(), quoted({ autoPay: true }));
  const second = (of: Order) => after(of, approve(of, 'U0APP1', OF_TWO));

  it('says what that approval will do, for the first one and the last one', () => {
    assert.match(approving(waiting), /^This orders the project .* €12\.00 once, then €0\.00 a month\. /);
    assert.match(approving(autoPay), /^This charges €12.00/);
    assert.match(approving(waiting, two), /approval 1 of 2 .* The last approval orders it\./);
    assert.match(approving(autoPay, two), /approval 1 of 2 .* The last approval charges the account\./);
    assert.match(approving(second(waiting), two), /approval 2 of 2 and orders .*payment link afterwards\./);
    assert.match(approving(second(autoPay), two), /approval 2 of 2 and charges €12.00/);
  });

  it('says that the app confirms an order that costs nothing, where it does', () => {
    const free = after(order(), quoted(FREE_QUOTE));
    assert.match(approving(free), /orders .* for €0.00 .* costs nothing, so the app also confirms the order/);
    assert.match(approving(free, two), /approval 1 of 2 .* The last approval orders it\./);
    assert.match(
      approving(second(free), two),
      /approval 2 of 2 and orders .* the app also confirms the order/,
    );
    const shown = JSON.stringify(message(free, /approval_requested/)) + JSON.stringify(message(free, /root/));
    assert.match(shown, /nothing to pay; the app confirms the order/);
    assert.match(shown, /Then the order is placed, and the app confirms it: there is nothing to pay/);
    const byPerson = after(order(), quoted({ ...FREE_QUOTE, settlesFree: false }));
    assert.doesNotMatch(JSON.stringify(message(byPerson, /approval_requested/)), /confirm(s|ed)/);
  });

  it('fits Slack’s limits in every language, even with the longest name', () => {
    const request = { ...REQUEST, projectName: 'x'.repeat(100), waiveWithdrawal: true };
    const dear = { withTax: money(123_456.78, 'EUR') };
    for (const language of everyLanguage) {
      const settings = { ...two, ...language };
      const waiver = settings.messages.approval.withdrawalWaived;
      for (const terms of [{ ...dear, autoPay: true }, { ...dear, autoPay: false }, FREE_QUOTE]) {
        const first = after(order({ request }), quoted(terms, request));
        for (const asked of [first, second(first)]) {
          assert.ok(
            approving(asked, settings).endsWith(waiver),
            `${settings.locale}: ${approving(asked, settings)}`,
          );
        }
      }
    }
  });
});

describe('the text that replaces the buttons', () => {
  it('says how many had approved when someone rejected', () => {
    const waiting = after(order(), quoted());
    const rejected = after(waiting, approve(waiting, 'U0APP1', OF_TWO), rejection);
    const { text } = message(rejected, /approval_requested/, two);
    assert.match(text, /Rejected by <@U0APP2> .* 1 of 2 approvals: <@U0APP1>/);
    assert.doesNotMatch(text, /Approved:/);
  });

  it('does not say that no one decided when one of two had approved', () => {
    const waiting = after(order(), quoted());
    const one = after(waiting, approve(waiting, 'U0APP1', OF_TWO));
    const expired = after({ ...one, validUntil: 0 }, { type: 'approval_expired' });
    assert.match(message(expired, /approval_requested/, two).text, /not approved in time\. 1 of 2 approvals/);
  });
});

describe('the thread', () => {
  it('names both people whose approvals are void', () => {
    const waiting = after(order(), quoted());
    const one = after(waiting, approve(waiting, 'U0APP1', OF_TWO));
    const repriced = after(one, approve(one, 'U0APP2', OF_TWO), quoted({ withTax: money(24, 'EUR') }));
    assert.match(message(repriced, /price_changed/).text, /approvals of <@U0APP1> and <@U0APP2> are void/);
  });

  it('says that a lost answer is being checked only while that is so', () => {
    const { unclear = order() } = everyOrder();
    assert.match(message(unclear, /checkout_outcome_unknown/).text, /is being checked/);
    const settled = message(after(unclear, placed), /checkout_outcome_unknown/).text;
    assert.match(settled, /was checked whether/);
    assert.doesNotMatch(settled, /being checked/);
  });

  it('warns the approvers of a different price even if the URL goes only to the requester', () => {
    const { started = order() } = everyOrder();
    assert.ok(placed.type === 'placed');
    const dearer = after(started, { ...placed, ovhOrder: { ...placed.ovhOrder, withTax: money(13, 'EUR') } });
    const settings: RenderContext = { ...renderContext, checkoutUrlTo: 'requester' };
    const warning = /<!subteam\^S0APPROVERS> this is \*not\* the approved price of €12.00/;
    assert.match(message(dearer, /placed$/, settings).text, warning);
    const direct = message(dearer, /placed:direct/, settings).text;
    assert.match(direct, /\*not\* the approved price .* before you pay/);
    assert.doesNotMatch(direct, /S0APPROVERS|U0REQ/);
  });

  it('asks for confirmation before an order is linked as the lost one', () => {
    const { 'match ambiguous': choose = order() } = everyOrder();
    assert.match(
      dialogs(message(choose, /match_ambiguous/)).get('order_match_0') ?? '',
      /order 1 .*myproject/,
    );
  });
});

describe('the text of the root message and the approval message', () => {
  it('has who, what and why at the start of a notification, within 110 characters', () => {
    const request = { ...REQUEST, reason: 'for *the* show' };
    const named = { ...renderContext, requesterName: 'Rita' };
    const waiting = after(order({ request }), quoted({}, request));
    assert.equal(
      message(waiting, /approval_requested/, named).text,
      'Rita: approve myproject for €12.00? “for ∗the∗ show”',
    );
    const long = { ...request, projectName: 'p'.repeat(100), reason: 'because '.repeat(60) };
    for (const language of everyLanguage) {
      const settings = { ...named, ...language, requesterName: 'R'.repeat(80) };
      const { text } = message(
        after(order({ request: long }), quoted({}, long)),
        /approval_requested/,
        settings,
      );
      assert.ok(text.length <= 110, `${text.length}: ${text}`);
      assert.match(text, /^R.*pppp.*12,?.?00.*because/, language.locale);
    }
    assert.match(
      message(waiting, /root/, named).text,
      /^Rita requests .*myproject.*€12.00.*Waiting for approval/,
    );
  });
});

describe('the reason why an order cannot be placed in a channel', () => {
  it('uses the command of this instance, in every language', () => {
    const app = appNames({ command: '/order-staging', label: 'staging' });
    for (const language of everyLanguage) {
      const said = [
        channelRefusalText({ channel: 'D0TWO', errorCode: 'channel_not_found', isChosen: false }),
        channelRefusalText({ channel: 'C0NEWS', errorCode: 'restricted_action', isChosen: false }),
        requestDenialText('channel_shared'),
      ].map((words) => words({ ...language, app }));
      for (const text of said) {
        assert.match(text, /\/order-staging/);
        assert.doesNotMatch(text, /order-cloud/);
      }
    }
  });
});
