import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../../src/orders/denial.ts';
import { money } from '../../../src/orders/money.ts';
import type { Order } from '../../../src/orders/order.ts';
import type { OrderRequest } from '../../../src/orders/request.ts';
import { type AppNames, appNames, DEFAULT_NAMES } from '../../../src/slack/app-names.ts';
import { LANGUAGES } from '../../../src/slack/i18n/catalogue.ts';
import { denialText } from '../../../src/slack/views/denial-text.ts';
import { helpText } from '../../../src/slack/views/help.ts';
import { homeView, inboxMessage } from '../../../src/slack/views/home.ts';
import { noticeModal } from '../../../src/slack/views/notice-modal.ts';
import { renderOrder } from '../../../src/slack/views/order-messages.ts';
import { rejectionModal } from '../../../src/slack/views/rejection-modal.ts';
import type { RenderContext } from '../../../src/slack/views/render-context.ts';
import { requestModal } from '../../../src/slack/views/request-modal.ts';
import { FIRST_PAGES } from '../../../src/store/homes.ts';
import { blockKitProblems } from '../../block-kit.ts';
import { everyOrder, REQUEST } from '../../orders/samples.ts';
import { speaking } from '../i18n/every-language.ts';

const LONGEST: OrderRequest = {
  projectName: '&'.repeat(100),
  voucher: '<'.repeat(100),
  reason: '&\n'.repeat(500),
  budget: 10_000_000,
  waiveWithdrawal: true,
};
const ORDINARY: OrderRequest = {
  ...REQUEST,
  projectName: 'moon-base',
  voucher: 'SUMMER26',
  reason: 'The astronauts need it',
};

type Sent = { surface: 'message' | 'modal' | 'home'; payload: Record<string, unknown>; name: string };

/** Everything that the app shows in one language, for orders of this request in every state. */
function everything(
  locale: string,
  request: OrderRequest,
  purposes: { autoPay: boolean; toChannel: boolean; hasWaiver?: boolean; app?: AppNames },
): Sent[] {
  const language = { ...speaking(locale), app: purposes.app ?? DEFAULT_NAMES };
  const { hasWaiver = true } = purposes;
  const renderContext: RenderContext = {
    ...language,
    approvers: ['S0APPROVERS', 'U0APP1'],
    approvalsRequired: 2,
    checkoutUrlTo: purposes.toChannel ? 'channel' : 'requester',
    projectPage: (id) => `https://panel.example/${id}`,
    hasWaiver,
  };
  const charged = (of: Order): Order =>
    of.quote ? { ...of, quote: { ...of.quote, autoPay: purposes.autoPay } } : of;
  const orders = Object.entries(everyOrder(request)).map(([name, of]) => [name, charged(of)] as const);
  const messages = orders.flatMap(([name, of]) =>
    renderOrder(of, { forAll: renderContext, forRequester: renderContext }).map(
      ({ key, text, blocks }): Sent => {
        return { surface: 'message', payload: { text, blocks }, name: `${name} / ${key}` };
      },
    ),
  );
  const listed = { orders: orders.slice(0, 5).map(([, of]) => of), hasMore: true };
  const budgeted = orders.filter(([, of]) => of.spending || of.request.budget === 100).map(([, of]) => of);
  const totals = [
    {
      ...{ count: 2, month: '2026-11', spent: money(42, 'EUR') },
      ...{ forecast: money(80, 'EUR'), budget: money(200, 'EUR') },
    },
    { count: 1, month: null, spent: money(0, 'USD'), forecast: money(0, 'USD'), budget: money(5, 'USD') },
  ];
  const inbox = {
    ...{ reader: 'U0APP1', isApprover: true, mayOrder: true, showsSpend: true, totals },
    ...{ waiting: listed, mine: listed, recent: { orders: budgeted.slice(0, 10), hasMore: true } },
  };
  const empty = { orders: [], hasMore: false };
  const nothing = {
    reader: 'U0APP1',
    isApprover: true,
    mayOrder: true,
    waiting: empty,
    mine: empty,
    recent: empty,
  };
  const pages = { ...FIRST_PAGES, mine: 10 };
  const budgets = { budget: 'required', currency: 'EUR' } as const;
  const terms = { autoPay: purposes.autoPay, channels: [], hasWaiver, ...budgets };
  const change = (type: 'edited' | 'retried') => ({ channel: 'C0CLOUD', change: { orderId: 'oc-1', type } });
  const modals = [
    requestModal({ context: {}, filled: {}, terms }, language),
    requestModal({ context: { channel: 'C0CLOUD' }, filled: request, terms }, language),
    requestModal({ context: change('edited'), filled: request, terms }, language),
    requestModal({ context: change('retried'), filled: request, terms }, language),
    rejectionModal({ id: 'oc-1', request }, language.messages),
    ...orders.map(([, of]) =>
      noticeModal(denialText(new Denial({ kind: 'invalid_state' }, of), language), language.messages),
    ),
  ];
  return [
    ...messages,
    ...[inbox, nothing].map((each, index): Sent => {
      return {
        surface: 'home',
        payload: homeView(each, pages, renderContext) as never,
        name: `Home ${index}`,
      };
    }),
    ...[inbox, nothing].map((each, index): Sent => {
      return { surface: 'message', payload: inboxMessage(each, renderContext), name: `list ${index}` };
    }),
    ...modals.map(
      (view, index): Sent => ({ surface: 'modal', payload: view as never, name: `modal ${index}` }),
    ),
  ];
}

/** Every text in a payload that is no mrkdwn: titles, labels, buttons, dialogs. */
function plainTexts(payload: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(payload, (_key, value) => {
    if (value?.type === 'plain_text') found.push(value.text);
    return value;
  });
  return found;
}

describe('every surface', () => {
  for (const locale of LANGUAGES) {
    for (const [length, request] of Object.entries({ ordinary: ORDINARY, longest: LONGEST })) {
      it(`is valid Block Kit in ${locale}, ${length}`, () => {
        for (const autoPay of [true, false]) {
          for (const toChannel of [true, false]) {
            for (const { surface, payload, name } of everything(locale, request, { autoPay, toChannel })) {
              assert.deepEqual(blockKitProblems(surface, payload), [], name);
            }
          }
        }
      });
    }

    it(`has no truncated title, label, button or dialog in ${locale}`, () => {
      for (const autoPay of [true, false]) {
        for (const { payload, name } of everything(locale, ORDINARY, { autoPay, toChannel: true })) {
          for (const text of plainTexts(payload)) assert.doesNotMatch(text, /…$/, name);
        }
      }
    });

    it(`has the same content in the text of a message as in its blocks, in ${locale}`, () => {
      for (const { surface, payload, name } of everything(locale, ORDINARY, {
        autoPay: false,
        toChannel: true,
      })) {
        if (surface !== 'message') continue;
        const text = String(payload.text);
        assert.ok(text.length > 20, name);
        const isAboutAnOrder = name.endsWith('root') || name.includes('approval_requested');
        if (isAboutAnOrder && text.includes('12')) assert.match(text, /moon-base/, name);
      }
    });
  }

  it('mentions the right of withdrawal only where there is one to waive', () => {
    const words = /right of withdrawal|rétract|recesso|widerruf|desist/i;
    const purposes = { autoPay: false, toChannel: true };
    const speaking = (locale: string, hasWaiver: boolean) =>
      everything(locale, { ...ORDINARY, waiveWithdrawal: true }, { ...purposes, hasWaiver })
        .filter(({ payload }) => words.test(JSON.stringify(payload)))
        // An edit of just that cannot happen where there is no such field.
        .filter(({ name }) => !name.endsWith(':edited'))
        .map(({ name }) => name);
    for (const locale of LANGUAGES) {
      const surfaces = speaking(locale, true);
      for (const expected of ['waiting / 1:approval_requested', 'Home 0', 'modal 1', 'modal 2'])
        assert.ok(surfaces.includes(expected), `${expected} in ${locale}: ${surfaces}`);
      assert.deepEqual(speaking(locale, false), [], locale);
    }
  });

  it('uses the command and label of the instance, however long, and never the defaults', () => {
    const app = appNames({ command: `/${'x'.repeat(31)}`, label: 'W'.repeat(20) });
    for (const locale of LANGUAGES) {
      for (const autoPay of [true, false]) {
        const sent = everything(locale, ORDINARY, { autoPay, toChannel: true, app });
        for (const { surface, payload, name } of sent) {
          assert.deepEqual(blockKitProblems(surface, payload), [], name);
          assert.doesNotMatch(JSON.stringify(payload), /\/order-cloud|@order-cloud(?!-w{20})/, name);
        }
        const labelled = sent.filter(({ payload }) => JSON.stringify(payload).includes('W'.repeat(20)));
        const names = labelled.map(({ name }) => name);
        for (const expected of ['waiting / root', 'Home 0', 'Home 1', 'list 0', 'modal 0', 'modal 3'])
          assert.ok(names.includes(expected), `${expected} in ${locale}`);
      }
      const settings = { autoPay: false, checkoutUrlTo: 'channel', rules: { required: 1 } } as const;
      const help = helpText(settings, { ...speaking(locale), app });
      assert.match(help, /^\*order-cloud \(W{20}\)\*\n\*\/x{31} /);
    }
  });

  it('has help in seven lines, in every language', () => {
    for (const locale of LANGUAGES) {
      const settings = {
        autoPay: false,
        checkoutUrlTo: 'channel',
        rules: { required: 2, allowSelfApproval: false },
      };
      assert.equal(helpText(settings as never, speaking(locale)).split('\n').length, 7, locale);
    }
  });
});
