import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBeingSettled } from '../../../src/orders/settlement.ts';
import { LANGUAGES } from '../../../src/slack/i18n/catalogue.ts';
import { type OrderMessage, renderOrder } from '../../../src/slack/views/order-messages.ts';
import type { MessageDelivery, RenderContext } from '../../../src/slack/views/render-context.ts';
import { blockKitProblems } from '../../block-kit.ts';
import { everyOrder } from '../../orders/samples.ts';
import { speaking } from '../i18n/every-language.ts';

const STATES: (MessageDelivery | undefined)[] = [
  undefined,
  { state: 'pending' },
  { state: 'delivered' },
  { state: 'retrying', errorCode: 'missing_scope' },
  { state: 'failed', errorCode: 'user_disabled' },
];

function drawing(locale: string, checkoutUrlTo: 'channel' | 'requester'): RenderContext {
  return {
    ...speaking(locale),
    ...{ approvers: ['S0APPROVERS'], approvalsRequired: 1, checkoutUrlTo, hasWaiver: true },
    projectPage: () => null,
  };
}

/** Every order that was placed, drawn as if the message with its payment link had come to `state`. */
function drawn(
  state: MessageDelivery | undefined,
  { locale = 'en', to = 'requester' as 'channel' | 'requester' } = {},
): { name: string; isUnpaid: boolean; picture: OrderMessage[] }[] {
  return Object.entries(everyOrder()).flatMap(([name, order]) => {
    const placed = order.timeline.findLast(({ kind }) => kind === 'placed');
    if (!placed) return [];
    const key = `${placed.number}:placed${to === 'requester' ? ':direct' : ''}`;
    const settings = drawing(locale, to);
    const deliveries = new Map(state ? [[key, state]] : []);
    return [
      {
        name,
        isUnpaid: order.state === 'awaiting_payment' && !isBeingSettled(order),
        picture: renderOrder(order, { forAll: settings, forRequester: settings }, deliveries),
      },
    ];
  });
}

const shared = (rendered: OrderMessage[]) => rendered.filter(({ target }) => target.kind !== 'direct');
const hasButton = (message: OrderMessage) => JSON.stringify(message.blocks).includes('order_show_link');

describe('a payment link that goes to the requester', () => {
  it('is said to have been sent only once it was', () => {
    for (const state of STATES) {
      for (const { name, picture: rendered } of drawn(state)) {
        const text = JSON.stringify(shared(rendered));
        const claims = /went to <@U0REQ>|you have the payment link|who has the payment link/.test(text);
        if (claims) assert.equal(state?.state, 'delivered', name);
      }
    }
  });

  it('can be shown with a button in the thread while the order awaits payment and the link did not arrive', () => {
    for (const state of STATES) {
      const isMissing = state !== undefined && 'errorCode' in state;
      for (const { name, isUnpaid, picture: rendered } of drawn(state)) {
        const buttons = rendered.filter(hasButton).map(({ key }) => key.replace(/\d+/, ''));
        assert.deepEqual(buttons, isMissing && isUnpaid ? [':placed'] : [], `${name}, ${state?.state}`);
        assert.ok(!JSON.stringify(shared(rendered)).includes('orderPassword'), name);
      }
    }
  });
});

describe('a payment link that goes to the thread', () => {
  it('is sent to the requester instead, with a button in the channel, if Slack refuses it for good', () => {
    for (const { name, isUnpaid, picture: rendered } of drawn(
      { state: 'failed', errorCode: 'msg_too_long' },
      { to: 'channel' },
    )) {
      // What the app confirms automatically needs no link.
      if (!isUnpaid || /redacted|^(being )?confirmed by the app/.test(name)) continue;
      const direct = rendered.findLast(({ key }) => key.endsWith('placed:direct'));
      assert.ok(JSON.stringify(direct).includes('orderPassword'), name);
      assert.deepEqual(
        rendered.filter(hasButton).map(({ key }) => key),
        ['root'],
        name,
      );
    }
  });

  it('is not announced to the requester before it is there', () => {
    for (const { name, picture: rendered } of drawn(undefined, { to: 'channel' })) {
      for (const { key, after } of rendered)
        if (key.endsWith('placed:direct')) assert.equal(after, key.replace(':direct', ''), name);
    }
  });
});

describe('every delivery of a payment link', () => {
  for (const locale of LANGUAGES) {
    it(`is reported in valid Block Kit, in ${locale}`, () => {
      for (const state of STATES) {
        for (const to of ['channel', 'requester'] as const) {
          for (const { name, picture: rendered } of drawn(state, { locale, to })) {
            for (const { key, text, blocks } of rendered)
              assert.deepEqual(blockKitProblems('message', { text, blocks }), [], `${name} / ${key}`);
          }
        }
      }
    });
  }
});
