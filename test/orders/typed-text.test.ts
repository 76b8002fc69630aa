import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  containsInvisibleCharacters,
  removeInvisibleCharacters,
  toCleanLine,
  toCleanText,
  truncate,
} from '../../src/orders/typed-text.ts';

describe('containsInvisibleCharacters, removeInvisibleCharacters', () => {
  const hidden = {
    'a control character': ['bell\u0007', 'bell'],
    'a line break': ['two\nlines', 'twolines'],
    'a line separator': ['two\u2028lines', 'twolines'],
    'a turn of direction': ['left\u202Eright', 'leftright'],
    'a zero-width space': ['moon\u200Bbase', 'moonbase'],
    'a word joiner': ['moon\u2060base', 'moonbase'],
    'a byte order mark': ['\uFEFFmoon', 'moon'],
    'a soft hyphen': ['moon\u00ADbase', 'moonbase'],
    'a joiner between Latin letters': ['moon\u200Dbase', 'moonbase'],
    'a non-joiner between Latin letters': ['moon\u200Cbase', 'moonbase'],
    'a joiner at the end of an emoji': ['👩\u200D', '👩'],
    'a joiner before a word': ['👩\u200Dmoon', '👩moon'],
    'tags without a flag': ['moon\u{E0067}\u{E007F}', 'moon'],
    'a Hangul filler': ['moon\u3164base', 'moonbase'],
    'a halfwidth Hangul filler': ['moon\uFFA0', 'moon'],
    'a blank of Braille': ['moon\u2800', 'moon'],
    'a blank musical notehead': ['moon\u{1D159}', 'moon'],
    'a Khitan filler': ['moon\u{16FE4}', 'moon'],
    'a blank hieroglyph': ['moon\u{13441}', 'moon'],
    'a grapheme joiner': ['mo\u034Fon', 'moon'],
    'a variant of a Latin letter': ['moon\uFE0F', 'moon'],
    'a second variant of a heart': ['\u2764\uFE0F\uFE0F', '\u2764\uFE0F'],
    'a tower of accents': [`mo\u0301${'\u0302'.repeat(20)}on`, 'mo\u0301\u0302\u0302\u0302on'],
    'an accent on nothing': ['\u0301moon', 'moon'],
    'half a character': ['moon\uD83D', 'moon'],
    'the other half': ['\uDE80moon', 'moon'],
  };
  for (const [what, [text = '', clean]] of Object.entries(hidden)) {
    it(`find and remove ${what}`, () => {
      assert.equal(containsInvisibleCharacters(text), true);
      assert.equal(removeInvisibleCharacters(text), clean);
    });
  }

  const seen = {
    'plain names': 'moon-base 2 (été, 月, база)',
    'a family of emoji': 'team 👩‍👩‍👧‍👦',
    'an emoji with a skin tone and a job': '👩🏽‍🚀 base',
    'a rainbow flag': '🏳️‍🌈',
    'a red heart': '❤️',
    'a keycap': '1️⃣ moon',
    'the flag of Scotland': '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    'a Hindi conjunct': 'क्\u200Dष',
    'Hebrew with points and accents': 'בְּרֵאשִׁ֖ית',
    'Vietnamese, decomposed': 'Tiê\u0301ng Viê\u0323t'.normalize('NFD'),
    'a Persian compound': 'می\u200Cخواهم',
    'a Bengali word': 'র\u200D্যাব',
    'a variant of an ideograph': '葛\u{E0100}城',
  };
  for (const [what, text] of Object.entries(seen)) {
    it(`leave ${what} unchanged`, () => {
      assert.equal(containsInvisibleCharacters(text), false);
      assert.equal(removeInvisibleCharacters(text), text);
    });
  }
});

describe('toCleanLine', () => {
  for (const [typed, clean] of [
    ['my\nproject', 'my project'],
    ['my \r\n\r\n project', 'my project'],
    ['my\tproject\u2028', 'my project'],
    ['\u200Bmyproject\u200B', 'myproject'],
    ['my\u00A0project\u00A0', 'my\u00A0project'],
    ['my  project', 'my  project'],
    ['\u200B\n', ''],
  ] as const) {
    it(`turns ${JSON.stringify(typed)} into ${JSON.stringify(clean)}`, () =>
      assert.equal(toCleanLine(typed), clean));
  }
});

describe('toCleanText', () => {
  it('keeps line breaks, and removes invisible and direction-changing characters', () => {
    assert.equal(toCleanText(' one\u202E\r\ntwo\u200B\u2028\u0007three\uD83D\n'), 'one\ntwo\nthree');
    assert.equal(toCleanText('\u2066\u3164\n\u200B'), '');
  });
});

describe('truncate', () => {
  it('leaves text that fits unchanged', () => {
    assert.equal(truncate('moon', 4), 'moon');
    assert.equal(truncate('', 4), '');
  });

  it('stays within the limit and never splits a character', () => {
    const text = 'a👩🏽‍🚀e\u0301🏴\u{E0067}\u{E0062}\u{E007F}한';
    const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
    for (let max = 1; max < text.length; max += 1) {
      const cut = truncate(text, max);
      assert.ok(cut.length <= max, `${max}`);
      assert.ok(cut.isWellFormed() && cut.endsWith('…'), `${max}`);
      const kept = [...new Intl.Segmenter().segment(cut.slice(0, -1))].map(({ segment }) => segment);
      assert.deepEqual(kept, characters.slice(0, kept.length), `${max}`);
    }
  });

  it('splits a character that has more combining marks than fit, between two of them', () => {
    const cut = truncate(`a${'\u{1D167}'.repeat(50)}`, 20);
    assert.ok(cut.isWellFormed() && cut.length > 1 && cut.length <= 20);
  });

  it('replaces half a surrogate pair', () => {
    assert.equal(truncate('moon\uD83D', 10), 'moon\uFFFD');
    assert.ok(truncate('moon\uD83D-base', 6).isWellFormed());
  });
});
