import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { containsInvisibleCharacters } from '../../../src/slack/views/invisible-characters.ts';

describe('characters that nobody sees', () => {
  const hidden = {
    'a control character': 'bell\u0007',
    'a line break': 'two\nlines',
    'a line separator': 'two\u2028lines',
    'a turn of direction': 'left\u202Eright',
    'a zero-width space': 'moon\u200Bbase',
    'a word joiner': 'moon\u2060base',
    'a byte order mark': '\uFEFFmoon',
    'a soft hyphen': 'moon\u00ADbase',
    'a joiner between Latin letters': 'moon\u200Dbase',
    'a non-joiner between Latin letters': 'moon\u200Cbase',
    'a joiner at the end of an emoji': '👩\u200D',
    'a joiner before a word': '👩\u200Dmoon',
    'tags without a flag': 'moon\u{E0067}\u{E007F}',
  };
  for (const [what, text] of Object.entries(hidden)) {
    it(`are found: ${what}`, () => assert.equal(containsInvisibleCharacters(text), true));
  }

  const seen = {
    'plain names': 'moon-base 2 (été, 月, база)',
    'a family of emoji': 'team 👩‍👩‍👧‍👦',
    'an emoji with a skin tone and a job': '👩🏽‍🚀 base',
    'a rainbow flag': '🏳️‍🌈',
    'the flag of Scotland': '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    'a Hindi conjunct': 'क्\u200Dष',
    'a Persian compound': 'می\u200Cخواهم',
    'a Bengali word': 'র\u200D্যাব',
  };
  for (const [what, text] of Object.entries(seen)) {
    it(`are none of those in ${what}`, () => assert.equal(containsInvisibleCharacters(text), false));
  }
});
