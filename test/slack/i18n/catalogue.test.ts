import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES, languageFor } from '../../../src/slack/i18n/catalogue.ts';
import { everyLanguage, speaking } from './every-language.ts';

type Leaf = string | ((facts: never) => string);

/** Facts that are counts: a text may choose its form by them. */
const COUNTS = ['count', 'given', 'required', 'number'];
/** What reads the same in another language, rightly so. */
const SAME = new Set(['Voucher', 'voucher', 'Plan', 'Public Cloud project', 'Voucher ⟦voucher⟧']);

function leavesOf(words: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [name, value] of Object.entries(words)) {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'object') for (const entry of leavesOf(value, here)) found.set(...entry);
    else found.set(here, value as Leaf);
  }
  return found;
}

/** A text with every fact it asks for filled with a mark of its own; counts are `count`. */
function filled(leaf: Leaf, count: number): { text: string; facts: string[] } {
  if (typeof leaf === 'string') return { text: leaf, facts: [] };
  const asked = new Set<string>();
  const facts = new Proxy(
    {},
    {
      get(_target, name: string) {
        asked.add(name);
        return COUNTS.includes(name) ? count : `⟦${name}⟧`;
      },
    },
  );
  return { text: leaf(facts as never), facts: [...asked] };
}

/** A text without its counts: what is left differs only in form. */
function countless(leaf: Leaf, count: number): string {
  return filled(leaf, count).text.replaceAll(/\d+/g, '#');
}

const english = leavesOf(speaking('en').messages);
const others = everyLanguage.filter(({ locale }) => locale !== 'en');

describe('the texts', () => {
  it('exist in five languages', () => {
    assert.deepEqual(LANGUAGES, ['en', 'fr', 'it', 'de', 'es']);
  });

  for (const { locale: tag, messages } of others) {
    const leaves = leavesOf(messages);

    it(`in ${tag} have the same keys as in English, and none is left in English`, () => {
      assert.deepEqual([...leaves.keys()].sort(), [...english.keys()].sort());
      const untranslated = [...leaves].filter(([path, leaf]) => {
        const text = filled(leaf, 2).text;
        return /[a-z]{3}/i.test(text) && text === filled(english.get(path) ?? '', 2).text && !SAME.has(text);
      });
      assert.deepEqual(
        untranslated.map(([path, leaf]) => `${path}: ${filled(leaf, 2).text}`),
        [],
      );
    });

    it(`in ${tag} contain every value that the English ones contain`, () => {
      for (const [path, leaf] of leaves) {
        for (const count of [0, 1, 2, 7]) {
          const marks = (of: Leaf) => (filled(of, count).text.match(/⟦\w+⟧/g) ?? []).sort().join();
          assert.equal(
            [...new Set(marks(leaf).split(','))].join(),
            [...new Set(marks(english.get(path) ?? '').split(','))].join(),
            `${path} for ${count}`,
          );
        }
      }
    });
  }

  for (const { locale: tag, messages } of everyLanguage) {
    it(`in ${tag} have no empty placeholder for counts of 0, 1, 2 and many`, () => {
      for (const [path, leaf] of leavesOf(messages)) {
        for (const count of [0, 1, 2, 1_000]) {
          assert.doesNotMatch(filled(leaf, count).text, /undefined|NaN|\[object|\$\{/, path);
          assert.ok(filled(leaf, count).text.trim().length > 0, path);
        }
      }
    });

    it(`in ${tag} close every bold marker`, () => {
      for (const [path, leaf] of leavesOf(messages)) {
        const stars = filled(leaf, 2).text.split('*').length - 1;
        assert.equal(stars % 2, 0, path);
      }
    });
  }

  it('in fr keep ; : ! ? % and quotation marks with their word, and use typographic apostrophes', () => {
    for (const [path, leaf] of leavesOf(speaking('fr').messages)) {
      for (const count of [1, 2]) {
        const { text } = filled(leaf, count);
        assert.doesNotMatch(text, /[ \u00a0][;:!?%»]|«(?!\u202f)|(?<!\u202f)»|\p{L}'\p{L}/u, path);
      }
    }
  });

  it('in it put no article before a date, which may begin with 8 or 11 or be a word', () => {
    for (const [path, leaf] of leavesOf(speaking('it').messages)) {
      const articles = /(^|\s)(il|al|dal|del|nel|sul|a|da) ⟦(at|until|since)⟧/;
      assert.doesNotMatch(filled(leaf, 2).text, articles, path);
    }
  });

  it('in it use the article that fits the percentage of a budget', () => {
    const { reached } = speaking('it').messages.budget;
    const facts = { name: 'moon-base', spent: '80 €', budget: '100 €', month: 'agosto 2026' };
    for (const [percent, said] of [
      ['50%', 'il 50%'],
      ['80%', 'l’80%'],
      ['100%', 'il 100%'],
    ] as const) {
      assert.match(reached({ ...facts, percent }), new RegExp(`ha raggiunto ${said} del budget`));
    }
  });

  it('have singular and plural forms', () => {
    const plurals = [...english].filter(
      ([, leaf]) => typeof leaf !== 'string' && countless(leaf, 1) !== countless(leaf, 2),
    );
    assert.ok(plurals.length >= 3, 'some texts have plural forms');
    for (const { locale: tag, messages } of others) {
      const leaves = leavesOf(messages);
      for (const [path] of plurals) {
        const leaf = leaves.get(path) ?? '';
        assert.notEqual(countless(leaf, 1), countless(leaf, 2), `${tag} ${path}`);
      }
    }
  });
});

describe('the language', () => {
  it('is found by its tag, with or without a region, and falls back to English', async () => {
    assert.deepEqual(await languageFor('fr-CA'), { ...speaking('fr'), locale: 'fr-CA' });
    assert.deepEqual(await languageFor('es-419'), { ...speaking('es'), locale: 'es-419' });
    assert.deepEqual(await languageFor('de'), speaking('de'));
    for (const none of ['ja-JP', 'constructor']) assert.deepEqual(await languageFor(none), speaking('en'));
  });
});
