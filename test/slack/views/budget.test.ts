import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { money } from '../../../src/orders/money.ts';
import type { Order } from '../../../src/orders/order.ts';
import type { OrderRequest } from '../../../src/orders/request.ts';
import { questionBlocks } from '../../../src/slack/views/approval-message.ts';
import { budgetTotalText, spendText } from '../../../src/slack/views/budget-text.ts';
import { toMrkdwn } from '../../../src/slack/views/markup.ts';
import { renderOrder } from '../../../src/slack/views/order-messages.ts';
import type { RenderContext } from '../../../src/slack/views/render-context.ts';
import { FIELDS, requestModal } from '../../../src/slack/views/request-modal.ts';
import { readRequest } from '../../../src/slack/views/request-submission.ts';
import { after, everyOrder, order, quote, quoted, REQUEST } from '../../orders/samples.ts';
import { speaking } from '../i18n/every-language.ts';

const ctx: RenderContext = {
  ...speaking('en'),
  ...{ approvers: ['U0APP1'], approvalsRequired: 1, checkoutUrlTo: 'channel', hasWaiver: true },
  projectPage: () => null,
};
const terms = {
  autoPay: false,
  channels: [],
  hasWaiver: true,
  budget: 'optional',
  currency: 'EUR',
} as const;

function named(name: string): Order {
  return everyOrder()[name] ?? assert.fail(name);
}

/** What the form makes of a budget that is typed into it. */
function read(typed: string | null, mode: 'off' | 'optional' | 'required' = 'optional') {
  const values = {
    project_name: { project_name: { value: 'moon-base' } },
    ...(typed !== null && { budget: { budget: { value: typed } } }),
  };
  const outcome = readRequest(values, { hasWaiver: true, budget: mode });
  return 'problems' in outcome
    ? Object.fromEntries(Object.entries(outcome.problems).map(([field, say]) => [field, say(ctx)]))
    : outcome.request.budget;
}

const fieldOf = (mode: 'off' | 'optional' | 'required', filled: Partial<OrderRequest> = {}) =>
  requestModal({ context: {}, filled, terms: { ...terms, budget: mode } }, ctx).blocks.find(
    ({ block_id: id }) => id === FIELDS.budget,
  );

/** The messages about the budget: in the thread, and to the requester. */
function noticesOf(of: Order, language: RenderContext = ctx) {
  return renderOrder(of, { forAll: ctx, forRequester: language }).filter(({ key }) =>
    key.includes('budget_notice'),
  );
}

describe('the order form', () => {
  it('has a field for a monthly budget only where budgets are on, filled in if the order has one', () => {
    assert.equal(fieldOf('off', { budget: 100 }), undefined);
    assert.partialDeepStrictEqual(fieldOf('optional'), { type: 'input', optional: true });
    assert.partialDeepStrictEqual(fieldOf('required', { budget: 100 }), {
      optional: false,
      label: { text: 'Monthly budget' },
      element: { initial_value: '100' },
    });
    assert.match(JSON.stringify(fieldOf('optional')), /not a cap/);
  });

  it('shows the currency, or says “the account’s” if it is unknown', () => {
    const hint = (currency: string | null, language: RenderContext = ctx) => {
      const form = requestModal({ context: {}, filled: {}, terms: { ...terms, currency } }, language);
      const field = form.blocks.find(({ block_id: id }) => id === FIELDS.budget);
      return field && 'hint' in field ? (field.hint?.text ?? '') : '';
    };
    assert.match(hint('EUR'), /^In euros \(EUR\), /);
    assert.match(hint('PLN', { ...ctx, ...speaking('de') }), /Polnische Złoty \(PLN\)/);
    for (const unknown of [null, 'points', 'N/A', '*EUR'])
      assert.match(hint(unknown), /^In your OVHcloud account’s currency, /, unknown ?? 'none');
  });

  it('accepts whole amounts, with or without thousands separators', () => {
    for (const [typed, budget] of [
      ['100', 100],
      [' 1 ', 1],
      ['0050', 50],
      ['1 000', 1000],
      ['10\u202f000', 10_000],
      ['1’000’000', 1_000_000],
      ['10000000', 10_000_000],
    ] as const)
      assert.equal(read(typed), budget, typed);
  });

  it('refuses ambiguous amounts', () => {
    for (const typed of [
      '0',
      '-5',
      '1,5',
      '1.000',
      '1,000',
      '1e3',
      '12 34',
      '€100',
      '100 EUR',
      '١٠٠',
      '10000001',
      '9'.repeat(400),
      'lots',
    ]) {
      assert.deepEqual(
        read(typed),
        {
          budget: 'Enter a whole number from 1 to 10,000,000, without a currency or decimals.',
        },
        typed,
      );
    }
  });

  it('requires a budget only where it is required, and ignores one while budgets are off', () => {
    assert.deepEqual(
      ['', '  ', null].map((typed) => read(typed)),
      [null, null, null],
    );
    for (const typed of ['', ' ', null])
      assert.deepEqual(read(typed, 'required'), { budget: 'Enter a monthly budget.' });
    assert.deepEqual(
      ['100', 'lots', null].map((typed) => read(typed, 'off')),
      [null, null, null],
    );
  });
});

describe('approvers', () => {
  it('see the budget with the quote, and that it is not a limit', () => {
    const asking = (budget: number | null) => {
      const request = { ...REQUEST, budget };
      return JSON.stringify(questionBlocks(after(order({ request }), quoted({}, request)), quote(), { ctx }));
    };
    assert.match(asking(1500), /Monthly budget: €1,500\.00 \(not a cap\)/);
    assert.doesNotMatch(asking(null), /budget/i);
  });
});

describe('a budget notice', () => {
  it('shows in the thread and to the requester how much is spent, and that the budget is not a limit', () => {
    const [inThread, direct, ...more] = noticesOf(named('ready, half its budget spent'));
    assert.deepEqual(
      [inThread?.target, direct?.target, more],
      [{ kind: 'thread', alsoToChannel: false }, { kind: 'direct', user: 'U0REQ' }, []],
    );
    assert.equal(
      inThread?.text,
      ':chart_with_upwards_trend: *myproject* has reached 50% of its monthly budget: €50.00 of €100.00 in November 2026. OVHcloud’s forecast for the whole month is €90.00. The budget is not a cap: the project keeps running, and OVHcloud bills what it uses.',
    );
    assert.match(direct?.text ?? '', /myproject.* has reached 50%/);
  });

  it('warns that the forecast exceeds the budget', () => {
    const [inThread] = noticesOf(named('ready, more than its budget expected'));
    assert.match(
      inThread?.text ?? '',
      /likely to go over its monthly budget of €100\.00: .* is €130\.50\. So far it has spent €20\.00\./,
    );
    const [both] = noticesOf(named('ready, most of its budget spent, and more expected'));
    assert.match(both?.text ?? '', /80%.* €130\.50, which is over the budget/);
  });

  it('is in the reader’s language', () => {
    const [inThread, direct] = noticesOf(named('ready, its budget spent'), { ...ctx, ...speaking('de') });
    assert.match(inThread?.text ?? '', /:rotating_light:.*has reached 100%/);
    assert.match(direct?.text ?? '', /100\s%.*keine Obergrenze/);
  });

  it('is sent once if the order lives in direct messages with its requester', () => {
    assert.equal(noticesOf({ ...named('ready, half its budget spent'), channel: 'D0REQ' }).length, 1);
  });
});

describe('the spend of a project', () => {
  const text = (name: string) => toMrkdwn(spendText(named(name), ctx));

  it('is shown on a line of its own, with the forecast, and a warning above the budget', () => {
    assert.equal(
      text('ready, below its budget'),
      '€42.00 of €100.00 spent in November 2026 · forecast €80.00',
    );
    assert.equal(
      text('ready, more than its budget expected'),
      '€20.00 of €100.00 spent in November 2026 · forecast €130.50 · :warning: over budget',
    );
  });

  it('is shown as unknown, not reported, or gone where that is so', () => {
    assert.match(text('ready, its spend not read yet'), /^Monthly budget €100\.00, spend not known yet$/);
    assert.match(text('ready, its spend not told'), /OVHcloud hasn’t reported the spend since/);
    assert.match(
      text('ready, its spend not told any more'),
      /^€42\.00 of €100\.00 .* hasn’t reported the spend since/,
    );
    assert.match(text('ready, its project gone'), /no longer has this project/);
  });

  it('is not shown for an order without a budget, or that is not ready', () => {
    assert.deepEqual(['ready', 'waiting', 'rejected'].map(text), ['', '', '']);
  });

  it('is totalled over all projects with a budget', () => {
    const total = {
      count: 2,
      month: '2026-11',
      spent: money(42, 'EUR'),
      forecast: money(80, 'EUR'),
      budget: money(200, 'EUR'),
    };
    assert.equal(
      budgetTotalText(total, ctx),
      '2 projects with a budget: €42.00 of €200.00 spent in November 2026, forecast €80.00. Budgets are not caps.',
    );
    assert.match(budgetTotalText({ ...total, month: null }, ctx), /their spend is not known yet/);
  });
});
