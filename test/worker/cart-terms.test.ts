import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Offers, RequiredConfigurations } from '../../src/ovh/schemas/cart.ts';
import { OrderBlockedError } from '../../src/worker/errors.ts';
import { requiredConfiguration } from '../../src/worker/ovh/build-cart.ts';
import { amountOf, offerTerms } from '../../src/worker/ovh/quote-cart.ts';

const PLAN = 'project.2018';
const price = { currencyCode: 'EUR', value: 0, priceInUcents: 0 };
const month = { capacities: ['renew'], duration: 'P1M', pricingMode: 'default', minimumRepeat: 1, price };
const year = { ...month, duration: 'P1Y' };
const commitment = { ...month, pricingMode: 'degressivity12', minimumRepeat: 12 };
const installation = { ...month, capacities: ['installation'], duration: 'P0D' };

/** The terms that are taken from these prices of the plan, as OVHcloud's answer has them. */
function terms(prices: unknown, others: unknown[] = []) {
  const { duration, pricingMode, minimumRepeat } = offerTerms(
    Offers.parse([...others, { planCode: PLAN, prices }]),
    PLAN,
  );
  return [duration, pricingMode, minimumRepeat];
}

const kindOf = (reading: () => unknown) => {
  try {
    reading();
  } catch (error) {
    if (error instanceof OrderBlockedError) return error.failure.kind;
    throw error;
  }
  return null;
};

describe('the terms of an order', () => {
  it('are the plain month, however the prices are sorted', () => {
    const prices = [installation, year, commitment, month];
    assert.deepEqual(terms(prices), ['P1M', 'default', 1]);
    assert.deepEqual(terms(prices.toReversed()), ['P1M', 'default', 1]);
    assert.deepEqual(terms([{ ...month, minimumRepeat: undefined }, year]), ['P1M', 'default', 1]);
  });

  it('prefer the yearly default mode to a monthly commitment, and name a commitment', () => {
    assert.deepEqual(terms([commitment, year]), ['P1Y', 'default', 1]);
    assert.deepEqual(terms([commitment]), ['P1M', 'degressivity12', 12]);
    assert.deepEqual(terms([{ ...month, minimumRepeat: 24 }, year]), ['P1Y', 'default', 1]);
    assert.deepEqual(terms([{ ...month, duration: 'P3M' }, year]), ['P3M', 'default', 1]);
  });

  it('leave out offers that are not sold one at a time', () => {
    assert.deepEqual(terms([{ ...month, minimumQuantity: 5 }, year]), ['P1Y', 'default', 1]);
  });

  it('are not affected by offers and prices of another shape', () => {
    const odd = [null, 'x', { planCode: 7 }, { planCode: 'other' }, { planCode: 'odd', prices: [null] }];
    assert.deepEqual(terms([null, { duration: 5 }, { ...month, price: null }], odd), ['P1M', 'default', 1]);
  });

  it('are reported as not offered or as not understood if they are missing', () => {
    assert.equal(
      kindOf(() => terms([installation])),
      'plan_not_offered',
    );
    assert.equal(
      kindOf(() => offerTerms([], PLAN)),
      'plan_not_offered',
    );
    assert.equal(
      kindOf(() => terms('nothing')),
      'answer_not_understood',
    );
  });
});

describe('an amount from OVHcloud', () => {
  it('is read from either of its two numbers, and never becomes -0', () => {
    const of = (some: object) => amountOf({ currencyCode: 'EUR', ...some }).ucents;
    assert.equal(of({ value: 12, priceInUcents: null }), 1_200_000_000);
    assert.equal(of({ value: null, priceInUcents: 1_200_000_000 }), 1_200_000_000);
    for (const nothing of [{ value: -0 }, { value: 1, priceInUcents: -0 }, { value: -1e-12 }]) {
      assert.ok(Object.is(of(nothing), 0), JSON.stringify(nothing));
    }
  });
});

describe('an item’s configuration besides name and voucher', () => {
  const given = [{ label: 'description', value: 'x' }];
  const answers = (...asked: { label: string; allowedValues?: string[] }[]) =>
    requiredConfiguration(
      asked.map((each) => ({ allowedValues: [], ...each })),
      given,
    ).map(({ label, value }) => `${label}=${value}`);

  it('is set if it has one possible value, or one that is known; others are left out', () => {
    assert.deepEqual(answers({ label: 'os', allowedValues: ['none_64.en'] }), ['os=none_64.en']);
    assert.deepEqual(answers({ label: 'infrastructure' }), ['infrastructure=production']);
    assert.deepEqual(
      answers({ label: 'region', allowedValues: ['europe', 'canada'] }, { label: 'purpose' }),
      [],
    );
    assert.deepEqual(answers({ label: 'infrastructure', allowedValues: ['production', 'test'] }), [
      'infrastructure=production',
    ]);
    assert.deepEqual(answers({ label: 'infrastructure', allowedValues: ['staging', 'test'] }), []);
    assert.deepEqual(answers({ label: 'os', allowedValues: [''] }), []);
  });

  it('is read from values that are not text too, and left out if one of them cannot be read', () => {
    const allowed = (allowedValues: unknown) =>
      answers(...RequiredConfigurations.parse([{ label: 'os', allowedValues }]));
    assert.deepEqual(allowed([64]), ['os=64']);
    assert.deepEqual(allowed([true]), ['os=true']);
    assert.deepEqual(allowed(['a', {}]), []);
    assert.deepEqual(allowed(null), []);
  });

  it('has no label twice, and none that the app sets itself', () => {
    const os = { label: 'os', allowedValues: ['a', 'a'] };
    assert.deepEqual(answers(os, os), ['os=a']);
    assert.deepEqual(
      answers(
        { label: 'description', allowedValues: ['y'] },
        { label: 'voucher', allowedValues: ['FREE'] },
        { label: 'constructor' },
      ),
      [],
    );
  });
});
