import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { skeletonOf, toProjectName } from '../../src/orders/project-name.ts';

describe('toProjectName', () => {
  it('collapses blanks of any width to one space, and trims the name', () => {
    for (const typed of [
      'moon base',
      ' moon  base ',
      'moon\u00A0base',
      'moon\u3000\u2003base',
      '\u2009moon base',
    ])
      assert.equal(toProjectName(typed), 'moon base');
  });
});

describe('skeletonOf', () => {
  const alike: [string, string[]][] = [
    [
      'payments',
      [
        'Payments',
        'PAYMENTS',
        'раyments',
        'рауmеntѕ',
        'РАУMENTS',
        'ｐａｙｍｅｎｔｓ',
        '𝐩𝐚𝐲𝐦𝐞𝐧𝐭𝐬',
        'pаyments',
        'payrnents',
        'pay\u200Bments',
        ' payments ',
      ],
    ],
    ['moon base', ['moon\u00A0base', 'moon  base', 'Moon\u2003Base', 'mооn bаsе', 'm00n base']],
    ['cloud', ['cIoud', 'c1oud', 'с|oud', 'CLOUD', 'ϲlοud', 'cӏoud', 'cΙoud', 'cІoud']],
    ['BETA', ['beta', 'Веta', 'ΒΕΤΑ']],
    ['vega', ['νega', 'ⅴega']],
    ['AI', ['АІ', 'ΑΙ', 'Аi']],
    ['INFRA', ['ІNFRA', 'ΙNFRA', 'ӀNFRA']],
    ['bill', ['biII', 'biІІ', 'biӏӏ']],
    ['k8s', ['ĸ8s', 'к8s']],
    ['tenant', ['teηant']],
    ['pay-ments', ['pay‐ments', 'pay–ments', 'pay—ments', 'pay−ments']],
    ['Base🚀', ['Вase🚀', 'ВАЅЕ🚀', 'BASE🚀']],
    ['Base-日', ['Вase-日', 'ВАЅЕ-日']],
    ['Base日', ['ВАЅЕ日']],
    ['telstß', ['teӏstß', 'TELSTSS']],
    ['москва', ['МОСКВА', 'Москва', 'mockba']],
    ['été', ['ÉTÉ', 'e\u0301te\u0301', 'еtе'.replaceAll('е', 'е\u0301')]],
    ['straße', ['STRASSE', 'strasse']],
    ['Ελλάδα', ['ΕΛΛΆΔΑ']],
    ['月', ['月']],
  ];
  for (const [name, others] of alike) {
    for (const other of others)
      it(`treats ${JSON.stringify(other)} as equal to ${name}`, () =>
        assert.equal(skeletonOf(other), skeletonOf(name)));
  }

  const different = [
    ['payments', 'payment'],
    ['moon', 'noon'],
    ['mail', 'mall'],
    ['été', 'ete'],
    ['moon base', 'moonbase'],
    ['web-1', 'web-2'],
    ['月', '日'],
    ['база', 'ваза'],
    ['ΗΛΙΟΣ', 'ΝΛΙΟΣ'],
    ['🚀 launch', '🛸 launch'],
    ['team 👩‍🚀', 'team 👨‍🚀'],
  ] as const;
  for (const [one, other] of different) {
    it(`distinguishes ${one} from ${other}`, () => assert.notEqual(skeletonOf(one), skeletonOf(other)));
  }

  it('is idempotent', () => {
    for (const name of [...alike.flatMap(([one, others]) => [one, ...others]), ...different.flat()])
      assert.equal(skeletonOf(skeletonOf(name)), skeletonOf(name), name);
  });
});
