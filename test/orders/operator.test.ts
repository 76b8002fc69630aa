import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import { isOperator, operatorActor, operatorName } from '../../src/orders/operator.ts';
import type { Order } from '../../src/orders/order.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { renderOrder } from '../../src/slack/views/order-messages.ts';
import { everyLanguage } from '../slack/i18n/every-language.ts';
import { events } from './one-of-each.ts';
import { after, everyOrder, NOW, order, quoted, RULES } from './samples.ts';

const by = operatorActor('alice');

/** What an operator may do, in the states in which someone else may. */
const ALLOWED = [
  'cancelled',
  'retried',
  'match_confirmed',
  'matches_rejected',
  'search_abandoned',
  'sync_requested',
  'pay_clicked',
];

/** The event as it would be if this actor had made it happen. */
function madeBy(actor: string, event: OrderEvent): OrderEvent | null {
  if ('actor' in event) return { ...event, actor: { id: actor, isApprover: true } };
  return 'by' in event ? { ...event, by: actor } : null;
}

describe('operators', () => {
  it('are distinguished from Slack users by their name', () => {
    assert.equal(by, 'operator:alice');
    assert.deepEqual([operatorName(by), operatorName('U0REQ'), operatorName(null)], ['alice', null, null]);
    assert.deepEqual([isOperator(by), isOperator('U0REQ')], [true, false]);
  });

  it('can never approve, reject, edit or withdraw, in any state, even if APPROVERS names them', () => {
    let denied = 0;
    for (const [name, of] of Object.entries(everyOrder())) {
      for (const make of Object.values(events)) {
        const event = madeBy(by, make(of));
        if (!event || ALLOWED.includes(event.type)) continue;
        const next = transition(of, event, NOW);
        assert.ok(next instanceof Denial, `${event.type} of ${name}`);
        denied += 1;
      }
    }
    assert.ok(denied > 20);
    const waiting = after(order(), quoted());
    const actor = { id: by, isApprover: true };
    const fingerprint = waiting.fingerprint ?? '';
    for (const allowSelfApproval of [true, false]) {
      const rules = { ...RULES, allowSelfApproval };
      const next = transition(
        { ...waiting, requester: by },
        { type: 'approved', actor, fingerprint, rules, lost: [] },
        NOW,
      );
      assert.ok(next instanceof Denial && next.reason.kind === 'not_an_approver');
    }
  });

  it('can cancel and retry exactly when the requester can', () => {
    let allowed = 0;
    for (const [name, of] of Object.entries(everyOrder())) {
      for (const type of ['cancelled', 'retried'] as const) {
        const asRequester = transition(
          of,
          { type, by: of.requester, request: of.request } as OrderEvent,
          NOW,
        );
        const asOperator = transition(of, { type, by, request: of.request } as OrderEvent, NOW);
        assert.equal(asOperator instanceof Denial, asRequester instanceof Denial, `${type} of ${name}`);
        if (!(asOperator instanceof Denial)) allowed += 1;
      }
    }
    assert.ok(allowed > 3);
  });

  it('can settle a lost checkout exactly when an approver can', () => {
    for (const [name, of] of Object.entries(everyOrder())) {
      for (const type of ['match_confirmed', 'matches_rejected', 'search_abandoned'] as const) {
        const made = (id: string, isApprover: boolean) =>
          transition(of, { ...events[type](of), actor: { id, isApprover } } as OrderEvent, NOW);
        const denials = [made('U0APP1', true), made(by, false)].map((next) => next instanceof Denial);
        assert.equal(denials[0], denials[1], `${type} of ${name}`);
      }
    }
  });

  it('can have an order synced in every state, which changes nothing in it', () => {
    for (const of of Object.values(everyOrder())) {
      assert.deepEqual(transition(of, { type: 'sync_requested', by }, NOW), of);
    }
  });

  it('are named but not mentioned, in every language', () => {
    const waiting = after(order(), quoted());
    const cancelled = transition(waiting, { type: 'cancelled', by }, NOW) as Order;
    for (const language of everyLanguage) {
      const renderContext = {
        ...language,
        approvers: ['S0APPROVERS'],
        approvalsRequired: 1,
        checkoutUrlTo: 'channel',
        projectPage: () => null,
        hasWaiver: true,
      } as const;
      const messages = renderOrder(cancelled, { forAll: renderContext, forRequester: renderContext });
      for (const key of ['root', 'approval_requested', 'direct']) {
        const message = messages.find((one) => one.key.endsWith(key));
        assert.match(message?.text ?? '', /alice \([\p{L}’ ]+\)/u, `${key} in ${language.locale}`);
      }
      assert.doesNotMatch(JSON.stringify(messages), /operator:/);
    }
  });
});
