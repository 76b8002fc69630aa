import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatMoney, type Money, money } from '../../src/orders/money.ts';
import { fingerprintOf, type PriceLine, priceTotals } from '../../src/orders/quote.ts';
import { quote, REQUEST } from './samples.ts';

const line = (charged: PriceLine['charged'], total: number, undiscounted = total): PriceLine => ({
  description: charged === 'once' ? 'Installation' : 'Rental for 1 month',
  charged,
  total: money(total, 'EUR'),
  undiscounted: money(undiscounted, 'EUR'),
});

/** `once` and `monthly` in euros, of lines that are written without tax. */
function totals(lines: PriceLine[], withoutTax: number, withTax: number) {
  const euros = (part: string) => money(part === 'with' ? withTax : withoutTax, 'EUR');
  const found = priceTotals(quote({ lines, withTax: euros('with'), withoutTax: euros('without') }));
  const inEuros = ({ ucents }: Money) => ucents / 1e8;
  return found && [inEuros(found.once), inEuros(found.monthly), found.isMonthlyWithTax];
}

describe('the price of a quote', () => {
  it('is split into once and monthly, tax included', () => {
    assert.deepEqual(totals([line('once', 5, 10), line('monthly', 0)], 5, 6), [6, 0, true]);
    assert.deepEqual(totals([line('once', 10), line('monthly', 5)], 15, 18), [12, 6, true]);
    assert.deepEqual(totals([line('monthly', 5)], 5, 5), [0, 5, true]);
  });

  it('uses lines that already include tax unchanged', () => {
    assert.deepEqual(totals([line('once', 12), line('monthly', 6)], 15, 18), [12, 6, true]);
  });

  it('does not promise a one-month discount for later months', () => {
    assert.deepEqual(totals([line('once', 10), line('monthly', 0, 5)], 10, 12), [12, 6, true]);
    assert.deepEqual(totals([line('once', 0, 10), line('monthly', 0, 5)], 0, 0), [0, 5, false]);
  });

  it('is not split if the lines do not add up to the price', () => {
    assert.equal(totals([], 10, 12), null);
    assert.equal(totals([line('once', 9)], 10, 12), null);
    const points = { ...line('once', 10), total: money(10, 'points') };
    assert.equal(totals([points], 10, 12), null);
  });
});

describe('the fingerprint of a quote', () => {
  const lines = [line('once', 10), line('monthly', 0)];
  const of = (changes: Parameters<typeof quote>[0]) => fingerprintOf(REQUEST, quote({ lines, ...changes }));

  it('changes with a price line, pricing mode, duration or commitment', () => {
    const others = [
      { lines: [line('once', 10)] },
      { lines: [line('once', 0), line('monthly', 10)] },
      { lines: [line('once', 10), line('monthly', 0, 5)] },
      { lines: [{ ...line('once', 10), description: 'Something else' }, line('monthly', 0)] },
      { pricingMode: 'degressivity12' },
      { duration: 'P1Y' },
      { minimumRepeat: 12 },
    ];
    const all = new Set([of({}), ...others.map(of)]);
    assert.equal(all.size, others.length + 1);
  });

  it('does not depend on the order of OVHcloud’s lines', () => {
    assert.equal(of({ lines: lines.toReversed() }), of({}));
  });
});

describe('an amount', () => {
  const written = (value: number, currency: string, locale: string) =>
    formatMoney({ ucents: value * 1e8, currency }, locale).replaceAll(/\s/g, ' ');

  it('is formatted for the language, also for an unknown currency', () => {
    assert.equal(written(1234.5, 'EUR', 'en'), '€1,234.50');
    assert.equal(written(1234.5, 'points', 'en'), '1,234.50 points');
    assert.equal(written(1234.5, 'points', 'de'), '1.234,50 points');
    assert.equal(written(1234.5, 'N/A', 'en'), '1,234.50');
    assert.equal(written(1, `points-more${'𝒜'.repeat(3)}`, 'en'), '1.00 points-more𝒜', 'no half character');
  });

  it('has no minus sign if it is zero', () => {
    assert.equal(written(-0, 'EUR', 'en'), '€0.00');
    assert.equal(written(-0.001, 'EUR', 'en'), '€0.00');
    assert.equal(written(-0, 'points', 'en'), '0.00 points');
    assert.equal(written(-5, 'EUR', 'en'), '-€5.00');
  });
});
